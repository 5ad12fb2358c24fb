"""Note that students are brothers and sisters, and take such a link away."""

from collections.abc import Sequence
from itertools import combinations

from app.models.changes import Changes
from app.models.sibling import Sibling
from app.storage.notebook import Notebook


def link_siblings(notebook: Notebook, *, student_ids: Sequence[str]) -> Changes:
    """Everybody with everybody; who is linked already, or one person with two sheets, is left as it is."""
    with notebook.change() as change:
        whose = {one: notebook.students.get(one).joined_into or one for one in student_ids}
        for first, second in combinations(dict.fromkeys(whose.values()), 2):
            if not _linked(notebook, first, second):
                notebook.siblings.save(Sibling(student_id=first, sibling_id=second))
    return change.changes


def _linked(notebook: Notebook, first: str, second: str) -> bool:
    others = set(notebook.students.ids_of(second))
    links = [one for each in notebook.students.ids_of(first) for one in notebook.siblings.of_student(each)]
    return any({one.student_id, one.sibling_id} & others for one in links)
