"""A file that says what its words are: headings, paragraphs in order of reading, and what is mere decoration.

reportlab keeps a place for such a structure and writes none; this writes it while the pages are drawn.
A screen reader then reads a paper in its order and in its language.
"""

import zlib
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFImageXObject,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    pdfdocEnc,
)
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Hand, ready
from app.documents.style import PAGE_HEIGHT, PAGE_WIDTH
from app.models.logo import Logo


class _Element(PDFObject):
    """One stretch of words on one page, or a cell without any."""

    def __init__(self, tag: str, parent: Any, page: str, number: int | None, scope: str = "") -> None:
        self._tag, self._parent, self._page, self._number = tag, parent, page, number
        self._scope = scope

    def format(self, document: Any) -> bytes:
        """As the file holds it."""
        parent = self._parent.format(document).decode()
        page, _ = document.idToObjectNumberAndVersion[self._page]
        words = "" if self._number is None else f" /K {self._number}"
        scope = f" /A << /O /Table /Scope /{self._scope} >>" if self._scope else ""
        return f"<< /Type /StructElem /S /{self._tag} /P {parent} /Pg {page} 0 R{words}{scope} >>".encode()


class _Group:
    """An element that holds others: a table, one of its rows."""

    def __init__(self, file: Any, tag: str, parent: Any) -> None:
        self.inside = PDFArray([])
        words = {"Type": PDFName("StructElem"), "S": PDFName(tag), "P": parent, "K": self.inside}
        self.element = file.Reference(PDFDictionary(words))


def _packed(strokes: str) -> PDFStream:
    """A page made small as soon as it is drawn: reportlab keeps the pages of a batch unpacked to the end."""
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(pdfdocEnc(strokes)))


class TaggedCanvas(Canvas):
    """Everything painted stands between `words` or `decoration` and `end`; `paper` begins another one."""

    def __init__(self, file: BytesIO, *, title: str, subject: str, language: str) -> None:
        super().__init__(
            file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,  # no clock and no random number in the file
            initialFontName=ready(Hand.PLAIN),  # type: ignore[arg-type]  # otherwise Helvetica, not embedded
            lang=language,
            pdfVersion=(1, 4),
        )
        self.setTitle(title)
        self.setSubject(subject)
        self.setAuthor("Carnet")
        self.setCreator("Carnet")
        self.setProducer("Carnet")
        self.setViewerPreference("DisplayDocTitle", "true")
        self._file: Any = self._doc  # type: ignore[attr-defined]
        self._root = PDFDictionary({})
        self._whole = PDFDictionary({})
        self._papers: list[Any] = []
        self._in_paper: Any = PDFArray([])
        self._paper: Any = None
        self._table: _Group | None = None
        self._row: _Group | None = None
        self._on_page: list[Any] = []
        self._pages: list[list[Any]] = []

    def paper(self, language: str) -> None:
        """What follows belongs to another paper, in this language."""
        self.leave_table()
        self._in_paper = PDFArray([])
        section = PDFDictionary(
            {
                "Type": PDFName("StructElem"),
                "S": PDFName("Sect"),
                "P": self._file.Reference(self._whole),
                "Lang": PDFString(language),
                "K": self._in_paper,
            }
        )
        self._paper = self._file.Reference(section)
        self._papers.append(self._paper)

    def table_row(self, *, first: bool) -> None:
        """What follows stands in another row, the `first` one that of a table of its own."""
        if first or self._table is None:
            self._table = _Group(self._file, "Table", self._paper)
            self._in_paper.sequence.append(self._table.element)
        self._row = _Group(self._file, "TR", self._table.element)
        self._table.inside.sequence.append(self._row.element)

    def leave_table(self) -> None:
        """What follows stands below it."""
        self._table = self._row = None

    def words(self, tag: str, *, scope: str = "") -> None:
        """What is drawn now is read: a heading ("H1", "H2"), a paragraph ("P"), a cell ("TH", "TD")."""
        number = len(self._on_page)
        self._on_page.append(self._element(tag, number, scope))
        self._code.append(f"/{tag} << /MCID {number} >> BDC")  # type: ignore[attr-defined]

    def nothing(self, tag: str) -> None:
        """A cell that says nothing has its place in the row all the same."""
        self._element(tag, None)

    def _element(self, tag: str, number: int | None, scope: str = "") -> Any:
        parent, inside = self._paper, self._in_paper
        if self._row is not None:
            parent, inside = self._row.element, self._row.inside
        element = self._file.Reference(_Element(tag, parent, self._file.thisPageName(), number, scope))
        inside.sequence.append(element)
        return element

    def decoration(self) -> None:
        """What is drawn now is not read: lines, shades, what stands on every page."""
        self._code.append("/Artifact BMC")  # type: ignore[attr-defined]

    def end(self) -> None:
        """Of words or of decoration."""
        self._code.append("EMC")  # type: ignore[attr-defined]

    def logo(self, logo: Logo, x: float, y: float, *, width: float, height: float) -> None:
        """A picture of plain pixels, once in the file however often it is shown."""
        name = f"logo{zlib.crc32(logo.packed()):08x}"
        registered = self._file.getXObjectName(name)
        if registered not in self._file.idToObject:
            image: Any = PDFImageXObject(name)
            image.width, image.height = logo.width, logo.height
            image.bitsPerComponent, image.colorSpace = 8, "DeviceGray"
            image._filters, image.streamContent = ("FlateDecode",), logo.packed()
            self._file.Reference(image, registered)
            self._file.addForm(name, image)
        self.saveState()
        self.translate(x, y)
        self.scale(width, height)
        self._code.append(f"/{registered} Do")  # type: ignore[attr-defined]
        self.restoreState()
        self._formsinuse.append(name)  # type: ignore[attr-defined]

    def showPage(self) -> None:  # noqa: N802  # reportlab's own name
        """The page ends; it knows which stretches are on it."""
        super().showPage()
        page = self._file.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]  # reportlab knows neither
        page.Contents, page.stream = _packed(page.stream), None
        page.StructParents, page.Tabs = len(self._pages), PDFName("S")
        self._pages.append(self._on_page)
        self._on_page = []

    def save(self) -> None:
        """Write the file and the structure beside it."""
        whole = self._file.Reference(self._whole)
        self._whole.dict = {
            "Type": PDFName("StructElem"),
            "S": PDFName("Document"),
            "P": self._file.Reference(self._root),
            "K": PDFArray(self._papers),
        }
        numbers = [part for n, page in enumerate(self._pages) for part in (n, PDFArray(page))]
        self._root.dict = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([whole]),
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": len(self._pages),
        }
        self._file.Catalog.StructTreeRoot = self._root
        self._file.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()
