"""What makes one look twice before a paper about several students leaves."""

from collections.abc import Collection, Mapping

from app.actions.disclosure.doubt_recipient import Doubts, resembling
from app.frameworks.receiver_words import circles_said, receiver_words
from app.models.folding import fold
from app.models.framework import SAME_SERVICE
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

_FAMILY = {"student", "parents"}


def doubt_list(
    notebook: Notebook,
    *,
    student_ids: Collection[str],
    recipient: str,
    lists: Mapping[str, ValueList],
    expected: Collection[str] = (),
) -> Doubts:
    """As for a single paper, but that no family receives what is about others too.

    `expected` are those to whom such a paper always goes.
    """
    said = fold(recipient)
    if not said:
        return Doubts()
    meant = notebook.partners.matching(said)
    if not meant:
        circles = circles_said(recipient, words=receiver_words(lists), people=_people(notebook, student_ids))
        if circles:
            return Doubts(family=bool(_FAMILY & set(circles)))
        return Doubts(unknown=said not in {fold(words) for words in expected})
    partners = meant if len(meant) > 1 else [*meant, *resembling(notebook, meant[0])]
    return Doubts(partners=partners if len(partners) > 1 else [])


def _people(notebook: Notebook, student_ids: Collection[str]) -> dict[str, str]:
    """Folded: the students and their guardians, asked for at once, the schools, the unit and its author."""
    found = {fold(school.name): "head" for school in notebook.schools.list()}
    found |= {fold(name): SAME_SERVICE for name in (notebook.units.own().name, notebook.author.name)}
    for guardian in notebook.guardians.of_students(list(student_ids)):
        found |= {fold(guardian.name): "parents"}
    for student in notebook.students.many(student_ids).values():
        found |= {fold(name): "student" for name in (student.name, student.listed_name)}
    found.pop("", None)
    return found
