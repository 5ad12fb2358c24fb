"""Paragraphs, each with its mark in the margin: seen, said, reported, hypothesis."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.frameworks.marks import MARKS
from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.parts.mark_legend import MarkLegend
from app.ui.form_view.parts.mark_margin import MarkMargin
from app.ui.form_view.parts.marked_area import OUTSET, MarkedArea


class MarkedText(QuestionWidget):
    """The text stays plain; the marks are painted left of the line and follow it."""

    block = True
    outset = OUTSET
    asks_help = True

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self.area = MarkedArea(self.theme, self._locale, parent=self)
        self.area.setAccessibleName(self.label)
        self.area.setPlaceholderText(self.help)
        self.area.edited.connect(self.changed)
        self.area.left.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._margin = MarkMargin(self.theme, self._locale, self.area)
        self._legend = MarkLegend(self.theme, self._locale, self.area)

    def raw(self) -> Any:
        """Every paragraph with its mark, empty ones too while another holds text."""
        rows = self.area.paragraphs()
        return rows if any(row["text"] for row in rows) else None

    def set_raw(self, raw: Any) -> None:
        """Show these paragraphs; undo starts anew."""
        rows = raw if isinstance(raw, list) else []
        self.area.set_paragraphs(
            [
                {
                    "mark": row["mark"] if row.get("mark") in MARKS else "seen",
                    "text": str(row.get("text", "")),
                }
                for row in rows
                if isinstance(row, dict)
            ]
        )

    def value(self) -> Any:
        """The paragraphs that say something."""
        return [row for row in self.area.paragraphs() if row["text"].strip()] or None

    def set_value(self, value: Any) -> None:
        """Show these paragraphs."""
        self.set_raw(value)

    def fields(self) -> list[QWidget]:
        """The area."""
        return [self.area]

    def margin(self) -> QWidget:
        """The marks."""
        return self._margin

    def legend(self) -> QWidget:
        """The keys that set a mark."""
        return self._legend

    def prefill(self, fact: str) -> None:
        """One paragraph a line, reported: a fact comes from elsewhere."""
        self.set_raw([{"mark": "reported", "text": line} for line in fact.splitlines()])
