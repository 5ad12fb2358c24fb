"""One thing two versions do not agree on: each as it says it, and the choice between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.actions.conflicts.decide_conflict import Chosen
from app.actions.conflicts.look_at_conflict import Side
from app.actions.conflicts.merged import Choice
from app.ui.widgets.choice_card import ChoiceCard
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace


class SideChoice(QWidget):
    """`chosen()` is None until somebody decided, or it merged by itself. Nothing else changes it."""

    changed = Signal()
    typed = Signal()

    def __init__(self, workspace: Workspace, side: Side, *, name: str, chosen: Chosen | None) -> None:
        super().__init__()
        theme, text = workspace.theme, workspace.text
        self.side = side
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        if said := self._before(workspace, name):
            column.addWidget(Label(theme, said, role="small", ink="ink2", wrap=True))
        nothing = text("nothing")
        offered: list[tuple[Choice, str, str]] = [
            ("ours", text("Keep what stands here"), side.ours or nothing),
            ("theirs", text("Keep what {name} wrote", name=name), side.theirs or nothing),
        ]
        if side.both:
            offered.append(
                ("both", text("Merge both lists") if side.is_list else text("Keep both"), side.both)
            )
        if side.can_write:
            offered.append(("written", text("Write it anew"), ""))
        self.cards: dict[Choice, ChoiceCard] = {}
        for choice, title, detail in offered:
            card = ChoiceCard(theme, title, detail=detail, parent=self)
            card.setAccessibleName(f"{side.label}: {title}")
            column.addWidget(card)
            self.cards[choice] = card
        self.area = TextArea(theme, name=side.label)
        self.area.setPlainText(chosen.text if chosen else "")
        column.addWidget(self.area)
        first = chosen.choice if chosen else side.proposed
        if first in self.cards:
            self.cards[first].setChecked(True)
        self._show_area()
        for card in self.cards.values():
            card.toggled.connect(lambda on: self._chose() if on else None)
        self.area.textChanged.connect(self.typed)

    def choose(self, choice: Choice) -> None:
        """As if it had been pressed."""
        if choice in self.cards:
            self.cards[choice].setChecked(True)

    def chosen(self) -> Chosen | None:
        """What was decided; None when nothing was, or nothing is written yet."""
        held = self.held()
        return None if held and held.choice == "written" and not held.text.strip() else held

    def held(self) -> Chosen | None:
        """What is kept while one is still deciding: also what was begun to be written."""
        for choice, card in self.cards.items():
            if card.isChecked():
                return Chosen(choice=choice, text=self.area.words() if self.side.can_write else "")
        return None

    def _before(self, workspace: Workspace, name: str) -> str:
        text, side = workspace.text, self.side
        parts = []
        if side.common:
            parts.append(text("Before, on both sides: {words}", words=side.common))
        if side.changed_here and not side.changed_there:
            parts.append(text("Only here it was written anew."))
        if side.changed_there and not side.changed_here:
            parts.append(text("Only {name} wrote it anew.", name=name))
        return "\n".join(parts)

    def _chose(self) -> None:
        self._show_area()
        self.changed.emit()

    def _show_area(self) -> None:
        written = self.cards.get("written")
        is_writing = written is not None and written.isChecked()
        if is_writing and not self.area.words().strip():
            self.area.setPlainText(self.side.both or self.side.ours)
        self.area.setVisible(is_writing)
