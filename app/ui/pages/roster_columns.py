"""Which column of a list holds what."""

from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.actions.rosters.open_roster import OpenedRoster
from app.exchange.rosters.columns import FIELDS, Mapping
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.workspace import Workspace

_NOTHING = "-"
_EXAMPLES = 3
_LONGEST = 28


class RosterColumns(QWidget):
    """Each column with examples from the file and what it means; remembered for the next list like it."""

    said = Signal(object)  # Mapping

    def __init__(self, workspace: Workspace, roster: OpenedRoster) -> None:
        super().__init__()
        text, theme = workspace.text, workspace.theme
        self._fields: dict[str, ComboField] = {}
        choices = [(_NOTHING, text("not read")), *((key, text(words)) for key, words in FIELDS.items())]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for row, header in enumerate(roster.table.headers):
            filled = (cell.strip() for cell in roster.table.column(header) if cell.strip())
            examples = [_short(cell) for cell in islice(filled, _EXAMPLES)]
            name = Label(theme, header or text("(no name)"), role="strong")
            field = ComboField(theme, choices=choices, name=header)
            field.choose(roster.mapping.columns.get(header, _NOTHING))
            name.setBuddy(field)
            self._fields[header] = field
            grid.addWidget(name, row, 0)
            grid.addWidget(Label(theme, " · ".join(examples), role="small", ink="ink2"), row, 1)
            grid.addWidget(field, row, 2)
        go_on = Button(theme, text("See the preview"), kind="primary", big=True)
        go_on.clicked.connect(lambda: self.said.emit(self.mapping()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(ScrollColumn(inside), 1)  # some software exports thirty columns
        column.addWidget(FlowRow(theme, go_on))
        self.setFocusProxy(next(iter(self._fields.values()), go_on))

    def mapping(self) -> Mapping:
        """What the person said; columns not read are left out."""
        chosen = {header: field.chosen() for header, field in self._fields.items()}
        return Mapping({header: key for header, key in chosen.items() if key and key != _NOTHING})


def _short(cell: str) -> str:
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - 1] + "…"
