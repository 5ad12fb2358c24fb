"""What dialogs that correct a record share: fields in pairs, saving, and never losing what was typed."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.fields.typed_fields import Fields, type_again, typed_in
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

SAVE, LEAVE, REVISIONS, ERASE = "save", "leave", "revisions", "erase"


class EditDialog(Dialog):
    """Ctrl+Enter saves. Escape leaves at once what nobody touched, and asks once before leaving the rest.

    Subclasses say what is written (`written`), what stands in the way of saving (`problem`), and save;
    and by which `question` about what (`about`) they are asked again after a lock.
    """

    question: ClassVar[str]

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget,
        *,
        title: str,
        text: str = "",
        more: Sequence[tuple[str, str, Kind]] = (),
        save_words: str = "",
        width: int = 720,
    ) -> None:
        super().__init__(
            workspace.theme,
            title=title,
            text=text,
            answers=[
                (SAVE, save_words or workspace.text("Save"), "primary"),
                (LEAVE, workspace.text("Leave as it was"), "outlined"),
                *more,
            ],
            width=width,
            parent=parent.window(),
        )
        self.workspace = workspace
        self._first: QWidget | None = None
        self._at_first: Any = None
        self._fields: Fields = ()
        self._asked = False
        self._banner = Banner(workspace.theme)
        self.body.addWidget(self._banner)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(workspace.theme.px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.buttons[SAVE].click)
        self.buttons[SAVE].set_hint(workspace.text("Ctrl+Enter"))

    # What subclasses answer

    def written(self) -> Any:
        """What the fields hold now, comparable."""
        raise NotImplementedError

    def problem(self) -> tuple[str, QWidget] | None:
        """Why it cannot be saved yet, and where to put it right."""
        return None

    def save(self) -> bool:
        """Write it into the notebook; False when that failed, which has been told."""
        raise NotImplementedError

    def about(self) -> dict[str, Any]:
        """What it was asked about, as JSON can hold it."""
        raise NotImplementedError

    # What they use

    def add_pair(self, *fields: tuple[str, QWidget], note: QWidget | None = None) -> None:
        """One or two (label, field) side by side; one alone takes the whole width. `note` stands below."""
        theme, line = self.workspace.theme, self._grid.rowCount()
        for column, (words, field) in enumerate(fields):
            span = 2 if len(fields) == 1 else 1
            holder = QWidget()
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, theme.px(10))
            inside.setSpacing(theme.px(2))
            if words:
                label = Label(theme, words, role="small_strong", ink="ink2")
                label.setBuddy(field)
                inside.addWidget(label)
                if not field.accessibleName():
                    field.setAccessibleName(words)
            inside.addWidget(field)
            if note is not None and column == 0:
                inside.addWidget(note)
            inside.addStretch(1)
            self._grid.addWidget(holder, line, column, 1, span)
        if self._first is None:
            self._first = fields[0][1]

    def add_wide(self, widget: QWidget) -> None:
        """Something over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def settle(self) -> None:
        """The fields are filled: what is written from now on is a change."""
        self._at_first, self._fields = self.written(), typed_in(self)

    def is_changed(self) -> bool:
        """Whether anything was written since."""
        return bool(self.written() != self._at_first)

    def left_open(self) -> dict[str, Any] | None:
        """The question, what it was about, and the fields as they are, what is not understood too."""
        fields = typed_in(self)
        if fields == self._fields:
            return None
        return {"question": self.question, "about": self.about(), "fields": fields}

    def write_again(self, fields: Fields) -> None:
        """Put back what had been written when the notebook was locked."""
        type_again(self, fields)

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is in the first field."""
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Escape: not before saying that something would be lost."""
        if self.is_changed() and not self._asked:
            self._asked = True
            self._say(self.workspace.text("What you wrote here is not saved. Escape once more leaves it."))
            return
        super().reject()

    def _may_turn_away(self) -> bool:
        """Before leaving for another page: once said that something would be lost, yes."""
        if self.is_changed() and not self._asked:
            self._asked = True
            self._say(self.workspace.text("What you wrote here is not saved. Once more leaves it."))
            return False
        return True

    def _take(self, key: str) -> None:
        if key == SAVE:
            hindrance = self.problem()
            if hindrance is not None:
                self.point_at(*hindrance)
                return
            if not self.save():
                return
        if key in (REVISIONS, ERASE) and not self._may_turn_away():
            return
        super()._take(key)

    def point_at(self, sentence: str, field: QWidget) -> None:
        """Say what stands in the way, and go where it is put right."""
        self._say(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self._banner.set_lines([("info", sentence)])
        self.fit()
