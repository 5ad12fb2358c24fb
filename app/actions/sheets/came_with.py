"""Which answers of a sheet came in a package."""

from collections.abc import Sequence

import msgspec

from app.models.answer import Answer
from app.storage.notebook import Notebook


def came_with(notebook: Notebook, *, record_id: str, answers: Sequence[Answer]) -> list[Answer]:
    """Those that stand in a revision a package wrote and in none of the revisions it followed.

    A form that is not known here does not say what may travel. What came travels on; what somebody
    wrote here on a newer version of the form stays.
    """
    if not answers:
        return []
    revisions = {revision.id: revision for revision in notebook.history.of(record_id)}
    came: set[tuple[str, int, bytes]] = set()
    for revision_id in notebook.transfers.senders(revisions):
        before = set().union(*(_said(notebook, parent) for parent in revisions[revision_id].parents))
        came |= _said(notebook, revision_id) - before
    return [answer for answer in answers if _key(answer) in came]


def _said(notebook: Notebook, revision_id: str) -> set[tuple[str, int, bytes]]:
    content = notebook.history.content(revision_id) or {}
    return {_key(msgspec.convert(answer, Answer)) for answer in content.get("answers", [])}


def _key(answer: Answer) -> tuple[str, int, bytes]:
    return answer.question, answer.row, msgspec.json.encode(answer.value, order="sorted")
