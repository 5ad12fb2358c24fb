"""First step: the window's language, the service whose rules and forms it follows, and whose it is."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.i18n import N_, NAMES, Locale, window_languages
from app.ui.covers.answers import Answers
from app.ui.covers.steps.step import Step
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.choice_card import ChoiceCard
from app.ui.widgets.labelled import Labelled

if TYPE_CHECKING:
    from app.frameworks.library import Library
    from app.models.framework import Framework


class ServiceStep(Step):
    """The language answers at once; the service is proposed by the computer's country, if it says one."""

    title: ClassVar[str] = N_("Your language, your service")
    lead: ClassVar[str] = N_("The service decides which forms, lists and legal mentions Carnet offers.")

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, locale, tasks, answers, parent)
        self._languages = {
            code: ChoiceCard(theme, NAMES[code], chosen=code == locale.code) for code in window_languages()
        }
        for code, card in self._languages.items():
            card.clicked.connect(lambda _=False, code=code: self._speak(code))
        self._services: dict[str, ChoiceCard] = {}
        self._row = QWidget()
        self._cards = QGridLayout(self._row)  # two beside each other: titles are read whole
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.px(8))
        languages, cards = _side_by_side(theme)
        for card in self._languages.values():
            cards.addWidget(card)
        self._broken = Banner(theme)
        self._broken.hide()
        self._roles = {
            "practitioner": ChoiceCard(
                theme,
                locale.text("A practitioner"),
                detail=locale.text("One person, their students, their writing"),
                chosen=answers.role == "practitioner",
            ),
            "unit": ChoiceCard(
                theme,
                locale.text("The unit"),
                detail=locale.text("Receives the cases practitioners hand over"),
                chosen=answers.role == "unit",
            ),
        }
        whose, roles = _side_by_side(theme)
        for role in self._roles.values():
            roles.addWidget(role)
        self.column.addWidget(Labelled(theme, locale.text("Language"), languages))
        self.column.addWidget(Labelled(theme, locale.text("Service"), self._row))
        self.column.addWidget(self._broken)
        self.column.addWidget(Labelled(theme, locale.text("Whose notebook"), whose))

    def open(self, library: "Library | None") -> None:
        """Offer the services once they are read."""
        if library is None or self._services:
            return
        chosen = self.answers.framework or _likely(library)
        words = self._locale.words
        services = library.frameworks.items()
        for key, framework in sorted(services, key=lambda pair: _place(pair[1], self._locale)):
            card = ChoiceCard(
                self.theme, words(framework.name), detail=words(framework.unit_name), chosen=key == chosen
            )
            card.clicked.connect(self.changed)
            self._services[key] = card
            self._cards.addWidget(card, *divmod(len(self._services) - 1, 2))
            card.show()  # a layout would do so too late for the cursor
        if not library.frameworks:
            lines = [("warning", problem.said(self._locale)) for problem in library.problems]
            self._broken.set_lines(lines)
        if self.isVisible():
            self.focus_first()

    def missing(self) -> str:
        """A service."""
        if self._chosen():
            return ""
        self.focus_first()
        return self._locale.text("Choose your service.")

    def keep(self) -> None:
        """The service, and whose notebook it is."""
        self.answers.framework = self._chosen() or self.answers.framework
        self.answers.role = next(key for key, card in self._roles.items() if card.isChecked())

    def focus_first(self) -> None:
        """On the service, or on the language while services are being read."""
        cards = self._services or self._languages
        chosen = self._chosen() if self._services else self._locale.code
        cards.get(chosen, next(iter(cards.values()))).setFocus()

    def said(self) -> str:
        """The service."""
        return next((card.words() for card in self._services.values() if card.isChecked()), "")

    def _chosen(self) -> str:
        return next((key for key, card in self._services.items() if card.isChecked()), "")

    def _speak(self, code: str) -> None:
        if code != self._locale.code:
            self.keep()
            self.language_chosen.emit(code)


def _place(framework: "Framework", locale: Locale) -> tuple[bool, str]:
    """The usual services first, each group by its name."""
    return not framework.usual, locale.words(framework.name).casefold()


def _likely(library: "Library") -> str:
    """The usual service of the country this computer is set to."""
    country = QLocale.territoryToCode(QLocale.system().territory())
    keys = [
        key
        for key, framework in library.frameworks.items()
        if framework.country == country and framework.usual
    ]
    return keys[0] if len(keys) == 1 else ""


def _side_by_side(theme: Theme) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(12))
    return row, layout
