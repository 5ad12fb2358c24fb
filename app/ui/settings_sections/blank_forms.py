"""Forms to print and write on by hand."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.i18n import N_
from app.models.form import Form
from app.ui.settings_sections.section import Section
from app.ui.widgets.card import Card


class BlankForms(Section):
    """Every form of the service; pressing one shows its paper."""

    key: ClassVar[str] = "forms"
    tab: ClassVar[str] = N_("Blank forms")
    lead: ClassVar[str] = N_("For days without a computer: the same questions, with room to write.")

    def fill(self) -> None:
        """One card a form."""
        workspace = self.workspace
        self._cards: list[Card] = []
        for form in workspace.library.forms_for(workspace.notebook.framework):
            card = Card(workspace.theme, workspace.locale.words(form.title), icon="printer")
            card.clicked.connect(partial(self._show, form))
            self._cards.append(card)
            self.sheet.add_row(form.code, card, gap=28 if len(self._cards) == 1 else 12)

    def focus_first(self, field: str) -> QWidget | None:
        """On the first form."""
        return self._cards[0] if self._cards else None

    def _show(self, form: Form, *_: object) -> None:
        self.workspace.go("paper", form=form.key)
