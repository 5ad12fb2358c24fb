"""The rows under a field that typing proposes: a child of the window that never takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.key_cap import key_size, paint_key
from app.ui.widgets.shapes import box, lifted

ROWS = 6
_SHADOW = 16


class SuggestionList(QWidget):
    """At most six rows are seen; the rest scrolls with the current one."""

    chosen = Signal(object)  # a Suggestion

    def __init__(self, theme: Theme, field: QWidget, enter_key: str) -> None:
        super().__init__(field.window())
        self._theme, self._field, self._enter_key = theme, field, enter_key
        self._rows: list[Suggestion] = []
        self._current = 0
        self._first = 0
        self._bar: QScrollBar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        field.destroyed.connect(self.deleteLater)

    @property
    def rows(self) -> Sequence[Suggestion]:
        """What is proposed."""
        return self._rows

    @property
    def current(self) -> Suggestion | None:
        """What Enter would take."""
        return self._rows[self._current] if self.isVisible() and self._rows else None

    def propose(self, rows: Sequence[Suggestion]) -> None:
        """Show these rows under the field, or nothing."""
        self._rows, self._current, self._first = list(rows), 0, 0
        if not self._rows:
            self.hide()
            return
        if self.parentWidget() is not self._field.window():
            self.setParent(self._field.window())
        self._place()
        self._field.window().installEventFilter(self)
        self._watch_scrolling()
        self.show()
        self.raise_()
        self.update()

    def step(self, by: int) -> None:
        """Move the current row."""
        self._current = min(max(self._current + by, 0), len(self._rows) - 1)
        self._first = min(max(self._first, self._current - ROWS + 1), self._current)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A lifted card with the rows."""
        theme, painter, card = self._theme, QPainter(self), self._card()
        radius = theme.px(8)
        lifted(painter, card, radius=radius, theme=theme, depth=_SHADOW - 4)
        box(
            painter,
            card,
            radius=radius,
            fill=theme.color("field"),
            edge=theme.color("stroke"),
            width=theme.stroke,
        )
        for line, row in enumerate(self._rows[self._first : self._first + ROWS]):
            self._paint_row(painter, row, self._row_rect(line), self._first + line == self._current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is the current one."""
        line = self._line_at(event.position().toPoint())
        if line is not None:
            self._current = line
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press takes the row."""
        line = self._line_at(event.position().toPoint())
        if line is not None:
            self.chosen.emit(self._rows[line])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel walks through the rows."""
        self.step(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It closes when the window changes its size under it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide) and watched is self.parentWidget():
            self.hide()
        return super().eventFilter(watched, event)

    def _paint_row(self, painter: QPainter, row: Suggestion, rect: QRect, current: bool) -> None:
        theme = self._theme
        if current:
            edge = theme.color("accent") if theme.flat else None
            box(painter, rect, radius=theme.px(6), fill=theme.color("wash"), edge=edge, width=2)
        x, right = rect.left() + theme.px(12), rect.right() - theme.px(12)
        if row.icon:
            theme.draw_icon(
                painter, row.icon, "accent", QRect(x, rect.top(), theme.px(16), rect.height()), 16
            )
            x += theme.px(24)
        if current:
            size = key_size(theme, self._enter_key)
            key = QRect(QPoint(right - size.width(), rect.center().y() - size.height() // 2 + 1), size)
            paint_key(painter, theme, self._enter_key, key, edge="stroke")
            right = key.left() - theme.px(12)
        for text, matched in _pieces(row):
            x += self._paint_words(painter, text, QRect(x, rect.top(), right - x, rect.height()), matched)
        if row.detail:
            x += theme.px(8)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink2"))
            detail = theme.metrics("small").elidedText(
                row.detail, Qt.TextElideMode.ElideRight, max(0, right - x)
            )
            painter.drawText(QRect(x, rect.top(), max(0, right - x), rect.height()), _LEFT, detail)

    def _paint_words(self, painter: QPainter, text: str, rect: QRect, matched: bool) -> int:
        token: Token = "accent" if matched else "ink"
        painter.setFont(self._theme.font("strong" if matched else "body"))
        painter.setPen(self._theme.color(token))
        painter.drawText(rect, _LEFT, text)
        return painter.fontMetrics().horizontalAdvance(text)

    def _watch_scrolling(self) -> None:
        parent = self._field.parentWidget()
        while parent is not None and not isinstance(parent, QAbstractScrollArea):
            parent = parent.parentWidget()
        bar = parent.verticalScrollBar() if isinstance(parent, QAbstractScrollArea) else None
        if bar is not None and bar is not self._bar:
            self._bar = bar
            bar.valueChanged.connect(self._follow)

    def _follow(self) -> None:
        """Scrolling takes the rows along."""
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """Under the field, above it where there is no room, inside the window."""
        theme, window = self._theme, self._field.window()
        size = self._size_of_card()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + theme.px(6)))
        if corner.y() + size.height() > window.height():
            above = self._field.mapTo(window, QPoint(0, -theme.px(6) - size.height()))
            corner = above if above.y() >= 0 else corner
        corner.setX(max(theme.px(4), min(corner.x(), window.width() - size.width() - theme.px(4))))
        shadow = QPoint(_SHADOW, _SHADOW)
        self.setGeometry(QRect(corner - shadow, size + QSize(2 * _SHADOW, 2 * _SHADOW)))

    def _size_of_card(self) -> QSize:
        theme = self._theme
        strong, small = theme.metrics("strong"), theme.metrics("small")
        widest = max(
            strong.horizontalAdvance(row.label)
            + (small.horizontalAdvance(row.detail) + theme.px(8) if row.detail else 0)
            + (theme.px(24) if row.icon else 0)
            for row in self._rows
        )
        key = key_size(theme, self._enter_key).width()
        width = min(
            max(widest + key + theme.px(56), theme.px(280)), self._field.window().width() - theme.px(8)
        )
        return QSize(width, min(len(self._rows), ROWS) * self._row_height() + 2 * theme.px(6))

    def _row_height(self) -> int:
        return self._theme.px(34)

    def _card(self) -> QRect:
        return self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _row_rect(self, line: int) -> QRect:
        card, inset = self._card(), self._theme.px(6)
        return QRect(
            card.left() + inset,
            card.top() + inset + line * self._row_height(),
            card.width() - 2 * inset,
            self._row_height(),
        )

    def _line_at(self, place: QPoint) -> int | None:
        for line in range(min(ROWS, len(self._rows) - self._first)):
            if self._row_rect(line).contains(place):
                return self._first + line
        return None


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _pieces(row: Suggestion) -> list[tuple[str, bool]]:
    """The label cut into what matches and what does not."""
    pieces, at = [], 0
    for start, end in row.spans:
        if start >= at:
            pieces += [(row.label[at:start], False), (row.label[start:end], True)]
            at = end
    return [(text, matched) for text, matched in [*pieces, (row.label[at:], False)] if text]
