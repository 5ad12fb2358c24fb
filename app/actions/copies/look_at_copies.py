"""What there is of copies, in both places."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.actions.copies.keep_copies import OFF, SHARE, USUAL_SHARE, second_place
from app.models.copy import Copy
from app.models.discreet import Discreet
from app.storage.copy_record import CopyRecord, read_record, state_of
from app.storage.copy_room import budget_in
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.notebook import Notebook

_PATIENCE = timedelta(hours=20)


class Copies(Discreet, frozen=True, kw_only=True):
    """`away` is the second place; `waiting` says that it is not there though the notebook changed."""

    here: list[Copy]
    away_copies: list[Copy]
    away: Path | None
    away_there: bool
    waiting: bool
    record: CopyRecord
    is_off: bool
    share: int
    budget: int

    @property
    def asked_for(self) -> bool:
        """Is the person asked for it: not on the day it was last here, for sticks are put away at night."""
        if not self.waiting or not self.record.away_at:
            return self.waiting
        return datetime.now(UTC) - datetime.fromisoformat(self.record.away_at) > _PATIENCE

    @property
    def used(self) -> int:
        """Bytes of the copies beside the notebook."""
        return sum(copy.size for copy in self.here)


def look_at_copies(notebook: Notebook) -> Copies:
    """Read from the disk, perhaps from a slow stick: for the worker."""
    beside, away = notebook.folder / FOLDER, second_place(notebook)
    here = list_copies(beside, notebook.vault_id)
    record = read_record(notebook.folder)
    there = away is not None and away.is_dir()
    state = state_of(notebook.folder, list(notebook.keys_of_files()))
    share = notebook.preferences.get(SHARE, USUAL_SHARE)
    return Copies(
        here=here,
        away_copies=list_copies(away, notebook.vault_id) if away else [],
        away=away,
        away_there=there,
        waiting=away is not None and not there and record.copied_away != state,
        record=record,
        is_off=bool(notebook.preferences.get(OFF, False)),
        share=share,
        budget=budget_in(notebook.folder, here, share),
    )
