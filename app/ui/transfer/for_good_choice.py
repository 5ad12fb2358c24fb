"""Whether the receiver gets to know of a case, or goes on with it alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.widgets.choice_card import ChoiceCard
from app.ui.workspace import Workspace


class ForGoodChoice(QWidget):
    """For all the cases of the package."""

    changed = Signal()

    def __init__(self, workspace: Workspace, name: str, *, for_good: bool) -> None:
        super().__init__()
        theme, text = workspace.theme, workspace.text
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._share = ChoiceCard(
            theme, text("To share"), detail=text("You go on with the cases; {name} sees them.", name=name),
            chosen=not for_good, parent=self,
        )  # fmt: skip
        self._give = ChoiceCard(
            theme, text("To hand over for good"),
            detail=text(
                "{name} goes on with the cases. Once their receipt says so, they are read here, not written.",
                name=name,
            ),
            chosen=for_good, parent=self,
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for card in (self._share, self._give):
            card.toggled.connect(lambda on: self.changed.emit() if on else None)
            row.addWidget(card, 1)

    @property
    def for_good(self) -> bool:
        """Whether the cases change hands."""
        return self._give.isChecked()

    def choose(self, for_good: bool) -> None:
        """As if it had been pressed."""
        (self._give if for_good else self._share).setChecked(True)
