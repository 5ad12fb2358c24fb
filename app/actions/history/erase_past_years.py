"""Erase sheets of school years that are over for ever, a whole list at once."""

from collections import Counter
from collections.abc import Sequence

from app.actions.history.erase_for_ever import Erased
from app.actions.left_open import forget_left_open
from app.actions.sheets.look_at_past_years import PastYear
from app.errors import RecordUnknown
from app.storage.notebook import Notebook


def erase_past_years(notebook: Notebook, *, sheets: Sequence[PastYear]) -> Erased:
    """All of them or none, in one transaction and with one certificate; then `finish_erasing`.

    RecordUnknown where one of them is gone already.
    """
    ids = [one.record.id for one in sheets]
    here = notebook.papers.many(ids)
    for one in ids:
        if one not in here:
            raise RecordUnknown(reference=one[:8])
    named = Counter(f"{one.form.key}/{one.year}" for one in sheets)
    with notebook.change() as change:
        done = notebook.erasures.erase(kind="paper", record_ids=ids, named=named)
        forget_left_open(notebook)
    return Erased(erasure=done, changes=change.changes)
