"""Keep copies beside the notebook and in a second place, without being asked."""

from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from app.errors import FileNotWritten
from app.models.record import now
from app.storage.copier import GoOn, to_the_end
from app.storage.copy_record import CopyRecord, State, keep_record, read_record, state_of
from app.storage.copy_room import budget_in, make_room
from app.storage.copying import copy_notebook
from app.storage.kept_copies import FOLDER, copy_in, list_copies, remove_copy
from app.storage.notebook import Notebook
from app.storage.rotation import to_drop

PLACE, SHARE, OFF = "copies_place", "copies_share", "copies_off"
USUAL_SHARE = 10  # per cent of the free disk

Away = Literal["none", "there", "missing"]


class KeptCopies(NamedTuple):
    """Whether a copy was made beside the notebook, in the second place, and whether that place is there."""

    here: bool
    away: bool
    place: Away


def keep_copies(
    notebook: Notebook,
    *,
    go_on: GoOn = to_the_end,
    insist: bool = False,
    anyway: bool = False,
    beside_too: bool = True,
) -> KeptCopies:
    """Make the copies that are due and let those go that are too many.

    An unchanged notebook makes none, unless `anyway`. Interrupted when somebody writes meanwhile and it
    does not `insist`; otherwise what copying raises. The second place is served even if the first fails,
    and alone unless `beside_too`. After something was erased for ever only the new copy stays.
    """
    record = read_record(notebook.folder)
    state = state_of(notebook.folder, list(notebook.keys_of_files()))
    beside, away = notebook.folder / FOLDER, second_place(notebook)
    made_here = made_away = False
    try:
        due = anyway or record.copied != state or not list_copies(beside, notebook.vault_id)
        if due and beside_too:
            _make_folder(beside)
            _keep(notebook, beside, state, go_on, insist, alone=record.erased_here)
            record = _remember(notebook, copied=state, verified_at=now(), erased_here=False)
            made_here = True
    finally:
        place = _is_there(away)
        if away is not None and place == "there":
            changed = record.copied_away != state or not list_copies(away, notebook.vault_id)
            if anyway or changed:
                _keep(notebook, away, state, go_on, insist, alone=record.erased_away)
                _remember(
                    notebook, copied_away=state, away_at=now(), verified_at=now(), erased_away=False
                )  # fmt: skip
                made_away = True
    return KeptCopies(made_here, made_away, place)


def second_place(notebook: Notebook) -> Path | None:
    """The folder named for copies on another drive, there or not."""
    place = notebook.preferences.get(PLACE)
    return Path(place) if place else None


def name_second_place(notebook: Notebook, *, folder: Path | None) -> Path | None:
    """Copies go there too from now on, into a folder of their own; None forgets the place.

    A drive is known to be there by that folder: where a stick is away the system may show an empty one.
    """
    if folder is None:
        notebook.preferences.set(PLACE, None)
        return None
    place = folder / "carnet-copies"
    _make_folder(place)
    notebook.preferences.set(PLACE, str(place))
    return place


def is_due(notebook: Notebook) -> bool:
    """Is there anything no copy beside the notebook holds. Looks at the files only."""
    state = state_of(notebook.folder, list(notebook.keys_of_files()))
    return read_record(notebook.folder).copied != state


def owes_copies(notebook: Notebook) -> bool:
    """Whether copies that are kept still hold what was erased for ever: owed even where none are wanted."""
    record, away = read_record(notebook.folder), second_place(notebook)
    held = record.erased_here and bool(list_copies(notebook.folder / FOLDER, notebook.vault_id))
    return held or (record.erased_away and away is not None and bool(list_copies(away, notebook.vault_id)))


def _keep(notebook: Notebook, place: Path, state: State, go_on: GoOn, insist: bool, *, alone: bool) -> None:
    copies = list_copies(place, notebook.vault_id)
    make_room(place, copies, need=sum(size for size, _ in state.values()))
    made = copy_in(copy_notebook(notebook, place, go_on=go_on, insist=insist))
    if made is None:
        raise FileNotWritten
    copies = list_copies(place, notebook.vault_id)
    if alone:
        for copy in copies:
            if copy != made:
                remove_copy(copy)
        return
    budget = budget_in(place, copies, notebook.preferences.get(SHARE, USUAL_SHARE))
    for copy in to_drop(copies, newest=made, now=datetime.now(), budget=budget):
        remove_copy(copy)


def _remember(notebook: Notebook, **changes: object) -> CopyRecord:
    record = msgspec.structs.replace(read_record(notebook.folder), **changes)
    keep_record(notebook.folder, record)
    return record


def _is_there(place: Path | None) -> Away:
    if place is None:
        return "none"
    try:
        return "there" if place.is_dir() else "missing"
    except OSError:
        return "missing"


def _make_folder(place: Path) -> None:
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileNotWritten from error
