"""The bare cost of paper: reportlab's canvas with the same words."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import paths


def draw(words: list[str]) -> bytes:
    """The same words, three fonts, boxes around, and nothing decided."""
    for name in ("SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSerif4-SemiBold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf")))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, initialFontName="SourceSans3-Regular", invariant=1)
    canvas.setFont("SourceSerif4-SemiBold", 16)
    canvas.drawString(60, 780, words[0])
    for number, line in enumerate(words[1:]):
        y = 750 - 11 * (number % 60)
        canvas.setFont("SourceSans3-SemiBold" if number % 2 else "SourceSans3-Regular", 9)
        canvas.rect(56, y - 3, 480, 11)
        canvas.drawString(60, y, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
