"""The languages somebody speaks: chips found by typing, and any other language as it was typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.form_view.parts.chip_picker import ChipPicker
from app.ui.form_view.parts.options import find_options
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.workspace import Workspace

LANGUAGES = "languages"


class LanguagesField(QWidget):
    """Codes of list `languages`, in the order they were chosen; one the list does not know stays as typed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._picker = ChipPicker(
            workspace.theme, workspace.locale, self._find, single=False, hint=workspace.text("Language")
        )
        self._picker.describe(workspace.text("Languages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, workspace.theme.px(4), 0, 0)
        column.addWidget(self._picker)
        self.setFocusProxy(self._picker.field)
        self._picker.field.entered.connect(self._take_typed)

    def codes(self) -> list[str]:
        """The languages chosen, what is still being typed last."""
        typed = self._picker.typing.strip()
        return [*self._picker.chosen, *([typed] if typed else [])]

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these languages."""
        self._picker.choose([(code, self._workspace.label(LANGUAGES, code)) for code in codes])

    def _find(self, typed: str, without: Sequence[str]) -> Sequence[Suggestion]:
        known = self._workspace.lists.get(LANGUAGES)
        items = known.items if known else []
        return find_options(items=items, typed=typed, without=without, locale=self._workspace.locale)

    def _take_typed(self) -> None:
        """Enter on a language the list does not know."""
        self.set_codes(self.codes())
