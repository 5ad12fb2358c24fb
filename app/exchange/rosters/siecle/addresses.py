"""Addresses, which SIECLE writes apart from the people who live there."""

from collections.abc import Mapping, Sequence

from app.exchange.rosters.untrusted_xml import Record

PATH = "DONNEES/ADRESSES/ADRESSE"
_LINES = tuple(f"LIGNE{n}_ADRESSE" for n in range(1, 5))
_TOWNS = ("LIBELLE_POSTAL", "LL_COMMUNE_INSEE", "COMMUNE_ETRANGERE")
FIELDS = frozenset({"ADRESSE_ID", *_LINES, "CODE_POSTAL", *_TOWNS})
_NOWHERE = ("", "", "")


class Addresses:
    """Street, postcode and town by the address's number."""

    def __init__(self, records: Mapping[str, Sequence[Record]]) -> None:
        self._by_number = {record.get("ADRESSE_ID", ""): record for record in records.get(PATH, ())}

    def of(self, person: Record) -> tuple[str, str, str]:
        """(street, postcode, town) of whoever names an address; empty words otherwise."""
        record = self._by_number.get(person.get("ADRESSE_ID", "").strip())
        if record is None:
            return _NOWHERE
        lines = [line for name in _LINES if (line := record.get(name, "").strip())]
        town = next((record[name] for name in _TOWNS if record.get(name, "").strip()), "")
        return ", ".join(lines), record.get("CODE_POSTAL", ""), town
