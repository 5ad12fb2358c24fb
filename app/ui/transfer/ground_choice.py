"""On what ground something leaves, and the conditions of it that hold together."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.actions.disclosure.conditions_of import conditions_of
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

GROUNDS = "disclosure-grounds"


class GroundChoice(QWidget):
    """Asked once a package. Where the service asks for conditions, each is ticked or nothing leaves."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        known = workspace.lists.get(GROUNDS)
        items = [(item.code, workspace.locale.words(item.label)) for item in known.offered] if known else []
        self.field = ComboField(theme, choices=items, name=text("On what ground"), placeholder=text("Choose"))
        self.field.currentIndexChanged.connect(lambda _: self._ask())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(self.field)
        self._rows: dict[str, CheckRow] = {}
        words = text("All of these have to hold together:")
        self._lead = Label(theme, words, role="small", ink="ink2", wrap=True)
        self._lead.hide()
        self._column.addWidget(self._lead)

    @property
    def chosen(self) -> str:
        """The code of the ground, "" before one is chosen."""
        return self.field.chosen() or ""

    @property
    def met(self) -> list[str]:
        """The conditions that were ticked."""
        return [key for key, row in self._rows.items() if row.isChecked()]

    @property
    def is_open(self) -> bool:
        """Whether a condition waits to be ticked."""
        return len(self.met) < len(self._rows)

    def _ask(self) -> None:
        workspace = self._workspace
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        asked = conditions_of(workspace.notebook, library=workspace.library, ground=self.chosen)
        self._rows = {one.key: CheckRow(workspace.theme, workspace.locale.words(one.says)) for one in asked}
        for row in self._rows.values():
            row.toggled.connect(self.changed)
            self._column.addWidget(row)
        self._lead.setVisible(bool(asked))
        self.changed.emit()
