"""Pages of a PDF as pictures, from the very bytes that are saved and printed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    document = _opened(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_image(pdf: bytes, *, page: int, width: int, finer: int = 2) -> QImage:
    """One page, from 0, `width` pixels wide, in grey: the papers are black on white.

    Drawn `finer` times the size and made smaller, because letters set on whole pixels stand unevenly.
    """
    document = _opened(pdf)
    try:
        drawn = document[page]
        scale = finer * width / drawn.get_width()
        bitmap = drawn.render(scale=scale, grayscale=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
        )
        if finer == 1:
            return image.copy()  # the buffer goes with the bitmap
        return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    finally:
        document.close()


def dots_wide(pdf: bytes, *, page: int, resolution: int) -> int:
    """How many dots wide a page is at a printer's resolution."""
    document = _opened(pdf)
    try:
        return round(float(document[page].get_width()) / _POINTS_PER_INCH * resolution)
    finally:
        document.close()


def _opened(pdf: bytes) -> Any:
    import pypdfium2  # much memory, and most days begin without a paper

    return pypdfium2.PdfDocument(pdf)
