"""The few shapes every control is made of, drawn on whole pixels."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.theme.theme import Theme

FOCUS = 2
GAP = 2


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose edge lies inside `rect`, so that it is never cut nor smeared."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if edge is not None else 0.0
    pen = QPen(Qt.PenStyle.NoPen)
    if edge is not None:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3 / width, 3 / width])
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    corner = max(0.0, min(radius, QRectF(rect).height() / 2) - half)
    painter.drawRoundedRect(inner, corner, corner)
    painter.restore()


def ring(
    painter: QPainter, rect: QRect, *, radius: float, theme: Theme, inside: QColor | None = None
) -> QRect:
    """The focus ring along `rect`; gives back what is left inside the ring and its gap."""
    color = inside if inside is not None else theme.color("accent")
    box(painter, rect, radius=radius, edge=color, width=FOCUS)
    shrink = FOCUS + GAP
    return rect.adjusted(shrink, shrink, -shrink, -shrink)


def hairline(painter: QPainter, left: int, right: int, y: int, color: QColor, width: int = 1) -> None:
    """A horizontal line from `left` to `right`, its top at `y`."""
    painter.fillRect(QRect(left, y, right - left, width), color)


def lifted(painter: QPainter, rect: QRect, *, radius: float, theme: Theme, depth: int = 16) -> None:
    """The soft edge of a lifted sheet: a stack of translucent rectangles, cheaper than a blur."""
    if theme.flat:
        return
    steps = 10
    for step in range(steps):
        spread = depth * (1 - step / steps)
        box(
            painter,
            QRectF(rect).adjusted(-spread, -spread + 3, spread, spread + 3),
            radius=radius + spread,
            fill=theme.shadow(0.006 + 0.007 * step),
        )
