"""Entries to tick: the first few, a filter for the others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.folding import fold
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField
from app.ui.workspace import Workspace

_MOST = 6


class EntryChoice(QWidget):
    """Each entry is (identifier, words, detail). Ticked ones stay in sight whatever is typed."""

    changed = Signal()

    def __init__(self, workspace: Workspace, entries: Sequence[tuple[str, str, str]], *, words: str) -> None:
        super().__init__()
        theme = workspace.theme
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
        self._more = Label(theme, workspace.text("More: type a name."), role="small", ink="ink2")
        column.addWidget(self._more)
        self._filter.setVisible(len(self._rows) > _MOST)
        self._filter.textChanged.connect(lambda _: self._sift())
        self._sift()

    @property
    def chosen(self) -> list[str]:
        """The identifiers of the ticked entries."""
        return [key for key, (row, _) in self._rows.items() if row.isChecked()]

    def choose(self, key: str) -> None:
        """Tick one."""
        self._rows[key][0].setChecked(True)
        self._sift()

    def _sift(self) -> None:
        words, seen, hidden = fold(self._filter.text()).split(), 0, 0
        for row, folded in self._rows.values():
            fits = all(word in folded for word in words)
            shows = row.isChecked() or (fits and seen < _MOST)
            seen += fits and shows
            hidden += fits and not shows
            row.setVisible(shows)
        self._more.setVisible(hidden > 0)
