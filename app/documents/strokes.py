"""Rows as strokes and letters: black on white, fit for an old laser printer."""

from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import is_plain, ready
from app.documents.row import Cell, Row
from app.documents.slab import Ink, Rule, Slab
from app.documents.style import HAIRLINE, MARGIN, NUMBER, WIDTH
from app.documents.tagged import TaggedCanvas

_SHADE = 0.93


def draw_row(canvas: TaggedCanvas, row: Row, *, top: float, opens: bool, closes: bool) -> None:
    """One row from `top` down; a point of several rows opens with its first and closes with its last."""
    if row.frame or row.cut or any(cell.drawn for cell in row.cells):
        canvas.decoration()
        _decorate(canvas, row, top, opens=opens, closes=closes)
        canvas.end()
    if not row.part:
        canvas.leave_table()
    elif not row.repeated:
        canvas.table_row(first=row.part == "head")
    for cell in row.cells:
        if row.part:
            _table_cell(canvas, cell, top - row.pad, row)
        elif cell.slabs:
            _cell(canvas, cell, top - row.pad)


def _decorate(canvas: TaggedCanvas, row: Row, top: float, *, opens: bool, closes: bool) -> None:
    bottom = top - row.height
    for cell in row.cells:
        if cell.shaded:
            canvas.setFillGray(_SHADE)
            canvas.rect(MARGIN + cell.x, bottom, cell.width, row.height, stroke=0, fill=1)
            canvas.setFillGray(0)
    canvas.setLineWidth(HAIRLINE)
    if row.cut:
        _tear_line(canvas, top)
    if row.frame:
        _frame(canvas, top, bottom, opens=opens, closes=closes)
    for cell in row.cells:
        if cell.ruled:
            canvas.line(MARGIN + cell.x, bottom, MARGIN + cell.x, top)
        if cell.square:
            canvas.rect(MARGIN + cell.x, top - row.pad - cell.square, cell.square, cell.square)
        if cell.picture:
            low = top - row.pad - cell.high
            canvas.logo(cell.picture, MARGIN + cell.x, low, width=cell.width, height=cell.high)


def _frame(canvas: Canvas, top: float, bottom: float, *, opens: bool, closes: bool) -> None:
    left, right = MARGIN, MARGIN + WIDTH
    canvas.line(left, bottom, left, top)
    canvas.line(right, bottom, right, top)
    if closes:
        canvas.line(left, bottom, right, bottom)
    if opens:
        canvas.line(left, top, right, top)
    else:
        canvas.setLineWidth(HAIRLINE / 2)
        canvas.line(left + NUMBER, top, right, top)
        canvas.setLineWidth(HAIRLINE)


def _cell(canvas: TaggedCanvas, cell: Cell, y: float) -> None:
    """Its words are read in one go; lines to write on alone are not read."""
    if cell.says_something:
        canvas.words(cell.tag)
    else:
        canvas.decoration()
    _slabs(canvas, cell, y)


def _table_cell(canvas: TaggedCanvas, cell: Cell, y: float, row: Row) -> None:
    """The number at the left and what is repeated overleaf stand there for the eye alone."""
    if cell.shaded or row.repeated:
        canvas.decoration()
    elif cell.says_something:
        heads = row.part == "head" or cell.tag == "TH"
        scope = "Column" if row.part == "head" else "Row"
        canvas.words("TH" if heads else "TD", scope=scope if heads else "")
    else:
        canvas.nothing("TH" if row.part == "head" else "TD")
        canvas.decoration()
    _slabs(canvas, cell, y)


def _slabs(canvas: TaggedCanvas, cell: Cell, y: float) -> None:
    for piece in cell.slabs:
        _slab(canvas, piece, MARGIN + cell.x + cell.inset, y)
        y -= piece.height
    canvas.end()


def _slab(canvas: Canvas, piece: Slab, x: float, top: float) -> None:
    y = top - piece.baseline
    for mark in piece.marks:
        if isinstance(mark, Ink):
            write(canvas, mark, x, y, after=" ")  # the reader joins lines without asking
        else:
            _rule(canvas, mark, x, y)


def write(canvas: Canvas, mark: Ink, x: float, y: float, *, after: str = "") -> None:
    """A text whose line starts at `x` and stands on `y`; `after` is unseen, for those who listen."""
    if not mark.text:
        return
    if is_plain(mark.text, mark.hand):
        canvas.setFont(ready(mark.hand), mark.size)
        canvas.drawString(x + mark.x, y, mark.text + after)
        return
    from app.documents.joined import write_joined

    write_joined(canvas, mark, x, y, after=after)


def _rule(canvas: Canvas, mark: Rule, x: float, y: float) -> None:
    if mark.dotted:
        canvas.setLineCap(1)
        canvas.setDash(0, 2.4)  # round caps on dashes without length: dots
        canvas.setLineWidth(0.9)
    else:
        canvas.setLineWidth(HAIRLINE)
    canvas.line(x + mark.x, y - 1, x + mark.x + mark.length, y - 1)
    canvas.setLineCap(0)
    canvas.setDash()
    canvas.setLineWidth(HAIRLINE)


def _tear_line(canvas: Canvas, top: float) -> None:
    """Dashes from edge to edge of the writing, a little above the slip."""
    y = top + 9
    canvas.setDash(6, 4)
    canvas.setLineWidth(0.9)
    canvas.line(MARGIN, y, MARGIN + WIDTH, y)
    canvas.setDash()
    canvas.setLineWidth(HAIRLINE)
