"""Lines of a package, read as they would be written here."""

from collections.abc import Sequence

from app.actions.packages.shared_state import SharedState
from app.actions.receiving.judged_records import Judged
from app.actions.receiving.open_package import records_here
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.storage.notebook import Notebook


def lines_as_taken(
    notebook: Notebook, library: Library, correspondent_id: str, judged: Sequence[Judged]
) -> list[RecordLine]:
    """These lines as they would be written: of an answer what goes on from what stands here."""
    lines = [one.line for one in judged]
    answers = {one.id for one in judged if one.is_answer}
    if not answers:
        return lines
    some = [line for line in lines if line.id in answers]
    received = notebook.transfers.received(correspondent_id, answers)
    shared = SharedState(notebook, library, correspondent_id, records_here(notebook, some), received)
    return [(shared.as_update(line) if line.id in answers else None) or line for line in lines]
