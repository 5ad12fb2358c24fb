"""From when on a closed case is to be looked at again."""

from datetime import date

from app.models.case import Case
from app.storage.notebook import Notebook


def look_again_on(notebook: Notebook, *, case: Case, closed: date, years: int) -> date:
    """So many years after the last contact, or after the closing where that is later."""
    line = next(iter(notebook.students.lines([case.student_id])), None)
    last = max(closed, line.last_seen) if line and line.last_seen else closed
    try:
        return last.replace(year=last.year + years)
    except ValueError:  # 29 February
        return date(last.year + years, 3, 1)
