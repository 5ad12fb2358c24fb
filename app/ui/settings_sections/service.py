"""The service: which others are used beside it, its law, who may receive what, how long things are kept."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.unit_changes.choose_services import choose_services
from app.i18n import N_
from app.ui.service_rows import add_service_rows
from app.ui.settings_sections.section import Section
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label


class Service(Section):
    """What is proposed by default. Ticking another service takes effect at once."""

    key: ClassVar[str] = "service"
    tab: ClassVar[str] = N_("Service")
    lead: ClassVar[str] = N_("Defaults of the service: the law, the unit and whoever is responsible decide.")

    def fill(self) -> None:
        """The services, then the rules of each one used."""
        workspace, text, words = self.workspace, self.workspace.text, self.workspace.locale.words
        library, own = workspace.library, workspace.notebook.framework
        self._rows: dict[str, CheckRow] = {}
        name = Label(workspace.theme, words(workspace.service.name), role="strong")
        self.sheet.add_row(text("Service"), name, gap=28)
        for key, other in sorted(library.frameworks.items(), key=lambda one: words(one[1].name).casefold()):
            if key == own:
                continue
            row = CheckRow(workspace.theme, words(other.name), checked=key in library.beside)
            row.toggled.connect(self._choose)
            self.sheet.add_row("" if self._rows else text("Used beside it"), row, gap=6 if self._rows else 16)
            self._rows[key] = row
        note = text(
            "Its forms and list entries are offered too. A case or a sheet of another service carries its"
            " head and follows its rules."
        )
        self._note(note)
        for key in (own, *library.beside):
            add_service_rows(workspace, self.sheet, library.framework(key), named=bool(library.beside))

    def focus_first(self, field: str) -> QWidget | None:
        """On the first service that can be ticked."""
        return self._rows.get(field) or next(iter(self._rows.values()), None)

    def _choose(self) -> None:
        keys = [key for key, row in self._rows.items() if row.isChecked()]
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), "")
        if self.workspace.act(choose_services, library=self.workspace.library, keys=keys):
            self.saved.emit()
        self.refill_wanted.emit(focused)

    def _note(self, words: str) -> None:
        label = Label(self.workspace.theme, words, role="small", ink="ink2", wrap=True)
        self.sheet.add_row("", label, gap=6)
