"""A PDF page by page, as large as there is room, from the very bytes that leave."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from app.ui.paper.pdf_pages import page_count, page_image
from app.ui.widgets.page_picture import PagePicture
from app.ui.workspace import Workspace

_SHARPER_AFTER_MS = 60


class PdfPreview(PagePicture):
    """`show_pdf`; turning the pages and resizing look after themselves. `title` stands above it."""

    def __init__(self, workspace: Workspace, *, title: str = "") -> None:
        text = workspace.text
        super().__init__(
            workspace.theme,
            title=title or text("Preview"),
            previous_name=text("Page before"),
            next_name=text("Next page"),
        )
        self._workspace = workspace
        self._pdf, self._at = b"", 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        self.page_wanted.connect(self._turn)
        self.resized.connect(lambda: self._soon.start(_SHARPER_AFTER_MS))

    def show_pdf(self, pdf: bytes) -> None:
        """Another file, or none; the page stays the same as far as there is one."""
        self._pdf = pdf
        self._at = min(self._at, page_count(pdf) - 1) if pdf else 0
        self._show()

    def _turn(self, page: int) -> None:
        self._at = page
        self._show()

    def _show(self) -> None:
        if not self._pdf:
            self.show_page(QImage(), page=0, pages=0, facts="")
            return
        pages = page_count(self._pdf)
        image = page_image(self._pdf, page=self._at, width=max(200, self.picture_width()))
        image.setDevicePixelRatio(self.devicePixelRatioF())
        facts = self._workspace.text(
            "page {page} of {pages}, the same as on paper", page=self._at + 1, pages=pages
        )
        self.show_page(image, page=self._at, pages=pages, facts=facts)
