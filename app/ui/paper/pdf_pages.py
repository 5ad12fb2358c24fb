"""Pages of a PDF as pictures, from the very bytes that are saved and printed."""

from collections.abc import Iterator
from math import ceil
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
_FINER = 2


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    document = _opened(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_image(pdf: bytes, *, page: int, width: int) -> QImage:
    """One page, from 0, `width` pixels wide, in grey: the papers are black on white.

    Drawn larger and made smaller, because letters set on whole pixels stand unevenly.
    """
    document = _opened(pdf)
    try:
        drawn = document[page]
        bitmap = drawn.render(scale=_FINER * width / drawn.get_width(), grayscale=True)
        return _image_of(bitmap).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    finally:
        document.close()


def page_strips(pdf: bytes, *, resolution: int, rows: int) -> Iterator[tuple[int, int, QImage]]:
    """Every page as a printer wants it, cut into strips of so many rows: which page, how far down, what."""
    document = _opened(pdf)
    try:
        for page, drawn in enumerate(document):
            scale = resolution / _POINTS_PER_INCH
            long = ceil(drawn.get_height() * scale)
            for top in range(0, long, rows):
                below = long - top - rows
                bitmap = drawn.render(
                    scale=scale, grayscale=True, crop=(0, _cut(below, scale), 0, _cut(top, scale))
                )
                yield page, top, _image_of(bitmap).copy()  # the buffer goes with the bitmap
            drawn.close()
    finally:
        document.close()


def _cut(rows: int, scale: float) -> float:
    """As many rows in the units of the page, which is rounded up again."""
    return max(0.0, (rows - 0.5) / scale)


def _image_of(bitmap: Any) -> QImage:
    return QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
    )


def _opened(pdf: bytes) -> Any:
    import pypdfium2  # much memory, and most days begin without a paper

    return pypdfium2.PdfDocument(pdf)
