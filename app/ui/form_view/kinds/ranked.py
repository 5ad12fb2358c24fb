"""Alternatives in an order of choice."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.frameworks.ranks import letter
from app.ui.form_view.kinds.rank_card import RankCard
from app.ui.form_view.kinds.table import Table
from app.ui.form_view.parts.rank_stack import RankStack
from app.ui.form_view.parts.row_stack import Row, RowStack
from app.ui.widgets.label import Label


class Ranked(Table):
    """A table whose rows are cards; their order is their rank."""

    def legend(self) -> QWidget | None:
        """How the rank is changed."""
        words = self._locale.text("Alt+Up and Alt+Down change the rank, or drag")
        return Label(self.theme, words, role="small", ink="ink2", wrap=True)

    def _make_head(self) -> QWidget | None:
        return None  # every card names its own fields

    def _make_stack(self) -> RowStack:
        stack = RankStack(self.theme, self._make_card, parent=self)
        stack.ranked.connect(self._announce)
        return stack

    def _make_card(self) -> RankCard:
        card = RankCard(self.context, self.question.columns)
        self._show_columns(card)
        return card

    def _show_columns(self, row: Row) -> None:
        if isinstance(row, RankCard):
            row.show_only(self._shown)

    def _announce(self, position: int) -> None:
        words = self._locale.text("now at rank {letter}", letter=letter(position))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
