"""Several codes of one list: chips found by typing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.form_view.parts.chip_picker import ChipPicker
from app.ui.form_view.parts.options import find_options
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.workspace import Workspace


class CodesField(QWidget):
    """In the order they were chosen."""

    def __init__(
        self, workspace: Workspace, list_key: str, *, name: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._list = workspace, list_key
        self._picker = ChipPicker(workspace.theme, workspace.locale, self._find, single=False, hint=hint)
        self._picker.describe(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, workspace.theme.px(4), 0, 0)
        column.addWidget(self._picker)
        self.setFocusProxy(self._picker.field)

    def codes(self) -> list[str]:
        """The codes chosen."""
        return list(self._picker.chosen)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these."""
        self._picker.choose([(code, self._workspace.label(self._list, code)) for code in codes])

    def _find(self, typed: str, without: Sequence[str]) -> Sequence[Suggestion]:
        known = self._workspace.lists.get(self._list)
        items = [item for item in (known.items if known else []) if item.active]
        return find_options(items=items, typed=typed, without=without, locale=self._workspace.locale)
