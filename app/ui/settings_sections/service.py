"""The service: which others are used beside it, its law, who may receive what, how long things are kept."""

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.unit_changes.choose_services import choose_services
from app.i18n import N_
from app.models.framework import Framework
from app.ui.settings_sections.section import Section
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label

CIRCLES = "share-circles"


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
            self._rules(library.framework(key), named=bool(library.beside))

    def focus_first(self, field: str) -> QWidget | None:
        """On the first service that can be ticked."""
        return self._rows.get(field) or next(iter(self._rows.values()), None)

    def _choose(self) -> None:
        keys = [key for key, row in self._rows.items() if row.isChecked()]
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), "")
        if self.workspace.act(choose_services, library=self.workspace.library, keys=keys):
            self.saved.emit()
        self.refill_wanted.emit(focused)

    def _rules(self, service: Framework, *, named: bool) -> None:
        text, words = self.workspace.text, self.workspace.locale.words
        if named:
            name = Label(self.workspace.theme, words(service.name), role="strong")
            self.sheet.add_row("", name, gap=28)
        self._list(text("Law"), map(words, service.legal_refs))
        self._list("", map(words, (service.secrecy_mention, service.sharing_mention)))
        self._list(
            text("Who may receive what"),
            (self._pair(self.workspace.label(CIRCLES, one.who), words(one.may)) for one in service.circles),
        )
        self._list(
            text("How long it is kept"),
            (self._pair(words(one.what), words(one.long)) for one in service.keeping),
        )
        self._list(
            text("Ages"),
            (
                self._pair(self.workspace.locale.plural("{n} year", "{n} years", one.age), words(one.means))
                for one in service.age_rules
            ),
        )

    def _pair(self, what: str, rule: str) -> str:
        return self.workspace.text("{mark}: {text}", mark=what, text=rule)

    def _list(self, label: str, lines: Iterable[str]) -> None:
        said = "\n".join(line for line in lines if line)
        if said:
            body = Label(self.workspace.theme, said, wrap=True)
            self.sheet.add_row(label, body, gap=20 if label else 8)

    def _note(self, words: str) -> None:
        label = Label(self.workspace.theme, words, role="small", ink="ink2", wrap=True)
        self.sheet.add_row("", label, gap=6)
