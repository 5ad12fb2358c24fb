"""The ledger line of a paper that leaves the notebook."""

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.sheets.sheet import Sheet
from app.models.changes import Changes
from app.models.disclosure import Disclosure, Scope
from app.storage.notebook import Notebook


def record_disclosure(
    notebook: Notebook,
    *,
    sheet: Sheet,
    pdf: bytes,
    means: Means,
    recipient: str,
    ground: str,
    language: str,
    circle: str = "",
    scope: Scope = "",
) -> Changes:
    """Write what left, to whom, on what ground, when, and keep the very bytes; both or neither.

    `ground` is a code of list `disclosure-grounds`, `circle` one of list `share-circles`; `scope` says
    whether it was more or less than the service proposes for that circle.
    """
    record = sheet.record
    line = Disclosure(
        record_kind=sheet.kind, record_id=record.id, case_id=record.case_id, student_id=record.student_id,
        what=f"{sheet.form.key} v{sheet.form.version}", means=means, recipient=recipient, ground=ground,
        language=language, author_id=notebook.author_id, circle=circle, scope=scope,
    )  # fmt: skip
    return keep_sent(notebook, line=line, pdf=pdf)
