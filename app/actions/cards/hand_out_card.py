"""Give the notebook's own card away on paper."""

from pathlib import Path

from app.actions.disclosure.save_paper import save_paper
from app.models.changes import Changes
from app.storage.notebook import Notebook


def hand_out_card(notebook: Notebook, *, pdf: bytes, path: Path) -> Changes:
    """The file and a line in the log; FileNotWritten. It is about nobody, so the ledger gets none."""
    save_paper(pdf=pdf, path=path)
    return note_card_printed(notebook)


def note_card_printed(notebook: Notebook) -> Changes:
    """The line in the log alone, once the printer has it."""
    notebook.audit.add_when_possible("card_written")
    return Changes()
