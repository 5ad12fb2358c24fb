"""The passages of a record, one by one: read, kept or masked, with the reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.models.passage import Passage
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.workspace import Workspace

_AT_FIRST, _WIDE = 40, 272
_REASONS = "passage-reasons"
_KEEP, _MASK = "keep", "mask:"


class PassageRows(QWidget):
    """`decided` says about which passage something else was chosen: "", a reason, or None again."""

    decided = Signal(object, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        theme, text = workspace.theme, workspace.text
        self._workspace = workspace
        self._passages: list[Passage] = []
        self._shown: list[str] = []
        self._most = _AT_FIRST
        self.rows: dict[tuple[str, str], ComboField] = {}
        known = workspace.lists.get(_REASONS)
        reasons = [(f"{_MASK}{one.code}", text("mask: {why}", why=workspace.locale.words(one.label)))
                   for one in (known.offered if known else [])]  # fmt: skip
        self._choices = [("", text("to be decided")), (_KEEP, text("keep")), *reasons]
        self._count = Label(theme, role="strong", wrap=True)
        self._help = Label(
            theme,
            text(
                "Each sentence where somebody else may be meant is shown once. What is masked is not in the"
                " file; what is decided here is remembered."
            ),
            role="small", ink="ink2", wrap=True,
        )  # fmt: skip
        self.every = CheckRow(theme, text("Show every passage of the record"))
        self._more = Button(theme, "", kind="quiet")
        inside = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(14))
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        for part in (self._count, self._help, self.every):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollColumn(inside))
        self.every.toggled.connect(self._begin_again)
        self._more.clicked.connect(self._show_more)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Those of the record as it is now; where they are the same, nothing moves under the hand."""
        self._passages = list(passages)
        self._say()
        if self._shown != [self._identity(one) for one in self._wanted()]:
            self._fill()

    def _wanted(self) -> list[Passage]:
        every = self.every.isChecked()
        return [one for one in self._passages if every or one.found or one.decided is not None]

    def _say(self) -> None:
        workspace, n = self._workspace, sum(one.waits for one in self._passages)
        masked = sum(bool(one.decided) for one in self._passages)
        words = (
            workspace.locale.plural("{n} passage to be decided", "{n} passages to be decided", n)
            if n
            else workspace.text("Every passage is decided.")
        )
        beside = (
            workspace.locale.plural("{n} passage masked", "{n} passages masked", masked) if masked else ""
        )
        self._count.setText(" · ".join(filter(None, (words, beside))))

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        wanted = self._wanted()
        self._shown = [self._identity(one) for one in wanted]
        for one in wanted[: self._most]:
            self._list.addWidget(self._row(one))
        rest = len(wanted) - self._most
        self._more.setVisible(rest > 0)
        self._more.setText(self._workspace.locale.plural("and {n} more", "and {n} more", max(rest, 0)))

    def _row(self, one: Passage) -> QWidget:
        workspace, theme = self._workspace, self._workspace.theme
        where = " · ".join(filter(None, (workspace.locale.date(one.day), one.sheet, one.label)))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(theme, where, role="small", ink="ink2", wrap=True))
        words.addWidget(Label(theme, one.words, wrap=True))
        if one.found:
            meant = workspace.text("Somebody else: {names}", names=", ".join(one.found))
            words.addWidget(Label(theme, meant, role="small", ink="warn", wrap=True))
        field = ComboField(theme, choices=self._choices, name=workspace.text("Keep or mask"))
        field.setFixedWidth(theme.px(_WIDE))  # what does not fit is read whole in the open list
        field.choose("" if one.decided is None else _MASK + one.decided if one.decided else _KEEP)
        field.currentIndexChanged.connect(partial(self._choose, one, field))
        self.rows[one.record_id, one.key] = field
        holder = QWidget()
        stacked, side_by_side = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(stacked if theme.large else side_by_side, holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6 if theme.large else 16))
        line.addLayout(words, 1)
        line.addWidget(field)
        return holder

    def _choose(self, one: Passage, field: ComboField, _: int) -> None:
        chosen = field.chosen() or ""
        decided = None if not chosen else "" if chosen == _KEEP else chosen.removeprefix(_MASK)
        self.decided.emit(one, decided)

    def _show_more(self) -> None:
        self._most = len(self._passages)
        self._fill()

    def _begin_again(self) -> None:
        self._most = _AT_FIRST
        self._fill()

    @staticmethod
    def _identity(one: Passage) -> str:
        return f"{one.record_id}{one.key}{bool(one.found)}"
