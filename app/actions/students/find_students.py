"""Students by what somebody begins to type."""

from app.models.folding import fold
from app.models.student_line import StudentLine
from app.storage.engine import Interrupted
from app.storage.notebook import Notebook


def find_students(notebook: Notebook, *, text: str, limit: int = 20) -> list[StudentLine]:
    """Those whose name, class or case reference begins so; accents make no difference.

    In the order of their names, those whose own name begins with the text first.
    """
    try:
        hits = notebook.search.people(text, limit=limit)
    except Interrupted:  # a draft was written at that very moment
        hits = notebook.search.people(text, limit=limit)
    lines = notebook.students.lines([hit.record_id for hit in hits])
    typed = fold(text)
    return sorted(lines, key=lambda line: not fold(line.listed_name).startswith(typed))
