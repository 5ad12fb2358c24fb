"""The words of one letter, changed for this once."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace

_TYPING_MS = 400
ForWhom = tuple[str, str]  # the reader and the language the words are for


class OwnText(QWidget):
    """Closed until somebody wants it; the template itself stays as it is."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        theme, text = workspace.theme, workspace.text
        self._own: dict[ForWhom, str] = {}
        self._for: ForWhom = ("", "")
        self._shipped = ""
        self._open = Button(
            theme, text("Change the words of this letter"), kind="quiet", icon="note-pencil", small=True
        )
        self._area = TextArea(theme, name=text("Words of this letter"), lines=8, most=20)
        hint = text("Only this letter changes. What stands in braces is filled in; leave it as it is.")
        self._hint = Label(theme, hint, role="small", ink="ink2", wrap=True)
        self._back = Button(theme, text("Back to the usual words"), kind="quiet", small=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._open, 0, left)
        column.addWidget(self._hint)
        column.addWidget(self._area)
        column.addWidget(self._back, 0, left)
        self._opened(False)
        self._open.clicked.connect(self._begin)
        self._back.clicked.connect(self._give_up)
        self._area.textChanged.connect(self._typed)

    def show_words(self, shipped: str, *, for_whom: ForWhom) -> None:
        """The usual words for these readers, or what was made of them."""
        words = self._own.get(for_whom, shipped).strip("\n")
        self._for, self._shipped = for_whom, shipped
        if words != self._area.words():
            self._area.blockSignals(True)
            self._area.setPlainText(words)
            self._area.blockSignals(False)

    def words_for(self, for_whom: ForWhom) -> str:
        """The changed words, or "" for the usual ones."""
        return self._own.get(for_whom, "")

    def raw(self) -> list[list[str]]:
        """Everything that was changed, as JSON holds it."""
        return [[*for_whom, words] for for_whom, words in self._own.items()]

    def set_raw(self, raw: list[list[str]]) -> None:
        """Change it again."""
        self._own = {(reader, language): words for reader, language, words in raw}
        self._opened(bool(raw))

    def forget(self) -> None:
        """Another letter: nothing is changed."""
        self._own = {}
        self._opened(False)

    def _begin(self) -> None:
        self._opened(True)
        self._area.setFocus()

    def _give_up(self) -> None:
        self.forget()
        self.changed.emit()

    def _typed(self) -> None:
        self._own[self._for] = self._area.words()
        self._soon.start(_TYPING_MS)

    def _opened(self, opened: bool) -> None:
        self._open.setVisible(not opened)
        for part in (self._hint, self._area, self._back):
            part.setVisible(opened)
