"""A record written on both sides: both versions, what they come from, and the decision."""

from concurrent.futures import Future
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.conflicts.decide_conflict import Chosen, Decided, decide_conflict
from app.actions.conflicts.look_at_conflict import TwoVersions, look_at_conflict
from app.actions.conflicts.merged import Choice
from app.actions.conflicts.undo_decision import undo_decision
from app.errors import CarnetError
from app.models.changes import Changes
from app.models.conflict import DECIDING, Conflict
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.transfer.side_choice import SideChoice
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_KEEP_MS = 800


class ConflictPage(Page):
    """A destination's `record_id` is the conflict. What is chosen so far is kept, also through the lock."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._conflict: Conflict | None = None
        self.choices: list[SideChoice] = []
        self._sheet = Sheet(theme, margin=120)
        self._back = Button(theme, text("Back to the transfers"))
        self._back.clicked.connect(lambda: workspace.go("transfer"))
        self._sheet.header.add_right(self._back)
        self.decide = Button(theme, text("Decide"), kind="primary", big=True)
        self.decide.clicked.connect(self._decide)
        self._ours = Button(theme, text("All as here"), kind="outlined", big=True)
        self._ours.clicked.connect(partial(self._choose_all, "ours"))
        self._theirs = Button(theme, text("All as there"), kind="outlined", big=True)
        self._theirs.clicked.connect(partial(self._choose_all, "theirs"))
        self._sheet.set_footer(FlowRow(theme, self.decide, self._ours, self._theirs, spacing=12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)

    def open(self, destination: Destination) -> None:
        """Both versions as they stand now, and what was chosen before."""
        self._show(destination.record_id)

    def show_changes(self, changes: Changes) -> None:
        """The record was written anew, or decided elsewhere."""
        conflict = self._conflict
        if conflict and (changes.ids("conflict") or changes.ids(conflict.kind) & {conflict.record_id}):
            self._keep_now()
            self._show(conflict.id)

    def leave(self) -> bool:
        """What was chosen waits here."""
        self._keep_now()
        return True

    def keep(self) -> "Future[Any] | None":
        """What was chosen so far, on disk."""
        held = self._held()
        return self.workspace.keeping.submit(partial(self._put, *held)) if held else None

    def focus_first(self) -> None:
        """The first thing to decide."""
        undecided = [one for one in self.choices if one.chosen() is None]
        if undecided:
            next(iter(undecided[0].cards.values())).setFocus()
        else:
            (self.decide if self._conflict else self._back).setFocus()

    def _show(self, conflict_id: str) -> None:
        workspace, text = self.workspace, self.workspace.text
        self._timer.stop()
        self._sheet.clear()
        self.choices, self._conflict = [], None
        found = [one for one in workspace.notebook.transfers.conflicts() if one.id == conflict_id]
        for button in (self.decide, self._ours, self._theirs):
            button.setVisible(bool(found))
        if not found:
            self._sheet.set_title(text("Two versions"), text("This was decided."))
            return
        conflict = self._conflict = found[0]
        versions = look_at_conflict(
            workspace.notebook, library=workspace.library, conflict=conflict, locale=workspace.locale
        )
        sender = workspace.notebook.correspondents.get(conflict.correspondent_id).name
        came = text("came from {name} on {moment}", name=sender, moment=workspace.locale.moment(conflict.at))
        self._sheet.set_title(versions.title, came)
        self._sheet.add_row("", Banner(workspace.theme, [("info", self._sentence(versions))], tone="calm"))
        kept = workspace.notebook.preferences.get(f"{DECIDING}{conflict.record_id}", {}).get(conflict.id, {})
        for side in versions.sides:
            chosen = msgspec.convert(kept[side.key], Chosen) if side.key in kept else None
            choice = SideChoice(workspace, side, name=sender, chosen=chosen)
            choice.changed.connect(self._changed)
            choice.typed.connect(self._typed)
            self._sheet.add_row(side.label, choice)
            self.choices.append(choice)
        self._ready()

    def _sentence(self, versions: TwoVersions) -> str:
        if not versions.sides:
            return self.workspace.text("Both sides say the same by now. Deciding ends it on both sides.")
        return self.workspace.text(
            "Both sides wrote here since they last agreed. Until you decide, your version stands and the"
            " other one is kept beside it. Lists are merged; for words, you choose."
        )

    def _choose_all(self, choice: Choice, *_: object) -> None:
        for one in self.choices:
            one.choose(choice)

    def _changed(self) -> None:
        self._ready()
        self.keep()

    def _typed(self) -> None:
        self._ready()
        if not self._timer.isActive():  # later keys do not put it off
            self._timer.start(_KEEP_MS)

    def _ready(self) -> None:
        self.decide.setEnabled(all(one.chosen() is not None for one in self.choices))

    def _held(self) -> tuple[str, dict[str, Any]] | None:
        if self._conflict is None:
            return None
        held = {one.side.key: msgspec.to_builtins(kept) for one in self.choices if (kept := one.held())}
        return f"{DECIDING}{self._conflict.record_id}", {self._conflict.id: held}

    def _put(self, key: str, held: dict[str, Any]) -> None:
        preferences = self.workspace.notebook.preferences
        preferences.set(key, preferences.get(key, {}) | held)

    def _keep_now(self) -> None:
        self._timer.stop()
        if held := self._held():
            self._put(*held)

    def _decide(self) -> None:
        workspace, conflict = self.workspace, self._conflict
        if conflict is None:
            return
        self._keep_now()
        chosen = {one.side.key: kept for one in self.choices if (kept := one.chosen())}
        try:
            decided = decide_conflict(
                workspace.notebook, library=workspace.library, conflict=conflict, chosen=chosen
            )
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        self._conflict = None
        workspace.tell(decided.changes)
        workspace.go("transfer")
        done = workspace.text("Decided. It goes along with the next package.")
        workspace.offer_undo(done, partial(_undo, workspace, decided))


def _undo(workspace: Workspace, decided: Decided) -> None:
    workspace.act(undo_decision, library=workspace.library, decided=decided)
