"""What was said about a student by phone or in a meeting: the ledger knows it like a paper."""

from datetime import UTC, date, datetime, time
from typing import Literal

from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.record import now
from app.storage.notebook import Notebook

TOLD = "told"  # the kind of such a line: there is no paper and no record behind it


def note_told(
    notebook: Notebook,
    *,
    student_id: str,
    case_id: str | None,
    means: Literal["phone", "meeting"],
    recipient: str,
    said: str,
    ground: str,
    circle: str,
    language: str,
    on: date,
    today: date,
) -> Changes:
    """To whom, what, on what ground, on which day; the log says only that it was noted.

    `ground` is a code of list `disclosure-grounds`, `circle` one of list `share-circles`.
    """
    noon = datetime.combine(on, time(12)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    line = Disclosure(
        at=now() if on >= today else noon, record_kind=TOLD, record_id=None, case_id=case_id,
        student_id=student_id, what=TOLD, means=means, recipient=recipient, ground=ground, language=language,
        author_id=notebook.author_id, circle=circle, said=said,
    )  # fmt: skip
    with notebook.change() as change:
        notebook.disclosures.add(line)
        notebook.audit.add("told", kind="student", record_id=student_id)
        change.note("disclosure", line.id)
    return change.changes
