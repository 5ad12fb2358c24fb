"""A QR code on paper."""

from itertools import product

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.pdfgen.canvas import Canvas


def draw_square(canvas: Canvas, content: str, x: float, top: float, *, side: float) -> None:
    """`side` points wide and high, error correction M, its quiet edge left to the page around it.

    Drawn by hand: reportlab's own way registers a font that is not embedded.
    """
    code = QrCodeWidget(content, barLevel="M").qr  # type: ignore[attr-defined]
    code.make()
    step = side / code.getModuleCount()
    for row, column in product(range(code.getModuleCount()), repeat=2):
        if code.isDark(row, column):
            # a hair wider, so that no printer shows white lines between neighbours
            canvas.rect(x + column * step, top - (row + 1) * step, step + 0.1, step + 0.1, stroke=0, fill=1)
