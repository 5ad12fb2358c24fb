"""One look, as a value: light, dark or high contrast, at one text size."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPixmap

from app.ui.theme import fonts, icons
from app.ui.theme.fonts import Role
from app.ui.theme.palette import palette
from app.ui.theme.stylesheet import stylesheet
from app.ui.theme.tokens import THEMES, ThemeName, Token


class Theme:
    """Colours, fonts, sizes and icons for every widget; to change the look, build the window with another."""

    def __init__(self, name: ThemeName = "light", scale: float = 1.0) -> None:
        self.name: ThemeName = name
        self.scale = scale
        self._colors = {token: QColor(value) for token, value in THEMES[name].items()}
        self._fonts: dict[Role, QFont] = {}
        self._pixmaps: dict[tuple[str, int, Token, float], QPixmap] = {}

    def __repr__(self) -> str:
        return f"<Theme {self.name} {self.scale:g}>"

    @property
    def flat(self) -> bool:
        """True where texture and shadow are left out: high contrast."""
        return self.name == "contrast"

    @property
    def stroke(self) -> int:
        """The width of a control's border in pixels; text size does not change it."""
        return 2 if self.flat else 1

    @property
    def large(self) -> bool:
        """True where a window of 1366 pixels holds a column fewer."""
        return self.scale >= 1.75

    def color(self, token: Token, opacity: float = 1.0) -> QColor:
        """A fresh colour of this look, optionally translucent (0 to 1)."""
        color = QColor(self._colors[token])
        color.setAlphaF(opacity)
        return color

    def shadow(self, opacity: float) -> QColor:
        """What lies under a lifted thing or over a covered page."""
        return QColor.fromRgbF(0.0, 0.0, 0.0, 0.0 if self.flat else opacity)

    def font(self, role: Role) -> QFont:
        """The font of a role at this text size."""
        if role not in self._fonts:
            self._fonts[role] = fonts.font(role=role, scale=self.scale)
        return QFont(self._fonts[role])

    def metrics(self, role: Role) -> QFontMetrics:
        """The measures of a role's font."""
        return QFontMetrics(self.font(role))

    def px(self, n: float) -> int:
        """`n` pixels of the drawing at 100 %, grown with the text size."""
        return round(n * self.scale)

    def pixmap(self, name: str, token: Token, size: float = 20, ratio: float = 1.0) -> QPixmap:
        """An icon inked with a token, `size` grown with the text size, for a screen of that pixel ratio."""
        key = (name, self.px(size), token, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.render(
                name=name, color=self.color(token), side=self.px(size), ratio=ratio
            )
        return self._pixmaps[key]

    def icon(self, name: str, token: Token, size: float = 20) -> QIcon:
        """The same as a QIcon, sharp on ordinary and on dense screens, for menus and actions."""
        icon = QIcon(self.pixmap(name, token, size, 1.0))
        icon.addPixmap(self.pixmap(name, token, size, 2.0))
        return icon

    def draw_icon(
        self, painter: QPainter, name: str, token: Token, where: QRectF | QRect, size: float = 20
    ) -> None:
        """Paint an icon in the middle of `where`."""
        side = self.px(size)
        middle = QRectF(where).center()
        corner = QPointF(round(middle.x() - side / 2), round(middle.y() - side / 2))
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(corner, self.pixmap(name, token, size, ratio))

    def palette(self) -> QPalette:
        """What Fusion needs to draw the little we leave to it."""
        return palette(self._colors)

    def stylesheet(self) -> str:
        """The application's small style sheet: fields, scroll bars, menus, tooltips."""
        return stylesheet(colors=self._colors, scale=self.scale, stroke=self.stroke)
