"""One proposal of the unit: what it says, and the choice to accept or to decline it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.actions.proposals.look_at_offers import Offer
from app.actions.proposals.tell_offer import tell_offer
from app.i18n import N_
from app.ui.transfer.told_rows import ToldRows
from app.ui.widgets.choice_card import ChoiceCard
from app.ui.widgets.label import Label
from app.ui.workshop.difference_line import difference_line
from app.ui.workspace import Workspace

_MOST = 40  # lines of what a file would change
_SAID = {"accepted": N_("You accepted this."), "declined": N_("You declined this.")}
_ACCEPT = {
    "case": N_("The case and its sheets come into your notebook."),
    "partner": N_("The entry stands in your directory, or is brought up to date."),
    "roster": N_("New students are written, the others get their class; doubtful ones stay as they are."),
    "school": N_("The school stands among yours, or is brought up to date."),
    "unit_file": N_("They are offered from now on; what is written stays."),
}


class OfferRow(QWidget):
    """`answer` is None until somebody chose; nothing is chosen beforehand."""

    changed = Signal()

    def __init__(self, workspace: Workspace, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, text = workspace.theme, workspace.text
        self.offer = offer
        self._cards: dict[bool, ChoiceCard] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(6))
        told = tell_offer(workspace.notebook, library=workspace.library, offer=offer, locale=workspace.locale)
        self.rows = ToldRows(workspace, told)
        column.addWidget(self.rows)
        if offer.preview is not None:
            column.addWidget(Label(theme, _differences(workspace, offer), wrap=True))
        if not offer.is_open:
            said = _SAID.get(offer.answer, N_("It is so here already."))
            column.addWidget(Label(theme, text(said), role="small", ink="ink2", wrap=True))
            return
        about = offer.said.about if offer.said else "case"
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for answer, title, detail in (
            (True, text("Accept"), text(_ACCEPT[about])),
            (False, text("Decline"), text("Nothing changes; your unit reads it in the receipt.")),
        ):
            card = ChoiceCard(theme, title, detail=detail, parent=self)
            card.setAccessibleName(f"{told[0].title}: {title}")
            card.toggled.connect(lambda on: self.changed.emit() if on else None)
            row.addWidget(card, 1)
            self._cards[answer] = card
        column.addLayout(row)

    @property
    def answer(self) -> bool | None:
        """Accepted, declined, or not decided."""
        return next((answer for answer, card in self._cards.items() if card.isChecked()), None)

    def choose(self, answer: bool) -> None:
        """As if it had been pressed."""
        self._cards[answer].setChecked(True)


def _differences(workspace: Workspace, offer: Offer) -> str:
    assert offer.preview is not None
    lines = [difference_line(workspace, one) for one in offer.preview.differences[:_MOST]]
    more = len(offer.preview.differences) - _MOST
    if more > 0:
        lines.append(workspace.locale.plural("and {n} more", "and {n} more", more))
    lines += [problem.said(workspace.locale) for problem in offer.preview.problems[:_MOST]]
    return "\n".join(lines)
