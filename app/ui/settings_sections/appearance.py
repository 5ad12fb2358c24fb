"""How the window speaks and looks, and when it closes the notebook by itself."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import N_, NAMES, window_languages
from app.settings import LOCK_AFTER, Settings
from app.ui.capture import OFFERED
from app.ui.settings_sections.section import Section
from app.ui.widgets.check_row import CheckRow
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
_NUMBERS = ("text_size", "lock_after")


class Appearance(Section):
    """Each choice takes effect at once."""

    key: ClassVar[str] = "window"
    tab: ClassVar[str] = N_("Window")
    lead: ClassVar[str] = N_("Each choice takes effect at once.")

    def fill(self) -> None:
        """Language, look, text size, locking."""
        text, settings = self.workspace.text, self.workspace.settings
        self._chips: dict[str, dict[str, Chip]] = {}
        self._add("language", text("Language"), [(code, NAMES[code]) for code in window_languages()],
                  self.workspace.locale.code)  # fmt: skip
        self._note(text("Papers choose their language when they are printed."))
        self._add("theme", text("Colours"), [(key, text(words)) for key, words in _THEMES.items()],
                  settings.theme)  # fmt: skip
        sizes = [(str(size), text("{n} %", n=size)) for size in _SIZES]
        self._add("text_size", text("Text size"), sizes, str(settings.text_size))
        self._add_locking()

    def focus_first(self, field: str) -> QWidget | None:
        """On what is chosen now."""
        chips = self._chips.get(field) or self._chips["language"]
        return next((chip for chip in chips.values() if chip.isChecked()), None)

    def _add_locking(self) -> None:
        text, locale, settings = self.workspace.text, self.workspace.locale, self.workspace.settings
        waits = [
            (str(n), locale.plural("{n} minute", "{n} minutes", n) if n else text("Never"))
            for n in LOCK_AFTER
        ]
        self._add("lock_after", text("Locks when nobody touches it"), waits, str(settings.lock_after))
        self._note(
            text(
                "The last thirty seconds are counted down. Before an interview, press In interview: the"
                " notebook then stays open for an hour at most. It always locks when the computer's screen is"
                " locked or given to somebody else, and when the computer goes to sleep."
            )
        )
        if OFFERED:
            row = CheckRow(
                self.workspace.theme,
                text("Keep the window out of pictures of the screen"),
                detail=text("Untick it for a magnifier, a reader of the screen or help from afar."),
                checked=settings.hide_from_capture,
            )
            row.toggled.connect(
                lambda on: self.workspace.settings_wanted.emit(settings._replace(hide_from_capture=on))
            )
            self.sheet.add_row("", row, gap=16)

    def _note(self, words: str) -> None:
        label = Label(self.workspace.theme, words, role="small", ink="ink2", wrap=True)
        self.sheet.add_row("", label, gap=4)

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
        value: object = int(key) if field in _NUMBERS else key
        changed: Settings = before._replace(**{field: value})  # type: ignore[arg-type]
        if changed != before:
            self.field = field  # the window is built again, and the cursor comes back here
            self.workspace.settings_wanted.emit(changed)
