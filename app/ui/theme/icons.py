"""Icons as text: read once, inked with a token, drawn sharp at any size."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImageReader, QPixmap

from app import paths


@cache
def source(name: str) -> str:
    """The SVG text of an icon such as "eye", "student-fill" or "check-bold"; FileNotFoundError if none."""
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def render(*, name: str, color: QColor, side: int, ratio: float) -> QPixmap:
    """The icon inked with `color`, `side` logical pixels wide, for a screen of that pixel ratio."""
    inked = source(name).replace("currentColor", color.name())
    data = QByteArray(inked.encode())
    buffer = QBuffer(data)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    dots = max(1, round(side * ratio))
    reader.setScaledSize(QSize(dots, dots))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(dots / side)
    return pixmap
