"""Second step: who writes in the notebook."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import N_, Locale
from app.ui.covers.answers import Answers
from app.ui.covers.steps.step import Step
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from app.frameworks.library import Library

PROFESSIONS = "n01-professions"


class AuthorStep(Step):
    """Name and profession; how one is reached may wait."""

    title: ClassVar[str] = N_("Who are you?")
    lead: ClassVar[str] = N_(
        "Your papers are signed like this. All of it can be changed later in the settings."
    )

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, locale, tasks, answers, parent)
        self._name = TextField(theme, text=answers.name)
        self._profession = ComboField(theme, placeholder=locale.text("Choose"))
        self._phone = TextField(theme, text=answers.phone)
        self._hours = TextField(
            theme, text=answers.hours, placeholder=locale.text("e.g. Monday to Thursday, 8 am to 4 pm")
        )
        self.column.addWidget(Labelled(theme, locale.text("Given name and family name"), self._name))
        self.column.addWidget(Labelled(theme, locale.text("Profession"), self._profession))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(Labelled(theme, locale.text("Telephone (optional)"), self._phone), 2)
        row.addWidget(Labelled(theme, locale.text("Hours (optional)"), self._hours), 3)
        self.column.addLayout(row)
        self._name.textEdited.connect(self.changed)
        self._profession.activated.connect(self.changed)

    def open(self, library: "Library | None") -> None:
        """Offer the professions of the service's country."""
        if library is None or PROFESSIONS not in library.lists:
            return
        listed = library.list_for(PROFESSIONS, self.answers.framework)
        words = self._locale.words
        self._profession.set_choices([(item.code, words(item.label)) for item in listed.items if item.active])
        if self._profession.chosen() is None:
            self._profession.choose(self.answers.profession)

    def missing(self) -> str:
        """A name, a profession."""
        if not self._name.text().strip():
            self._name.setFocus()
            return self._locale.text("Your name is missing.")
        if self._profession.chosen() is None and self._profession.count():
            self._profession.setFocus()
            return self._locale.text("Your profession is missing.")
        return ""

    def keep(self) -> None:
        """Everything on this step."""
        answers = self.answers
        answers.name = self._name.text().strip()
        answers.profession = self._profession.chosen() or ""
        answers.phone = self._phone.text().strip()
        answers.hours = self._hours.text().strip()

    def said(self) -> str:
        """The profession."""
        return self._profession.currentText()

    def focus_first(self) -> None:
        """In the name."""
        self._name.setFocus()
