"""One line of the sheet: left of the margin line what this is, right of it the answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.form_view.question_box import QuestionBox
from app.ui.theme.theme import Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.sheet_rows import GUTTER

_LABEL_GAP = 15


class FormRow(QWidget):
    """The questions of one point side by side, or one that takes the whole width."""

    def __init__(
        self,
        theme: Theme,
        boxes: Sequence[QuestionBox],
        *,
        number: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.boxes, self._theme, self._number = boxes, theme, number
        self._marks = boxes[0].widget.margin()
        self._left = Label(theme, wrap=True, parent=self)
        self._content = QWidget(self)
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        if boxes[0].widget.block:
            inside.addWidget(boxes[0])
        else:
            side_by_side = QWidget()
            flow = FlowLayout(spacing=theme.px(8), parent=side_by_side)
            for box in boxes:
                flow.addWidget(box)
                flow.setAlignment(box, Qt.AlignmentFlag.AlignTop)
            inside.addWidget(side_by_side)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(3, 1)
        self._grid.addWidget(self._left, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._content, 0, 3)

    def arrange(self, *, line_x: int, beside: bool) -> None:
        """Follow the margin line; `beside` puts labels left of it."""
        theme, shown = self._theme, [box for box in self.boxes if not box.isHidden()]
        if self.isHidden() == bool(shown):
            self.setVisible(bool(shown))
        if not shown:
            return
        for box in shown:
            in_margin = beside and box is shown[0] and self._marks is None
            box.place_label(above=not beside or box.widget.block, hidden=in_margin)
        self._show_left(shown[0], beside)
        self._left.setFixedWidth(line_x)
        outset = theme.px(shown[0].widget.outset)
        self._grid.setColumnMinimumWidth(1, 1 + theme.px(GUTTER) - outset)
        if self._marks is not None:
            self._place_marks(self._marks, line_x, beside)

    def _show_left(self, first: QuestionBox, beside: bool) -> None:
        theme, left = self._theme, self._left
        left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        if beside and self._marks is None and not first.headed:
            left.set_look(role="small_strong", ink="ink2")
            left.setText(first.widget.label)
            left.setContentsMargins(theme.px(8), theme.px(5), theme.px(_LABEL_GAP), 0)
        elif not beside and self._number is not None:
            left.set_look(role="number", ink="accent")
            left.setText(str(self._number))
            left.setContentsMargins(0, 0, theme.px(_LABEL_GAP), 0)
        else:
            left.setText("")

    def _place_marks(self, marks: QWidget, line_x: int, beside: bool) -> None:
        self._grid.removeWidget(marks)
        marks.setParent(self)
        if beside:
            marks.setFixedWidth(line_x - self._theme.px(_LABEL_GAP - 1))
            self._grid.addWidget(marks, 0, 0)
            self._grid.setColumnMinimumWidth(2, 0)
        else:
            width = marks.minimumSizeHint().width()
            marks.setFixedWidth(width)
            self._grid.addWidget(marks, 0, 2, Qt.AlignmentFlag.AlignLeft)
            self._grid.setColumnMinimumWidth(2, width + self._theme.px(8))
        marks.show()
