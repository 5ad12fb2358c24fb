"""Papers into one file, each counting its own pages, read one at a time and drawn as they come."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import NamedTuple

from app.documents.composition import Composition
from app.documents.half_sheet import Halves
from app.documents.layout import Page
from app.documents.measure import forget
from app.documents.paint import opened, put


class Laid(NamedTuple):
    """One paper; `folds` are marked on its first page, `half` says that it is half a sheet."""

    composition: Composition
    pages: list[Page]
    folds: Sequence[float] = ()
    half: bool = False


def one_file(papers: Iterable[Laid], *, told: Callable[[int], bool] | None = None) -> bytes:
    """The file, b"" without papers.

    `told` hears how many are drawn; when it answers False, drawing stops and there is no file.
    """
    file = BytesIO()
    canvas = None
    try:
        for count, (composition, pages, folds, half) in enumerate(papers, start=1):
            if canvas is None:
                canvas = opened(file, composition=composition)
                halves = Halves(canvas)
            if half:
                halves.put(pages[0], composition)
            else:
                halves.end()
                put(canvas, pages=pages, composition=composition, folds=folds)
            if told is not None and not told(count):
                return b""
        if canvas is None:
            return b""
        halves.end()
        canvas.save()
    finally:
        forget()
    return file.getvalue()
