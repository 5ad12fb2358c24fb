"""A filled paper saved as a file: the file, its line in the ledger and its bytes kept, or none of it."""

from datetime import date
from pathlib import Path

from app.actions.disclosure.noted_file import noted_file
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.sheets.mark_sent import mark_sent
from app.actions.sheets.sheet import Sheet
from app.models.changes import Changes
from app.models.disclosure import Scope
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
    circle: str = "",
    scope: Scope = "",
) -> Changes:
    """Write both; FileNotWritten or what saving raises leaves neither. A referral is sent from then on."""
    with noted_file() as write, notebook.change() as change:
        record_disclosure(
            notebook, sheet=sheet, pdf=pdf, means="saved", recipient=recipient, ground=ground,
            language=language, circle=circle, scope=scope,
        )  # fmt: skip
        if sheet.kind == "referral":
            mark_sent(notebook, referral_id=sheet.record.id, today=today)
        write(pdf, path)
    return change.changes
