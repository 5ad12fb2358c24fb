"""How the window speaks and looks."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import N_, NAMES, window_languages
from app.settings import Settings
from app.ui.settings_sections.section import Section
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label

_THEMES = {
    "system": N_("As the computer"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
_SIZES = (100, 125, 150, 175, 200)


class Appearance(Section):
    """Each choice takes effect at once."""

    key: ClassVar[str] = "window"
    tab: ClassVar[str] = N_("Window")
    lead: ClassVar[str] = N_("Each choice takes effect at once.")

    def fill(self) -> None:
        """Language, look, text size."""
        text, settings = self.workspace.text, self.workspace.settings
        self._chips: dict[str, dict[str, Chip]] = {}
        self._add("language", text("Language"), [(code, NAMES[code]) for code in window_languages()],
                  self.workspace.locale.code)  # fmt: skip
        note = text("Papers choose their language when they are printed.")
        self.sheet.add_row("", Label(self.workspace.theme, note, role="small", ink="ink2", wrap=True), gap=4)
        self._add("theme", text("Colours"), [(key, text(words)) for key, words in _THEMES.items()],
                  settings.theme)  # fmt: skip
        sizes = [(str(size), text("{n} %", n=size)) for size in _SIZES]
        self._add("text_size", text("Text size"), sizes, str(settings.text_size))

    def focus_first(self, field: str) -> QWidget | None:
        """On what is chosen now."""
        chips = self._chips.get(field) or self._chips["language"]
        return next((chip for chip in chips.values() if chip.isChecked()), None)

    def _add(self, field: str, label: str, choices: list[tuple[str, str]], chosen: str) -> None:
        chips = {
            key: Chip(self.workspace.theme, words, checkable=True, selected=key == chosen)
            for key, words in choices
        }
        for key, chip in chips.items():
            chip.setAutoExclusive(True)
            tab_stop = key == chosen  # arrows lead to the others
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab_stop else Qt.FocusPolicy.ClickFocus)
            chip.setAccessibleDescription(label)
            chip.clicked.connect(lambda _=False, key=key: self._choose(field, key))
        self._chips[field] = chips
        row = FlowRow(self.workspace.theme, *chips.values(), spacing=8)
        row.setAccessibleName(label)
        self.sheet.add_row(label, row, gap=24)

    def _choose(self, field: str, key: str) -> None:
        before = self.workspace.settings
        value: object = int(key) if field == "text_size" else key
        changed: Settings = before._replace(**{field: value})  # type: ignore[arg-type]
        if changed != before:
            self.field = field  # the window is built again, and the cursor comes back here
            self.workspace.settings_wanted.emit(changed)
