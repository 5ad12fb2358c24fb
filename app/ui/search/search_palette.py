"""Ctrl+K: one field over people and writings, and what one can do from here."""

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from app.models.hit import Hit
from app.storage.engine import Interrupted
from app.ui.search.found import Found, found_rows
from app.ui.search.found_delegate import FoundDelegate
from app.ui.search.found_slip import slip_rows
from app.ui.tasks import Tasks
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.label import Label
from app.ui.widgets.paged_model import ROW
from app.ui.widgets.section_line import SectionLine
from app.ui.widgets.shapes import box, lifted
from app.ui.workspace import Workspace

_WIDTH, _TOP, _MOST_PEOPLE, _MOST_WRITINGS = 720, 84, 6, 30
Answer = tuple[int, list[Hit], list[Hit]]


class SearchPalette(QWidget):
    """A child of the window with a scrim behind; the next key stops the search under way."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._workspace = workspace
        self._asked = 0
        self._reader = Tasks(self)
        self._reader.broke.connect(lambda _: None)
        theme, text = workspace.theme, workspace.text
        self._field = QLineEdit()
        self._field.setProperty("skin", "bare")
        self._field.setFont(theme.font("heading"))
        self._field.setPlaceholderText(text("Search everywhere"))
        self._field.setAccessibleName(text("Search everywhere"))
        self._count = Label(theme, role="small", ink="ink2")
        self._model = _Rows(self)
        self._list = QListView()
        self._list.setModel(self._model)
        delegate = FoundDelegate(theme, self._list)
        delegate.enter_key = text("Enter")
        self._list.setItemDelegate(delegate)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(text("Results"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAutoFillBackground(False)
        self._list.viewport().setAutoFillBackground(False)
        self._card = QWidget(self)
        self._build()
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._take)

    def come_up(self, typed: str = "") -> None:
        """Open over the window with the cursor in the field."""
        if typed:
            self._field.setText(typed)
        self.fit()
        self.show()
        self.raise_()
        self._field.selectAll()
        self._field.setFocus()
        self._search(self._field.text())

    def fit(self) -> None:
        """Cover the window; the card stays 84 from the top."""
        theme, parent = self._workspace.theme, self._window
        self.setGeometry(parent.rect())
        width = min(theme.px(_WIDTH), self.width() - 2 * theme.px(16))
        top = min(theme.px(_TOP), max(8, self.height() // 8))
        height = min(theme.px(484), self.height() - top - theme.px(16))
        self._card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def stop(self) -> None:
        """End the reading thread: the notebook closes."""
        self._workspace.notebook.search.interrupt()
        self._reader.give_up()  # an answer on its way would find the notebook shut
        self._reader.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose while the cursor stays in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self._close()
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self._close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Scrim, soft edge, paper."""
        theme, painter = self._workspace.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.shadow(0.38))
        card, radius = self._card.geometry(), theme.px(12)
        lifted(painter, card, radius=radius, theme=theme)
        edge = theme.color("stroke") if theme.flat else None
        box(painter, card, radius=radius, fill=theme.color("paper"), edge=edge, width=theme.stroke)

    def _build(self) -> None:
        theme, text = self._workspace.theme, self._workspace.text
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(14))
        top.setSpacing(theme.px(14))
        lens = Label(theme)
        lens.setPixmap(theme.pixmap("magnifying-glass", "accent", 20, self.devicePixelRatioF()))
        for part, stretch in ((lens, 0), (self._field, 1), (self._count, 0)):
            top.addWidget(part, stretch)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(10))
        foot.setSpacing(theme.px(8))
        for key, words in (
            ("↑ ↓", text("choose")),
            (text("Enter"), text("open")),
            (text("Esc"), text("close")),
        ):
            foot.addWidget(KeyCap(theme, key))
            foot.addWidget(Label(theme, words, role="small", ink="ink2"))
            foot.addSpacing(theme.px(12))
        foot.addStretch(1)
        lock = Label(theme)
        lock.setPixmap(theme.pixmap("lock-key", "pers", 16, self.devicePixelRatioF()))
        foot.addWidget(lock)
        foot.addWidget(Label(theme, text("Personal notes excluded"), role="small_strong", ink="pers"))
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(SectionLine(theme))
        column.addSpacing(theme.px(6))
        column.addWidget(self._list, 1)
        column.addWidget(SectionLine(theme))
        column.addLayout(foot)

    def _search(self, typed: str) -> None:
        """Ask on a thread of its own; an answer to an older question is thrown away."""
        self._asked += 1
        workspace, asked = self._workspace, self._asked
        search = workspace.notebook.search
        search.interrupt()

        def look() -> Answer:
            try:
                people = search.people(typed, limit=_MOST_PEOPLE + 1)  # one more tells that there are more
                return (
                    asked,
                    people,
                    search.writings(typed, limit=_MOST_WRITINGS + 1, also=workspace.coded_words.meant),
                )
            except Interrupted:
                return 0, [], []

        self._reader.run(look, done=lambda answer: self._show(answer, typed))

    def _show(self, answer: Answer, typed: str) -> None:
        asked, people, writings = answer
        if asked != self._asked:
            return
        people = [hit for hit in people if hit.student_id]
        more = len(people) > _MOST_PEOPLE or len(writings) > _MOST_WRITINGS
        people, writings = people[:_MOST_PEOPLE], writings[:_MOST_WRITINGS]
        slips = slip_rows(self._workspace, typed, alone=not people and not writings)
        rows = [*slips, *found_rows(self._workspace, people, writings, typed)]
        self._model.set_rows(rows)
        locale, n = (
            self._workspace.locale,
            len(people) + len(writings) + sum(one.destination is not None for one in slips),
        )
        words = (
            locale.plural("more than {n} result", "more than {n} results", n)
            if more
            else locale.plural("{n} result", "{n} results", n)
        )
        self._count.setText(words if typed.strip() else "")
        self._step(1, start=-1)

    def _step(self, by: int, start: int | None = None) -> None:
        """The next row that leads somewhere."""
        rows = self._model.rows
        at = self._list.currentIndex().row() if start is None else start
        for _ in rows:
            at += by
            if not 0 <= at < len(rows):
                return
            if rows[at].destination is not None:
                self._list.setCurrentIndex(self._model.index(at))
                self._field.setAccessibleDescription(rows[at].said)
                return

    def _take(self, index: QModelIndex) -> None:
        row = self._model.rows[index.row()] if index.isValid() else None
        if row is not None and row.destination is not None:
            self._close()
            self._workspace.wanted.emit(row.destination)

    def _close(self) -> None:
        self.hide()
        self._window.setFocus()


class _Rows(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Found] = []

    def set_rows(self, rows: list[Found]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        return row.said if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.rows[index.row()].destination is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
