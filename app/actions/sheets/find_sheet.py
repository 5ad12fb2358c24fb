"""A sheet by what a person calls it."""

from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.errors import RecordUnknown
from app.frameworks.library import Library
from app.storage.notebook import Notebook

_SHORTEST_ID = 6


def find_sheet(notebook: Notebook, *, library: Library, form_key: str, reference: str) -> Sheet:
    """The newest sheet of a form in a case ("2026-0231"), or the one whose identifier begins so.

    RecordUnknown when there is none or more than one, FormUnknown for an unknown form.
    """
    form = library.form_for(form_key, notebook.framework)
    shelf = notebook.sheets(form.record)
    case = notebook.cases.by_reference(reference)
    if case is not None:
        sheets = shelf.of_student(notebook.students.ids_of(case.student_id))
        found = [one for one in sheets if one.case_id == case.id and one.form == form_key][-1:]
    elif len(reference) >= _SHORTEST_ID:
        found = [one for one in shelf.beginning_with(reference) if one.form == form_key]
    else:
        found = []
    if len(found) != 1:
        raise RecordUnknown(reference=reference)
    return open_sheet(notebook, library=library, kind=form.record, record_id=found[0].id)
