"""Make many sheets found at once."""

from collections.abc import Mapping, Sequence

from app.actions.service_of import asked_by
from app.frameworks.library import Library
from app.frameworks.search_text import search_text
from app.frameworks.sheet import read
from app.models.answer import Answer
from app.models.form import Form
from app.models.kinds import NAMES
from app.models.record import FormRecord
from app.storage.notebook import Notebook


def index_sheets(
    notebook: Notebook,
    *,
    library: Library,
    sheets: Sequence[FormRecord],
    answers: Mapping[str, list[Answer]],
) -> None:
    """Put sheets that do not lie in the bin into the search, set-based; inside a change. FormUnknown."""
    names = notebook.students.many(sheet.student_id for sheet in sheets if sheet.student_id)
    forms: dict[tuple[str, str], Form] = {}
    for asked in {(sheet.form, sheet.framework) for sheet in sheets}:
        seen, service = asked_by(notebook, library=library, framework=asked[1])
        forms[asked] = seen.form_for(asked[0], service)
    writings = []
    for sheet in sheets:
        form = forms[sheet.form, sheet.framework]
        values = read(form=form, record=sheet, answers=answers.get(sheet.id, []))
        student = names.get(sheet.student_id or "")
        title = student.name if student else str(getattr(sheet, "unfiled_name", ""))
        kind, day = NAMES[type(sheet)], sheet.date.isoformat()
        body = search_text(form=form, values=values)
        writings.append((kind, sheet.id, sheet.student_id, day, title, body))
    notebook.search.put_writings(writings)
