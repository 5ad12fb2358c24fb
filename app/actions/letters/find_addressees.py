"""Whom a letter about a student can go to, one letter for each home."""

from collections.abc import Sequence
from datetime import date

from app.actions.sheets.gather_facts import address
from app.models.addressee import Addressee
from app.models.discreet import Discreet
from app.models.folding import fold
from app.models.guardian import Guardian
from app.models.majority import OF_AGE, may_be_told
from app.models.student import Student
from app.storage.notebook import Notebook

_TOGETHER = {"joint", "10", "20"}  # codes of list `parental-authority`
_ALONE = {"sole", "guardianship", "placement", "50", "60", "70", "80", "90"}
_ONE_PARENT = {"30": "father", "40": "mother"}
_UNKNOWN = {"", "99", "unknown"}
_APART = "20"
_PARENTS = {"", "mother", "father", "guardian"}


class Addressees(Discreet, kw_only=True, frozen=True):
    """`found` are those who may get a letter; `barred` the names of guardians nobody writes to.

    `near` says that somebody barred lives where one of the others gets letters.
    """

    found: list[Addressee]
    barred: list[str] = []
    near: bool = False
    of_age: bool = False


def find_addressees(notebook: Notebook, *, student_id: str, day: date, majority: int = OF_AGE) -> Addressees:
    """Guardians by home and the student; once of age, the student alone, unless they agreed to more.

    Parents who do not live together get a letter each; whoever is not to be contacted gets none.
    """
    student = notebook.students.get(student_id)
    student = notebook.students.find(student.joined_into) or student
    ids = notebook.students.ids_of(student.id)
    guardians = [one for each in ids for one in notebook.guardians.of_student(each)]
    agreements = [one for each in ids for one in notebook.agreements.of_student(each)]
    of_age = not may_be_told(student, agreements, day, majority=majority)
    themself = _student(student, usual=of_age)
    barred = [one for one in guardians if one.do_not_contact]
    if of_age:
        return Addressees(found=[themself], barred=[one.name for one in barred], of_age=True)
    written_to = [one for one in guardians if not one.do_not_contact and one.name]
    homes = {_home(one) for one in written_to} - {""}
    return Addressees(
        found=[*_families(written_to), themself],
        barred=[one.name for one in barred],
        near=any(_home(one) in homes for one in barred),
    )


def partner_addressee(notebook: Notebook, *, partner_id: str) -> Addressee:
    """A service of the directory."""
    partner = notebook.partners.get(partner_id)
    place = address(partner.street, partner.postcode, partner.city).split("\n")
    name = " · ".join(part for part in (partner.service, partner.person) if part)
    lines = tuple(part for part in (partner.service, partner.person, *place) if part)
    return Addressee(reader="partner", name=name, lines=lines, record_ids=(partner.id,))


def _families(guardians: Sequence[Guardian]) -> list[Addressee]:
    """One addressee a home for those who decide; everybody else on their own, and only when chosen."""
    deciding = [one for one in guardians if _decides(one, guardians)]
    homes: dict[str, list[Guardian]] = {}
    for one in deciding:
        apart = one.id if one.authority == _APART and not _home(one) else ""
        homes.setdefault(f"{_home(one)}{apart}", []).append(one)
    families = [_guardians(some, usual=True) for some in homes.values()]
    return families + [_guardians([one], usual=False) for one in guardians if one not in deciding]


def _decides(guardian: Guardian, others: Sequence[Guardian]) -> bool:
    """Whether this guardian has parental authority, as far as the notebook knows."""
    code = guardian.authority
    if code in _ONE_PARENT:
        return guardian.relation == _ONE_PARENT[code]
    if code in _TOGETHER or code in _ALONE:
        return True
    alone = any(_holds_alone(other) for other in others if other is not guardian)
    return code in _UNKNOWN and guardian.relation in _PARENTS and not alone


def _holds_alone(guardian: Guardian) -> bool:
    code = guardian.authority
    return code in _ALONE or _ONE_PARENT.get(code) == guardian.relation


def _guardians(some: Sequence[Guardian], *, usual: bool) -> Addressee:
    first = some[0]
    place = address(first.street, first.postcode, first.city)
    names = [one.name for one in some]
    return Addressee(
        reader="guardians",
        name=" · ".join(names),
        lines=(*names, *(place.split("\n") if place else ())),
        record_ids=tuple(one.id for one in some),
        languages=tuple(dict.fromkeys(code for one in some for code in one.languages)),
        usual=usual,
    )


def _student(student: Student, *, usual: bool) -> Addressee:
    place = address(student.street, student.postcode, student.city)
    return Addressee(
        reader="student",
        name=student.name,
        lines=(student.name, *(place.split("\n") if place else ())),
        record_ids=(student.id,),
        languages=tuple(student.languages),
        usual=usual,
    )


def _home(guardian: Guardian) -> str:
    return fold(f"{guardian.street} {guardian.postcode} {guardian.city}").strip()
