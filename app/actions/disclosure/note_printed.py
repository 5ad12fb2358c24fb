"""A filled paper that came out of the printer."""

from datetime import date

from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.sheets.mark_sent import mark_sent
from app.actions.sheets.sheet import Sheet
from app.models.changes import Changes
from app.models.disclosure import Scope
from app.storage.notebook import Notebook


def note_printed(
    notebook: Notebook,
    *,
    sheet: Sheet,
    pdf: bytes,
    recipient: str,
    ground: str,
    language: str,
    today: date,
    circle: str = "",
    scope: Scope = "",
) -> Changes:
    """Its line in the ledger and its bytes; a referral is sent from then on. All or nothing."""
    with notebook.change() as change:
        record_disclosure(
            notebook, sheet=sheet, pdf=pdf, means="printed", recipient=recipient, ground=ground,
            language=language, circle=circle, scope=scope,
        )  # fmt: skip
        if sheet.kind == "referral":
            mark_sent(notebook, referral_id=sheet.record.id, today=today)
    return change.changes
