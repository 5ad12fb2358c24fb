"""Make a request and a piece of advice found by what they say."""

from collections.abc import Mapping

from app.frameworks.coded_words import token
from app.frameworks.show import BETWEEN
from app.models.advice import Advice
from app.models.request import Request
from app.storage.notebook import Notebook

ORIGINS, REASONS, TOPICS = "n03-origins", "n02-reasons", "advice-topics"


def index_request(notebook: Notebook, *, request: Request) -> None:
    """Put it into the search, or take it out when it or its student is binned; inside a change."""
    student = notebook.students.find(request.student_id)
    root = notebook.students.find(student.joined_into) or student if student else None
    if request.removed_at or (root is not None and root.removed_at):
        notebook.search.drop(request.id)
        return
    written = (request.for_whom, request.asked_by, request.text, request.outcome_note, request.handler)
    codes = {ORIGINS: request.origin, REASONS: request.reason}
    notebook.search.put_writing(
        kind="request", record_id=request.id, student_id=request.student_id,
        day=request.received.isoformat(), title=student.name if student else request.for_whom,
        body=_body(written, codes),
    )  # fmt: skip


def index_advice(notebook: Notebook, *, advice: Advice) -> None:
    """The same for advice, which is about nobody."""
    if advice.removed_at:
        notebook.search.drop(advice.id)
        return
    codes = {TOPICS: advice.topic, ORIGINS: advice.origin}
    notebook.search.put_writing(
        kind="advice", record_id=advice.id, student_id=None, day=advice.given_on.isoformat(), title="",
        body=_body((advice.note,), codes),
    )  # fmt: skip


def _body(written: tuple[str, ...], codes: Mapping[str, str]) -> str:
    """What was written, then the signs of the codes, as for sheets: other words for them find it too."""
    signs = (token(key, code) for key, code in codes.items() if code)
    return "\n".join(filter(None, (*written, BETWEEN.join(signs))))
