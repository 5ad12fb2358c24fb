"""The sections of a form at the foot of its sheet: where one is, what has been said, a press away."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import N_, Locale
from app.ui.form_view.form_view import FormView
from app.ui.form_view.section_keys import add_section_keys
from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import box, ring

_DOT = 14  # from the left edge to the words
_SOON = 300  # milliseconds until a dot fills


class SectionStrip(FlowRow):
    """Filled dots where something was said; the current section is bold and underlined."""

    def __init__(self, theme: Theme, locale: Locale, view: FormView, parent: QWidget | None = None) -> None:
        super().__init__(theme, spacing=4, parent=parent)
        self._locale, self._view = locale, view
        self._steps: dict[str, _Step] = {}
        for section in view.sections:
            step = _Step(theme, section.label, parent=self)
            step.clicked.connect(lambda _=False, key=section.key: view.focus_section(key))
            step.setToolTip(locale.text("Alt+PgDown goes past the rest of a table, then of a section"))
            self._steps[section.key] = step
            self.add(step)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        add_section_keys(view)
        view.changed.connect(self._refresh_soon)
        view.filled.connect(self.refresh)
        view.section_entered.connect(self._show_current)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its lines: a footer does not ask."""
        super().resizeEvent(event)
        height = self.heightForWidth(event.size().width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def refresh(self) -> None:
        """Fill the dots of the sections where something was said."""
        answered = self._view.answered_sections()
        for key, step in self._steps.items():
            said = key in answered
            words = N_("something noted") if said else N_("nothing noted yet")
            step.show_answered(said, self._locale.text(words))

    def _refresh_soon(self) -> None:
        """Not at every key: looking through the whole form would keep the letter waiting."""
        if not self._soon.isActive():
            self._soon.start()

    def _show_current(self, key: str) -> None:
        for step_key, step in self._steps.items():
            step.show_current(step_key == key)


class _Step(PaintedButton):
    """One section."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        self._answered, self._current = False, False
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_answered(self, answered: bool, words: str) -> None:
        if (answered, words) != (self._answered, self.accessibleDescription()):
            self._answered = answered
            self.setAccessibleDescription(words)
            self.update()

    def show_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:
        # Room for the bold words, so that nothing moves when another section is the current one.
        width = self.theme.metrics("small_strong").horizontalAdvance(self._words)
        return QSize(self.theme.px(_DOT + 5) + width, self.theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, QPainter(self)
        if self.hasFocus():
            ring(painter, self.rect(), radius=theme.px(4), theme=theme)
        side = theme.px(7)
        dot = QRect(QPoint(theme.px(2), (self.height() - side) // 2), QSize(side, side))
        accent = theme.color("accent")
        if self._answered:
            box(painter, dot, radius=side / 2, fill=accent)
        else:
            box(painter, dot, radius=side / 2, edge=theme.color("stroke"), width=1.5)
        words = self.rect().adjusted(theme.px(_DOT), 0, 0, 0)
        role: Role = "small_strong" if self._current else "small"
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("ink" if self._current or self.hovered else "ink2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        if self._current:
            width = theme.metrics(role).horizontalAdvance(self._words)
            painter.fillRect(QRect(words.left(), self.height() - theme.px(3), width, 2), accent)
