"""The number by which a student is known again in every file of one school's base."""

from collections.abc import Mapping, Sequence

from app.exchange.rosters.untrusted_xml import Record

SCHOOL = "PARAMETRES"
SCHOOL_FIELDS = frozenset({"UAJ"})


def numbered(records: Mapping[str, Sequence[Record]], number: str) -> str:
    """The student's number with the school's code: alone it may be anybody's in another school's base.

    The guardians' file knows no other number than this one, so ELENOET, the school's own, will not do.
    """
    number = number.strip()
    code = next((record.get("UAJ", "").strip() for record in records.get(SCHOOL, ())), "")
    return f"{code or 'SIECLE'}:{number}" if number else ""
