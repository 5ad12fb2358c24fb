"""The last copy, on Today: when it was proved; or what is asked of the person."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.ask_place import ask_folder
from app.ui.widgets.banner import Banner, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class CopyLine(QWidget):
    """Quiet when all is well. `last` is an ISO moment or None; the rest comes from the keeper of copies."""

    def __init__(self, workspace: Workspace, last: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._last = workspace, last
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(workspace.theme.px(12))
        if workspace.copies is not None:
            workspace.copies.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Only what is different: the keeper looks every minute, and a button may have the focus."""
        known = self._known()
        if known == self._shown:
            return
        self._shown = known
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in self._lines():
            self._column.addWidget(line)

    def _known(self) -> object:
        keeper = self._workspace.copies
        copies = keeper.seen if keeper else None
        seen = (copies.record, copies.asked_for) if copies else None
        return self._last, seen, keeper and keeper.failure, bool(keeper and keeper.busy and not self._last)

    def _lines(self) -> list[QWidget]:
        workspace, text, locale = self._workspace, self._workspace.text, self._workspace.locale
        lines: list[QWidget] = []
        copies = workspace.copies.seen if workspace.copies else None
        if copies and copies.record.damaged:
            words = text(
                "Something is damaged in this notebook, found on {moment}. Put back a copy; this notebook is"
                " kept beside.",
                moment=locale.moment(copies.record.checked_at),
            )
            restore = Button(workspace.theme, text("Put back a copy…"), kind="quiet")
            restore.clicked.connect(lambda: workspace.restore_wanted.emit())
            lines.append(self._banner("warning", words, restore, tone="bad"))
        if workspace.copies and workspace.copies.failure:
            again = Button(workspace.theme, text("Try again"), kind="quiet")
            again.clicked.connect(workspace.copies.make_now)
            lines.append(self._banner("warning", workspace.copies.failure.said(locale), again))
        if copies and copies.asked_for:
            lines.append(self._banner("copy", self._asked(copies.record.away_at), None))
        last = max(filter(None, (self._last, copies.record.verified_at if copies else "")), default=None)
        if last is not None:
            lines.append(self._quiet(text("Last verified copy: {moment}", moment=locale.moment(last))))
        elif workspace.copies is None or not workspace.copies.busy:
            words = text("No copy of this notebook has been made yet.")
            lines.append(self._banner("shield-check", words, self._make()))
        return lines

    def _asked(self, away_at: str) -> str:
        text, locale = self._workspace.text, self._workspace.locale
        if not away_at:
            return text(
                "The drive of the second copies is not here. Connect it: the copy is then made by itself."
            )
        day = locale.date(datetime.fromisoformat(away_at).astimezone().date())
        return text(
            "The drive of the second copies has not been here since {day}. Connect it: the copy is then"
            " made by itself.",
            day=day,
        )

    def _banner(self, icon: str, words: str, action: QWidget | None, tone: Tone = "warn") -> Banner:
        return Banner(self._workspace.theme, [(icon, words)], tone=tone, actions=[action] if action else [])

    def _quiet(self, words: str) -> QWidget:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(self._workspace.theme, words, role="small", ink="ink2", wrap=True), 1)
        line.addWidget(self._make())
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _make(self) -> Button:
        make = Button(self._workspace.theme, self._workspace.text("Make a copy…"), kind="quiet")
        make.clicked.connect(self._copy)
        return make

    def _copy(self) -> None:
        place = ask_folder(self, self._workspace.text("Where the copy goes"))
        if place is not None:
            self._workspace.copy_to(place, done=self._tell_copy)

    def _tell_copy(self, _: Path) -> None:
        from app.actions.copies.copy_notebook import LAST_COPY

        self._last = self._workspace.notebook.preferences.get(LAST_COPY)
        QTimer.singleShot(0, self, self._show)
