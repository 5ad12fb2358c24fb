"""The saved selections for somebody: choose one, name a new one, correct one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.actions.sending.keep_selection import selections
from app.actions.sending.select_cases import select_cases
from app.models.correspondent import Correspondent
from app.models.selection import Selection
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.workspace import Workspace


class SelectionRow(FlowRow):
    """`selected` has the cases it means today, whenever one is chosen; `edit_wanted` the one to correct."""

    selected = Signal(list)
    edit_wanted = Signal(object)  # a Selection, or None for a new one

    def __init__(self, workspace: Workspace, to: Correspondent, parent: QWidget | None = None) -> None:
        super().__init__(workspace.theme, spacing=12, parent=parent)
        self._workspace, self._to = workspace, to
        theme, text = workspace.theme, workspace.text
        self.field = ComboField(theme, name=text("Saved selection"))
        self.add(self.field)
        self._new = Button(theme, text("New selection…"), kind="quiet", icon="plus")
        self._new.clicked.connect(lambda: self.edit_wanted.emit(None))
        self._correct = Button(theme, text("Correct it…"), kind="quiet")
        self._correct.clicked.connect(lambda: self.edit_wanted.emit(self._chosen()))
        for button in (self._new, self._correct):
            self.add(button)
        self._fill("")
        self.field.currentIndexChanged.connect(lambda _: self._select())

    def choose(self, selection_id: str) -> None:
        """As if it had been picked in the field; "" for none."""
        self._fill(selection_id)
        self._select()

    def fill_again(self) -> None:
        """What there is to choose from changed."""
        self._fill(self.field.chosen() or "")

    def _fill(self, chosen: str) -> None:
        known = selections(self._workspace.notebook, correspondent_id=self._to.id)
        self._known = {one.id: one for one in known}
        self.field.blockSignals(True)
        none = ("", self._workspace.text("cases ticked one by one"))
        self.field.set_choices([none, *((one.id, one.name) for one in known)])
        self.field.choose(chosen if chosen in self._known else "")
        self.field.blockSignals(False)
        self.field.setVisible(bool(known))
        self._correct.setVisible(self._chosen() is not None)

    def _chosen(self) -> Selection | None:
        return self._known.get(self.field.chosen() or "")

    def _select(self) -> None:
        chosen = self._chosen()
        self._correct.setVisible(chosen is not None)
        if chosen is not None:
            self.selected.emit(select_cases(self._workspace.notebook, selection=chosen))
