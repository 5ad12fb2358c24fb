"""A picture or a page on the desk, made larger and smaller, one page after the other."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.shapes import box, lifted

_A4 = 297 / 210
_DESK = 24
_READABLE = 820  # as wide as a page is comfortably read
_LEAST = 160  # a smaller picture is enlarged from here on
WHOLE = 0.0  # the step at which nothing is cut
STEPS = (WHOLE, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class ZoomPicture(QScrollArea):
    """Arrows move it, PgUp and PgDn turn the pages, plus and minus zoom, 0 shows the whole.

    `page_wanted(n)`, from 0, asks for another page; `zoomed` says that a picture of another size, `wanted`
    device pixels wide, would be sharper.
    """

    page_wanted = Signal(int)
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step, self._page, self._pages, self._most = 0, 0, 0, 0
        self._canvas = _Canvas(theme, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._canvas)
        self.viewport().setAutoFillBackground(False)
        self._canvas.setAutoFillBackground(False)

    @property
    def zoom(self) -> float:
        """WHOLE, or how many times as wide as is comfortably read."""
        return STEPS[self._step]

    def begin(self, *, zoom: float) -> None:
        """Nothing yet, and how large the first page will be."""
        self._step, self._page, self._pages, self._most = STEPS.index(zoom), 0, 0, 0
        self._canvas.image = QImage()
        self._fit()

    def wanted(self) -> int:
        """How many device pixels wide a sharp picture is."""
        return max(1, round(self._size().width() * self.devicePixelRatioF()))

    def show_picture(self, image: QImage, *, page: int, pages: int, most: int) -> None:
        """Page `page` (from 0) of `pages`; it has no more than `most` device pixels to show across."""
        turned = page != self._page
        self._page, self._pages, self._most = page, pages, most
        self._canvas.image = image
        self._fit()
        if turned:
            self.verticalScrollBar().setValue(0)
        self._canvas.update()

    def change_zoom(self, by: int) -> None:
        """One step larger or smaller, keeping the middle in the middle."""
        self._zoom_to(min(len(STEPS) - 1, max(0, self._step + by)))

    def show_whole(self) -> None:
        """As large as fits."""
        self._zoom_to(0)

    def turn(self, by: int) -> None:
        """Ask for another page, if there is one."""
        if 0 <= self._page + by < self._pages:
            self.page_wanted.emit(self._page + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and zoom; arrows move as everywhere."""
        key, turns = Qt.Key(event.key()), {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if key in turns:
            self.turn(turns[key])
        elif key in zooms:
            self.change_zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.change_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room, another size."""
        super().resizeEvent(event)
        self._fit()
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk."""
        QPainter(self.viewport()).fillRect(self.viewport().rect(), self._theme.color("desk"))

    def _zoom_to(self, step: int) -> None:
        if step == self._step:
            return
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        middles = [(bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep() or 1) for bar in bars]
        self._step = step
        self._fit()
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoomed.emit()

    def _size(self) -> QSize:
        """How large the picture is shown."""
        image, desk = self._canvas.image, self._theme.px(_DESK)
        shape = image.height() / image.width() if not image.isNull() else _A4
        room = self.maximumViewportSize() - QSize(2 * desk, 2 * desk)
        most = round(self._most / self.devicePixelRatioF()) if self._most else room.width()
        if self.zoom == WHOLE:
            width = min(room.width(), round(room.height() / shape), most)
        else:
            beside = room.width() - self.verticalScrollBar().sizeHint().width()
            across = min(beside, self._theme.px(_READABLE), max(most, self._theme.px(_LEAST)))
            width = round(self.zoom * across)
        return QSize(max(1, width), max(1, round(width * shape)))

    def _fit(self) -> None:
        size, desk = self._size(), self._theme.px(_DESK)
        around = QSize(2 * desk, 2 * desk)
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        room -= QSize(bar if (size + around).height() > room.height() else 0, 0)
        canvas = (size + around).expandedTo(room)
        left, top = (canvas.width() - size.width()) // 2, (canvas.height() - size.height()) // 2
        self._canvas.resize(canvas)
        self._canvas.sheet = QRect(QPoint(left, top), size)
        self._canvas.update()


class _Canvas(QWidget):
    """The picture with its soft edge."""

    def __init__(self, theme: Theme, around: QWidget) -> None:
        super().__init__()
        self._theme, self._around = theme, around
        self.image, self.sheet = QImage(), QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        lifted(painter, self.sheet, radius=2, theme=theme)
        if theme.flat:
            box(painter, self.sheet.adjusted(-2, -2, 2, 2), radius=0, edge=theme.color("line"), width=2)
        if self.image.isNull():
            painter.fillRect(self.sheet, theme.color("field"))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.sheet, self.image)
        if self._around.hasFocus():
            ring = self.sheet.adjusted(-5, -5, 5, 5)
            box(painter, ring, radius=4, edge=theme.color("accent"), width=2)
