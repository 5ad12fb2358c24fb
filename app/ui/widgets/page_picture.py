"""A printed page as it will be: white, on the desk, exactly the file."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box, lifted

_A4 = 297 / 210
_DESK = 24


class _Page(QWidget):
    """The picture with its soft edge, as large as fits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sheet(self) -> QRect:
        """Where the page lies, in pixels."""
        room = self.rect().adjusted(_DESK, _DESK // 2, -_DESK, -_DESK)
        shape = self._image.height() / self._image.width() if not self._image.isNull() else _A4
        width = min(room.width(), round(room.height() / shape))
        size = QSize(max(1, width), max(1, round(width * shape)))
        return QRect(room.x() + (room.width() - size.width()) // 2, room.y(), size.width(), size.height())

    def sizeHint(self) -> QSize:
        return QSize(480, round(480 * _A4))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 280)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, page = self._theme, QPainter(self), self.sheet()
        lifted(painter, page, radius=2, theme=theme)
        if theme.flat:
            box(painter, page.adjusted(-2, -2, 2, 2), radius=0, edge=theme.color("line"), width=2)
        if self._image.isNull():
            painter.fillRect(page, theme.color("field"))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, self._image)
        if self.hasFocus():
            ring = page.adjusted(-5, -5, 5, 5)
            box(painter, ring, radius=4, edge=theme.color("accent"), width=2)


class PagePicture(QWidget):
    """Shows one page and, where there are several, the way to the others (PgUp and PgDn too).

    `page_wanted(n)`, from 0, asks for a picture; `show_page` answers. `resized` says that a picture of
    another size would be sharper: `picture_width` device pixels wide. Words come from the caller.
    """

    page_wanted = Signal(int)
    resized = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        previous_name: str,
        next_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._page, self._pages = theme, 0, 0
        self._facts = Label(theme, ink="ink2")
        self._previous = IconButton(theme, "caret-left", previous_name)
        self._next = IconButton(theme, "caret-right", next_name)
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._picture = _Page(theme)
        self._picture.setAccessibleName(title)
        top = QHBoxLayout()
        top.setContentsMargins(_DESK, theme.px(12), _DESK, 0)
        top.setSpacing(theme.px(4))
        top.addWidget(Label(theme, title, role="strong", ink="ink2"))
        top.addStretch(1)
        for widget in (self._previous, self._facts, self._next):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self._picture, 1)
        self._show_ways()

    def picture_width(self) -> int:
        """How many device pixels wide a sharp picture is."""
        return round(self._picture.sheet().width() * self.devicePixelRatioF())

    def show_page(self, image: QImage, *, page: int, pages: int, facts: str) -> None:
        """The picture of page `page` (from 0) of `pages`; `facts` says so in words."""
        self._page, self._pages = page, pages
        self._facts.setText(facts)
        self._picture.setAccessibleDescription(facts)
        self._picture.show_image(image)
        self._show_ways()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn the pages."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers():
            self._turn(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size asks for another picture."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk."""
        QPainter(self).fillRect(self.rect(), self._theme.color("desk"))

    def _turn(self, step: int) -> None:
        wanted = self._page + step
        if 0 <= wanted < self._pages:
            self.page_wanted.emit(wanted)

    def _show_ways(self) -> None:
        for way, possible in ((self._previous, self._page > 0), (self._next, self._page + 1 < self._pages)):
            way.setVisible(self._pages > 1)
            way.setEnabled(possible)
