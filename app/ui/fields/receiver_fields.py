"""To whom something goes and on what ground: what the ledger asks of everything that leaves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

_GROUNDS = "disclosure-grounds"


class ReceiverFields(QWidget):
    """Two fields under their labels; `noted` says that one of them changed."""

    noted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        text, theme = workspace.text, workspace.theme
        known, words = workspace.lists.get(_GROUNDS), workspace.locale.words
        grounds = [(one.code, words(one.label)) for one in (known.items if known else []) if one.active]
        self._receiver = TextField(theme, name=text("To whom"), placeholder=text("Service or person"))
        self._ground = ComboField(
            theme, choices=grounds, name=text("On what ground"), placeholder=text("Choose")
        )
        if theme.large:  # the sentence that does not fit is read whole in the open list
            self._ground.setMinimumWidth(theme.px(160))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        fields: tuple[tuple[str, QWidget], ...] = (
            (text("To whom"), self._receiver),
            (text("On what ground"), self._ground),
        )
        for words_above, field in fields:
            label = Label(theme, words_above, role="small_strong", ink="ink2")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(theme.px(8))
        self._receiver.textChanged.connect(self.noted)
        self._ground.currentIndexChanged.connect(self.noted)

    @property
    def receiver(self) -> str:
        """To whom it goes."""
        return " ".join(self._receiver.text().split())

    @property
    def ground(self) -> str:
        """The code of the ground, or ""."""
        return self._ground.chosen() or ""

    def leave_on(self, ground: str) -> None:
        """Another ground than the one that was chosen."""
        self._ground.choose(ground)

    @property
    def complete(self) -> bool:
        """Whether the ledger could say both."""
        return bool(self.receiver and self.ground)

    def show_line(self, *, receiver: str, ground: str) -> None:
        """What is proposed; the ground stays open where the list does not know it any more."""
        self._receiver.setText(receiver)
        self._receiver.setCursorPosition(0)
        self._ground.choose(ground)

    def stand_under_receiver(self, widget: QWidget) -> None:
        """Something about the receiver, right below its field."""
        self._column.insertWidget(self._column.indexOf(self._receiver) + 1, widget)

    def focus_first(self) -> None:
        """On what is missing."""
        (self._ground if self.receiver and not self.ground else self._receiver).setFocus()
