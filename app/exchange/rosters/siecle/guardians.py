"""ResponsablesAvecAdresses.xml: who answers for whom."""

from collections.abc import Mapping, Sequence

import msgspec

from app.errors import ListEmpty, ListTooLong
from app.exchange.rosters import reasons
from app.exchange.rosters.cells import MAX_LENGTH, clean, is_name, neutral
from app.exchange.rosters.guardian_entry import GuardianEntry, GuardianList
from app.exchange.rosters.siecle import addresses, number
from app.exchange.rosters.siecle.addresses import Addresses
from app.exchange.rosters.table import MAX_LINES
from app.exchange.rosters.untrusted_xml import Record, Wanted

_PERSON = "DONNEES/PERSONNES/PERSONNE"
_LINK = "DONNEES/RESPONSABLES/RESPONSABLE_ELEVE"
_PHONES = ("TEL_PORTABLE", "TEL_PERSONNEL", "TEL_PROFESSIONNEL")
_MOST_LINKS = 4 * MAX_LINES
# CODE_PARENTE to the codes of the list `relation`
_RELATIONS = {
    "10": "mother", "20": "father", "37": "sibling", "38": "grandparent", "39": "relative",
    "41": "educator", "42": "foster", "50": "guardian", "51": "educator", "90": "other",
}  # fmt: skip
_THE_STUDENT = "70"  # of age, answers for themselves
# Legal ones first, then whoever has the student in charge; only to be rung up ("3", "0") is no guardian.
_LEVELS = {"NIVEAU_RESPONSABILITE": {"1": 0, "2": 1}, "RESP_LEGAL": {"1": 0, "2": 0}}

# No profession, no civil title, no answer about text messages or fees is read.
WANTED: Wanted = {
    number.SCHOOL: number.SCHOOL_FIELDS,
    _PERSON: frozenset(
        {"PERSONNE_ID", "NOM", "NOM_DE_FAMILLE", "NOM_USAGE", "PRENOM", *_PHONES, "MEL", "ADRESSE_ID"}
    ),
    _LINK: frozenset({"ELEVE_ID", "PERSONNE_ID", "CODE_PARENTE", "A_CONTACTER_EN_PRIORITE", *_LEVELS}),
    addresses.PATH: addresses.FIELDS,
}


def list_of(records: Mapping[str, Sequence[Record]]) -> GuardianList:
    """The guardians of every student of the file. Raises ListEmpty, ListTooLong."""
    links = records.get(_LINK, ())
    if not links:
        raise ListEmpty
    if len(links) > _MOST_LINKS:
        raise ListTooLong
    people = {record.get("PERSONNE_ID", "").strip(): record for record in records.get(_PERSON, ())}
    homes = Addresses(records)
    ranked: list[tuple[int, bool, int, GuardianEntry]] = []
    for line, link in enumerate(links, start=1):
        level, known_as = _level(link), link.get("PERSONNE_ID", "").strip()
        person = people.get(known_as) if known_as else None
        if level is None or person is None or link.get("CODE_PARENTE", "").strip() == _THE_STUDENT:
            continue
        student = number.numbered(records, link.get("ELEVE_ID", ""))
        entry = _entry(line, link, person, homes.of(person), student)
        first = link.get("A_CONTACTER_EN_PRIORITE", "").strip().lower() in {"true", "1"}
        ranked.append((level, not first, line, entry))
    return GuardianList(entries=[entry for *_, entry in sorted(ranked, key=lambda one: one[:3])])


def _level(link: Record) -> int | None:
    """Smaller is nearer; None for people who are only to be rung up."""
    for field, levels in _LEVELS.items():
        if said := link.get(field, "").strip():
            return levels.get(said)
    return None


def _entry(line: int, link: Record, person: Record, home: tuple[str, str, str], key: str) -> GuardianEntry:
    names = [person.get(name, "") for name in ("NOM_USAGE", "NOM_DE_FAMILLE", "NOM")]
    family = next((name for raw in names if (name := clean(raw))), "")
    given = clean(person.get("PRENOM", ""))
    phone = next((words for name in _PHONES if (words := clean(person.get(name, "")))), "")
    street, postcode, city = (neutral(clean(part)) for part in home)
    entry = GuardianEntry(
        line=line,
        student_key=key,
        person_key=link.get("PERSONNE_ID", "").strip(),
        family_name=family,
        given_name=given,
        relation=_RELATIONS.get(link.get("CODE_PARENTE", "").strip(), ""),
        phone=neutral(phone, keep="+"),
        email=neutral(clean(person.get("MEL", ""))),
        street=street,
        postcode=postcode,
        city=city,
    )
    problem = _problem(entry)
    return msgspec.structs.replace(entry, problem=problem) if problem else entry


def _problem(entry: GuardianEntry) -> str:
    names = [name for name in (entry.family_name, entry.given_name) if name]
    if not names:
        return reasons.NO_NAME
    if not all(is_name(name) for name in names):
        return reasons.NOT_A_NAME
    words = (*names, entry.phone, entry.email, entry.street, entry.postcode, entry.city)
    return reasons.TOO_LONG if any(len(word) > MAX_LENGTH for word in words) else ""
