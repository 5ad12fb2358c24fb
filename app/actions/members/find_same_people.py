"""Students of two practitioners who may be one person; nobody is ever joined by themselves."""

from collections import defaultdict
from itertools import combinations

from app.exchange.rosters.face import face_of
from app.models.changes import Changes
from app.models.discreet import Discreet
from app.models.student import Student
from app.storage.notebook import Notebook

_KEY = "two_people"  # a preference: pairs somebody said are two
_MOST = 40  # of one family name are compared with each other


class SamePeople(Discreet, frozen=True, kw_only=True):
    """Two sheets, and from whom each came, "" for one's own."""

    one: Student
    other: Student
    one_from: str
    other_from: str


def find_same_people(notebook: Notebook) -> list[SamePeople]:
    """Nearly the same name, no birthday that says otherwise, and from two different senders."""
    senders = notebook.transfers.students_by_sender()
    if not senders:
        return []
    apart = set(notebook.preferences.get(_KEY, []))
    families: dict[str, list[tuple[Student, frozenset[str]]]] = defaultdict(list)
    for student in notebook.students.list():
        if student.joined_into is None:
            families[face_of(student, school_id=None).loose_families[0]].append(
                (student, senders.get(student.id, frozenset()))
            )
    found = []
    for family in families.values():
        for (one, one_from), (other, other_from) in combinations(family[:_MOST], 2):
            if one_from & other_from or not one_from | other_from or _pair(one.id, other.id) in apart:
                continue
            if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
                continue
            if face_of(one, school_id=None).is_near(face_of(other, school_id=None)):
                found.append(
                    SamePeople(one=one, other=other, one_from=_first(one_from), other_from=_first(other_from))
                )
    return found


def keep_apart(notebook: Notebook, *, student_ids: tuple[str, str], apart: bool = True) -> Changes:
    """They are two people, and are not asked about again; or they are, `apart` being False."""
    kept = [one for one in notebook.preferences.get(_KEY, []) if one != _pair(*student_ids)]
    notebook.preferences.set(_KEY, [*kept, _pair(*student_ids)] if apart else kept)
    return Changes(frozenset(("student", one) for one in student_ids))


def _pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def _first(senders: frozenset[str]) -> str:
    return min(senders, default="")
