"""On what ground letters leave: asked where they go to a service, known where they go to the family."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.letters.field_row import field_row
from app.ui.widgets.combo_field import ComboField
from app.ui.workspace import Workspace

_GROUNDS = "disclosure-grounds"
_FAMILY = "OWN_DATA"


class GroundField(QWidget):
    """`ground` is a code of list `disclosure-grounds`, "" until one is chosen."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        text, known = workspace.text, workspace.lists.get(_GROUNDS)
        grounds = [
            (item.code, workspace.locale.words(item.label))
            for item in (known.items if known else [])
            if item.active
        ]
        self._own = False
        self._field = ComboField(
            workspace.theme, choices=grounds, name=text("On what ground"), placeholder=text("Choose")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        field_row(workspace.theme, column, text("On what ground"), self._field)
        self._field.currentIndexChanged.connect(self.changed)

    @property
    def ground(self) -> str:
        """The code."""
        return _FAMILY if self._own else self._field.chosen() or ""

    def leave_on(self, ground: str) -> None:
        """Another ground than the one that was chosen."""
        if not self._own:
            self._field.choose(ground)

    def begin(self, *, own: bool) -> None:
        """`own` when it goes to the student or the parents."""
        self._own = own
