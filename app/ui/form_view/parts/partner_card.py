"""The chosen entry of the directory: service, person, address, and whether secrecy binds it."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import N_, Locale
from app.models.partner import Partner
from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.shapes import FOCUS, box, hairline

SECRECY = {
    "yes": N_("bound by professional secrecy"),
    "no": N_("not bound by professional secrecy"),
    "partly": N_("partly bound by professional secrecy"),
    "varies": N_("secrecy depends on who receives it"),
}
_INSET = 6
_WRAP = int(Qt.TextFlag.TextWordWrap)


class _Line(NamedTuple):
    text: str
    role: Role = "body"
    ink: Token = "ink"
    icon: str = ""


class PartnerCard(PaintedButton):
    """Pressing it looks for another entry; × and Delete take it away."""

    removed = Signal()

    def __init__(self, theme: Theme, locale: Locale, parent: QWidget | None = None) -> None:
        self._locale = locale
        self._lines: list[_Line] = []
        super().__init__(theme, "", parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._cross = IconButton(
            theme, "x", locale.text("Choose another"), size=16, side=24, in_tab_order=False, parent=self
        )
        self._cross.clicked.connect(self.removed)

    def show_partner(self, partner: Partner | None) -> None:
        """Show an entry; None when it is no longer in the directory."""
        if partner is None:
            self._show([_Line(self._locale.text("This entry is no longer in the directory."), ink="ink2")])
            return
        place = " ".join(part for part in (partner.postcode, partner.city) if part)
        reached = " · ".join(part for part in (partner.person, partner.street, place, partner.phone) if part)
        lines = [_Line(partner.service, role="strong")]
        if reached:
            lines.append(_Line(reached, ink="ink2"))
        if partner.secrecy in SECRECY:
            bound = partner.secrecy == "yes"
            icon = "shield-check" if bound else "info"
            said = self._locale.text(SECRECY[partner.secrecy])
            lines.append(_Line(said, role="small", ink="ink2" if bound else "warn", icon=icon))
        self._show(lines)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped lines."""
        return sum(self._height(line, width) for line in self._lines) + self.theme.px(10)

    def sizeHint(self) -> QSize:
        """Wide enough for most addresses."""
        width = self.theme.px(360)
        return QSize(width, self.heightForWidth(self.width() if self.width() > self.theme.px(160) else width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide, and then higher."""
        return QSize(self.theme.px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take it away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The × stays at the right."""
        super().resizeEvent(event)
        side = self._cross.sizeHint()
        corner = self.rect().topRight()
        self._cross.setGeometry(QRect(corner, side).translated(-side.width() + 1, self.theme.px(2)))
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines of words, a rule under them, a frame with the focus."""
        theme, painter = self.theme, QPainter(self)
        if self.hasFocus():
            box(painter, self.rect(), radius=theme.px(6), edge=theme.color("accent"), width=FOCUS)
        else:
            hairline(painter, 0, self.width(), self.height() - 1, theme.color("line"))
        y = theme.px(4)
        for line in self._lines:
            height = self._height(line, self.width())
            left = self._left(line)
            if line.icon:
                mark = QRect(theme.px(_INSET), y, theme.px(16), height)
                theme.draw_icon(painter, line.icon, "accent" if line.ink == "ink2" else line.ink, mark, 16)
            painter.setFont(theme.font(line.role))
            painter.setPen(theme.color(line.ink))
            painter.drawText(QRect(left, y, self._room(line, self.width()), height), _WRAP, line.text)
            y += height

    def _show(self, lines: list[_Line]) -> None:
        self._lines = lines
        self.set_words(", ".join(line.text for line in lines))

    def _left(self, line: _Line) -> int:
        return self.theme.px(_INSET + (22 if line.icon else 0))

    def _room(self, line: _Line, width: int) -> int:
        return max(1, width - self._left(line) - self.theme.px(28))

    def _height(self, line: _Line, width: int) -> int:
        room = QRect(0, 0, self._room(line, width), 10_000)
        return self.theme.metrics(line.role).boundingRect(room, _WRAP, line.text).height()
