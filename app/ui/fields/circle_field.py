"""Which circle a receiver stands in, and what follows from it: recognised, and corrected by hand."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.disclosure.circle_of import circle_of, rule_for
from app.actions.service_of import service_of
from app.frameworks.proposal import Proposal, propose
from app.models.case import Case
from app.models.disclosure import Scope
from app.models.form import Form
from app.models.framework import FIGURES, Circle
from app.models.record import FormRecord
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.words.circle_words import CIRCLES, PAPER, Said, proposal_words
from app.ui.workspace import Workspace


class CircleField(QWidget):
    """`changed` when something else is proposed; a circle chosen by hand holds till another is recognised."""

    changed = Signal()
    words: ClassVar[Said] = PAPER

    def __init__(self, workspace: Workspace, record: FormRecord | Case, form: Form | None = None) -> None:
        super().__init__()
        self._workspace, self._record, self._form = workspace, record, form
        theme, text = workspace.theme, workspace.text
        self._service = workspace.library.framework(service_of(workspace.notebook, record=record))
        known = [
            (one.who, workspace.label(CIRCLES, one.who))
            for one in self._service.circles
            if one.who != FIGURES
        ]
        self.field = ComboField(
            theme, choices=known, name=text("Who receives it"), placeholder=text("Choose")
        )
        if theme.large:
            self.field.setMinimumWidth(theme.px(160))
        self.said = Label(theme, role="small", ink="ink2", wrap=True)
        self.odd = Label(theme, role="small_strong", ink="warn", wrap=True)
        self._by_hand = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.above = Label(theme, text("Who receives it"), role="small_strong", ink="ink2")
        self.above.setBuddy(self.field)
        for part in (self.above, self.field, self.said, self.odd):
            column.addWidget(part)
        self.said.hide()
        self.odd.hide()
        if not known:  # shown before it has its place it would be a window
            self.hide()
        self.field.activated.connect(self._choose)

    @property
    def proposal(self) -> Proposal:
        """What is proposed for the circle that is shown."""
        return self.proposed_for(rule_for(self._service, self.field.chosen() or ""))

    def proposed_for(self, circle: Circle | None) -> Proposal:
        """Of a whole case there is no form to ask."""
        if self._form is not None:
            return propose(form=self._form, circle=circle)
        return Proposal(circle=circle, how=circle.gives) if circle else Proposal()

    def look(self, receiver: str, ground: str) -> None:
        """Recognise whom these words mean."""
        workspace = self._workspace
        found = circle_of(
            workspace.notebook, library=workspace.library, record=self._record, recipient=receiver,
            ground=ground,
        )  # fmt: skip
        if found.certain:
            self._by_hand = False
        if not self._by_hand and found.who != (self.field.chosen() or ""):
            self.field.choose(found.who)
            self._tell()

    def take_up(self, receiver: str, ground: str) -> None:
        """What the field shows was put back: where these words mean somebody else, a hand chose it."""
        workspace = self._workspace
        found = circle_of(
            workspace.notebook, library=workspace.library, record=self._record, recipient=receiver,
            ground=ground,
        )  # fmt: skip
        self._by_hand = found.who != (self.field.chosen() or "")
        self._tell()

    def tell_scope(self, scope: Scope) -> None:
        """Say that it is more or less than proposed, before it leaves."""
        text = self._workspace.text
        said = {
            "wider": text("More than proposed: the ledger will say so."),
            "narrower": text("Less than proposed: the ledger will say so."),
        }.get(scope, "")
        self.odd.setText(said)
        self.odd.setVisible(bool(said))

    def _choose(self) -> None:
        self._by_hand = True
        self._tell()

    def _tell(self) -> None:
        self._say([proposal_words(self._workspace, self.proposal, self.words)])
        self.changed.emit()

    def _say(self, sentences: list[str]) -> None:
        said = "\n".join(filter(None, sentences))
        self.said.setText(said)
        self.said.setVisible(bool(said))
