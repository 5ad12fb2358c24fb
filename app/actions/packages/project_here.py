"""What stands here, as it would leave."""

from collections.abc import Mapping, Sequence

from app.exchange.package.lines import RecordLine
from app.exchange.projection import project, project_sheet
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.record import FormRecord, Record
from app.storage.notebook import Notebook


def project_here(
    notebook: Notebook, *, library: Library, here: Mapping[str, Record], answers: Mapping[str, list[Answer]]
) -> dict[str, RecordLine]:
    """The projection of each record by identifier; one on a form that is not known here is absent."""
    return {
        record.id: line for record in here.values() if (line := _line(notebook, library, record, answers))
    }


def _line(
    notebook: Notebook, library: Library, record: Record, answers: Mapping[str, Sequence[Answer]]
) -> RecordLine | None:
    author = notebook.author
    if not isinstance(record, FormRecord):
        return project(record=record, author=author, at="", ancestors=[])
    if record.form not in library.forms:
        return None
    form = library.form_of(record.form, notebook.framework)
    said = answers.get(record.id, [])
    return project_sheet(record=record, answers=said, form=form, author=author, at="", ancestors=[])
