"""Before something leaves on somebody's agreement: whether that agreement still holds."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.errors import AgreementOver
from app.models.agreement import GUARDIANS_TOLD, Agreement
from app.models.disclosure import Disclosure
from app.models.discreet import Discreet
from app.models.folding import fold
from app.models.lapse import Lapse, lapses_among
from app.models.majority import OF_AGE
from app.models.student import Student
from app.storage.notebook import Notebook

AGREEMENT = "AGREEMENT"  # the ground, in list `disclosure-grounds`
_PICTURE = "picture"
_NAMED = frozenset({_PICTURE, GUARDIANS_TOLD})  # an agreement to these speaks of nothing else
_OF_DIRECTORY = frozenset({"partner", "health", "other"})


class Lapses(Discreet, frozen=True, kw_only=True):
    """Why nothing may leave on an agreement; `left` is what left on it already, the newest first."""

    student: Student
    lapses: list[Lapse]
    left: list[Disclosure]


def look_at_lapses(
    notebook: Notebook,
    *,
    student_id: str | None,
    recipient: str,
    ground: str,
    day: date,
    majority: int = OF_AGE,
    is_picture: bool = False,
) -> Lapses | None:
    """What stands in the way; None where something else is the ground, or nothing was ever noted.

    An agreement that names the receiver decides alone. Of those that may mean this receiver, one that
    holds is enough.
    """
    if ground != AGREEMENT:
        return None
    student = notebook.students.find(student_id)
    student = notebook.students.find(student.joined_into) or student if student else None
    if student is None:
        return None
    ids = notebook.students.ids_of(student.id)
    agreements = notebook.agreements.of_students(ids)
    if not agreements:
        return None
    to = fold(recipient)
    naming, names = _naming(notebook, agreements, to)
    scopes = _scopes(notebook, student, ids, to)
    scopes = {one.scope for one in agreements} - _NAMED if scopes is None else scopes
    meant = naming or [one for one in agreements if one.scope in scopes and not one.partner_id]
    matters = [one for one in _matters(meant) if any(each.given_on <= day for each in one)]
    over = [lapses_among(some, student, day, majority=majority) for some in matters]
    if not naming and not all(over):  # one that holds is enough
        over = []
    if is_picture:  # whoever receives it, a picture asks for its own
        pictures = [one for one in agreements if one.scope == _PICTURE]
        over.append(lapses_among(pictures, student, day, majority=majority))
    found = [lapse for lapses in over for lapse in lapses]
    if not found:
        return None
    since = min(lapse.agreement.given_on for lapse in found)
    left = [
        line
        for line in notebook.disclosures.list(student_ids=ids)
        if line.ground == AGREEMENT
        and day_of(line) >= since
        and (not names or any(name in fold(line.recipient) for name in names))
    ]
    return Lapses(student=student, lapses=found, left=left)


def hold_back(notebook: Notebook, line: Disclosure, *, is_picture: bool = False) -> None:
    """Whoever writes a file asks first; AgreementOver."""
    found = look_at_lapses(
        notebook, student_id=line.student_id, recipient=line.recipient, ground=line.ground, day=day_of(line),
        is_picture=is_picture,
    )  # fmt: skip
    if found is not None:
        raise AgreementOver


def day_of(line: Disclosure) -> date:
    """The day on the calendar here."""
    return datetime.fromisoformat(line.at).astimezone().date()


def _naming(notebook: Notebook, agreements: Sequence[Agreement], to: str) -> tuple[list[Agreement], set[str]]:
    """Those to the very service that is written to, and what it is called."""
    partners = notebook.partners.many(one.partner_id for one in agreements if one.partner_id)
    called = {key: {fold(one.service), fold(one.person)} - {""} for key, one in partners.items()}
    meant = {key: names for key, names in called.items() if any(name in to for name in names)}
    naming = [one for one in agreements if one.partner_id in meant]
    return naming, {name for names in meant.values() for name in names}


def _scopes(notebook: Notebook, student: Student, ids: Sequence[str], to: str) -> set[str] | None:
    """To what an agreement may be that lets this receiver have something; None of a stranger: anything."""
    if to in {fold(student.name), fold(student.listed_name)}:
        return set()
    if to in {fold(one.name) for each in ids for one in notebook.guardians.of_student(each)} - {""}:
        return {GUARDIANS_TOLD}
    if to in {fold(one.name) for one in notebook.correspondents.list()}:
        return {"service"}
    return set(_OF_DIRECTORY) if notebook.partners.matching(to, limit=1) else None


def _matters(agreements: Iterable[Agreement]) -> list[list[Agreement]]:
    """Agreements to one same thing together."""
    matters: dict[tuple[str, str | None], list[Agreement]] = {}
    for one in agreements:
        matters.setdefault((one.scope, one.partner_id), []).append(one)
    return list(matters.values())
