"""Entries to tick: the first few, a filter for the others."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.folding import fold
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField
from app.ui.workspace import Workspace


class EntryChoice(QWidget):
    """Each entry is (identifier, words, detail). Ticked ones stay in sight whatever is typed.

    `words` stand in the filter, `more` is said where `most` are shown and there are others.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        entries: Iterable[tuple[str, str, str]],
        *,
        words: str,
        more: str = "",
        most: int = 6,
    ) -> None:
        super().__init__()
        theme = workspace.theme
        self._most = most
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._filter = SearchField(theme, words, icon="funnel-simple")
        column.addWidget(self._filter)
        self._rows: dict[str, tuple[CheckRow, str]] = {}
        for key, said, detail in entries:
            row = CheckRow(theme, said, detail=detail)
            row.toggled.connect(self.changed)
            self._rows[key] = (row, fold(f"{said} {detail}"))
            column.addWidget(row)
        self._more = Label(theme, more or workspace.text("More: type a name."), role="small", ink="ink2")
        column.addWidget(self._more)
        self._filter.setVisible(len(self._rows) > self._most)
        self._filter.textChanged.connect(lambda _: self._sift())
        self._sift()

    @property
    def chosen(self) -> list[str]:
        """The identifiers of the ticked entries, in the order shown."""
        return [key for key, (row, _) in self._rows.items() if row.isChecked()]

    @property
    def is_empty(self) -> bool:
        """Whether there is none at all."""
        return not self._rows

    def choose(self, key: str) -> None:
        """Tick one."""
        if key in self._rows:
            self._rows[key][0].setChecked(True)
            self._sift()

    def choose_only(self, keys: Collection[str]) -> None:
        """Tick these and no others; said once."""
        for key, (row, _) in self._rows.items():
            row.blockSignals(True)
            row.setChecked(key in keys)
            row.blockSignals(False)
        self._sift()
        self.changed.emit()

    def focus_first(self) -> None:
        """The filter, or the first entry."""
        if len(self._rows) > self._most:
            self._filter.setFocus()
        elif self._rows:
            next(iter(self._rows.values()))[0].setFocus()

    def _sift(self) -> None:
        words, seen, hidden = fold(self._filter.text()).split(), 0, 0
        for row, folded in self._rows.values():
            fits = all(word in folded for word in words)
            shows = row.isChecked() or (fits and seen < self._most)
            seen += fits and shows
            hidden += fits and not shows
            row.setVisible(shows)
        self._more.setVisible(hidden > 0)
