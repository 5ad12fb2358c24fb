"""A filled paper saved as a file: the file and its line in the ledger, or neither."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from app.actions.mark_sent import mark_sent
from app.actions.record_disclosure import record_disclosure
from app.actions.save_paper import save_paper
from app.actions.sheet import Sheet
from app.errors import CarnetError
from app.models.changes import Changes
from app.storage.notebook import Notebook


def hand_out_file(
    notebook: Notebook,
    *,
    sheet: Sheet,
    pdf: bytes,
    path: Path,
    recipient: str,
    ground: str,
    language: str,
    today: date,
) -> Changes:
    """Write the file last, inside the change: FileNotWritten or what saving raises leaves nothing noted.

    A referral counts as sent from then on.
    """
    is_new = not path.exists()
    try:
        with notebook.change() as change:
            record_disclosure(
                notebook, sheet=sheet, means="saved", recipient=recipient, ground=ground, language=language
            )
            if sheet.kind == "referral":
                mark_sent(notebook, referral_id=sheet.record.id, today=today)
            save_paper(pdf=pdf, path=path)
    except CarnetError:
        if is_new:  # the notebook's disk refused at the very end
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise
    return change.changes
