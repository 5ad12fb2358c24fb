"""Take back what was decided between two versions: both stand side by side again."""

from typing import Any

import msgspec

from app.actions.conflicts.between_own import between_own
from app.actions.conflicts.decide_conflict import Decided
from app.actions.other_computer.take_own import index_decided
from app.errors import DecisionLeft, RevisionErased
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.changes import Changes
from app.models.kinds import FORM_KINDS, KINDS
from app.storage.notebook import Notebook


def undo_decision(notebook: Notebook, *, library: Library, decided: Decided) -> Changes:
    """Write what stood here before as a new revision; the conflicts wait again.

    DecisionLeft when the record has been written or handed over since.
    """
    shelf = notebook.shelf(decided.kind)
    present = shelf.get(decided.record_id)
    content = notebook.history.content(decided.before)
    if content is None:
        raise RevisionErased
    if present.revision != decided.revision or notebook.transfers.has_left(decided.revision):
        raise DecisionLeft
    record: Any = msgspec.convert(content["record"], KINDS[decided.kind])
    answers = msgspec.convert(content.get("answers", []), list[Answer])
    (whose,) = {
        one.correspondent_id for one in notebook.transfers.conflicts(settled=True)
        if one.id in decided.conflict_ids
    }  # fmt: skip
    with notebook.change() as change, between_own(notebook, correspondent_id=whose):
        if decided.kind in FORM_KINDS:
            saved = notebook.sheets(decided.kind).save(record, answers)
        else:
            saved = shelf.save(record)
        index_decided(
            notebook, library=library, saved=[saved], former={saved.id: present}, answers={saved.id: answers}
        )
        notebook.transfers.forget_received(decided.beside)
        notebook.transfers.settle(decided.conflict_ids, None)
    return change.changes
