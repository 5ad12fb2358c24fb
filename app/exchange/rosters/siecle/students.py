"""ElevesSansAdresses.xml and ElevesAvecAdresses.xml: one row for each student."""

from collections.abc import Mapping, Sequence

from app.errors import ListEmpty, ListTooLong
from app.exchange.rosters.siecle import addresses, number
from app.exchange.rosters.siecle.addresses import Addresses
from app.exchange.rosters.table import MAX_LINES, Row, Table
from app.exchange.rosters.untrusted_xml import Record, Wanted

_STUDENT = "DONNEES/ELEVES/ELEVE"
_PLACE = "DONNEES/STRUCTURES/STRUCTURES_ELEVE/STRUCTURE"
_CLASS = "D"  # a division; "G" is a group of several classes
# As they stand in the file. No national number, birthplace, nationality or former school is read.
_OWN = (
    "NOM_DE_FAMILLE", "NOM_USAGE", "PRENOM", "DATE_NAISS", "CODE_SEXE", "TEL_PORTABLE", "TEL_PERSONNEL",
    "MEL", "DATE_SORTIE",
)  # fmt: skip
_HEADERS = ("ELEVE_ID", *_OWN, "CODE_STRUCTURE", "LIGNE1_ADRESSE", "CODE_POSTAL", "LIBELLE_POSTAL")

WANTED: Wanted = {
    number.SCHOOL: number.SCHOOL_FIELDS,
    _STUDENT: frozenset({*_OWN, "NOM", "ADRESSE_ID"}),  # older files say NOM
    _PLACE: frozenset({"CODE_STRUCTURE", "TYPE_STRUCTURE"}),
    addresses.PATH: addresses.FIELDS,
}


def table_of(records: Mapping[str, Sequence[Record]]) -> Table:
    """The students under SIECLE's own names; the first counts as line 1. Raises ListEmpty, ListTooLong."""
    students = records.get(_STUDENT, ())
    if not students:
        raise ListEmpty
    if len(students) > MAX_LINES:
        raise ListTooLong
    classes: dict[str, str] = {}
    for place in records.get(_PLACE, ()):
        if place.get("TYPE_STRUCTURE", "").strip().upper() == _CLASS:
            classes.setdefault(place.get("ELEVE_ID", ""), place.get("CODE_STRUCTURE", ""))
    homes = Addresses(records)
    rows = []
    for line, student in enumerate(students, start=1):
        known_as = student.get("ELEVE_ID", "")
        family = student.get("NOM_DE_FAMILLE", "").strip() or student.get("NOM", "")
        own = {**student, "NOM_DE_FAMILLE": family}
        cells = [
            number.numbered(records, known_as),
            *(own.get(name, "") for name in _OWN),
            classes.get(known_as, ""),
            *homes.of(student),
        ]
        rows.append(Row(line=line, cells=cells))
    return Table(headers=list(_HEADERS), rows=rows, rejected=[], ignored=[], delimiter="")
