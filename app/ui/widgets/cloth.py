"""The cloth of the cover and of the spine."""

from PySide6.QtGui import QBrush, QImage

from app.ui.theme.theme import Theme


def cloth(theme: Theme, ratio: float) -> QBrush:
    """A brush of woven cloth; plain in high contrast and at fractional screen scales, where it smears."""
    ground = theme.color("rail")
    if theme.flat or ratio != int(ratio):
        return QBrush(ground)
    light, dark = ground.lighter(116), ground.darker(110)
    weave = QImage(4, 4, QImage.Format.Format_RGB32)
    weave.fill(ground)
    for x, y, color in ((0, 0, light), (2, 0, dark), (2, 2, light), (0, 2, dark)):
        weave.setPixelColor(x, y, color)
    return QBrush(weave)
