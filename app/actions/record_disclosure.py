"""The ledger line of a paper that leaves the notebook."""

from typing import Literal

from app.actions.sheet import Sheet
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.storage.notebook import Notebook

Means = Literal["printed", "saved"]


def record_disclosure(
    notebook: Notebook, *, sheet: Sheet, means: Means, recipient: str, ground: str, language: str
) -> Changes:
    """Write what left, to whom, on what ground, when; `ground` is a code of list `disclosure-grounds`."""
    record = sheet.record
    line = Disclosure(
        record_kind=sheet.kind, record_id=record.id, case_id=record.case_id, student_id=record.student_id,
        what=f"{sheet.form.key} v{sheet.form.version}", means=means, recipient=recipient, ground=ground,
        language=language, author_id=notebook.author_id,
    )  # fmt: skip
    with notebook.change() as change:
        notebook.disclosures.add(line)
        notebook.audit.add(means, kind=sheet.kind, record_id=record.id)
        change.note("disclosure", line.id)
    return change.changes
