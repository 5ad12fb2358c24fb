"""Last question: the phrase that opens the notebook, and where the notebook lies."""

from itertools import count
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app import paths
from app.i18n import N_, Locale
from app.ui.covers.answers import Answers
from app.ui.covers.folder_line import FolderLine
from app.ui.covers.steps.step import Step
from app.ui.fields.new_phrase import NewPhrase
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.labelled import Labelled


class PhraseStep(Step):
    """Twice the same phrase, strong enough; nobody can find it again."""

    title: ClassVar[str] = N_("Choose your passphrase")
    lead: ClassVar[str] = N_("It opens the notebook and encrypts every word in it.")

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, locale, tasks, answers, parent)
        lost = locale.text(
            "Nobody can find a lost phrase again, neither your school nor we: then only a recovery"
            " sheet opens"
            " the notebook. Print yours as soon as the notebook is made."
        )
        self._phrase = NewPhrase(theme, locale, tasks, personal_words=lambda: answers.personal_words)
        self._folder = FolderLine(theme, locale, answers.folder or _free(paths.default_notebook()))
        self.column.addWidget(Banner(theme, [("key", lost)]))
        self.column.addWidget(self._phrase)
        self.column.addWidget(Labelled(theme, locale.text("Where the notebook lies"), self._folder))
        self._phrase.changed.connect(self.changed)
        self._folder.changed.connect(self.changed)

    @property
    def phrase(self) -> str:
        """The phrase, for whoever makes the notebook."""
        return self._phrase.text()

    def forget(self) -> None:
        """The phrase is needed no more."""
        self._phrase.clear()

    def missing(self) -> str:
        """A good phrase typed twice, an empty folder."""
        return self._phrase.missing() or self._folder.missing()

    def keep(self) -> None:
        """The folder; the phrase stays in its field."""
        self.answers.folder = self._folder.folder

    def focus_first(self) -> None:
        """In the phrase."""
        self._phrase.first.field.setFocus()


def _free(folder: Path) -> Path:
    """The folder itself, or the first of its name and a number that does not exist."""
    if not folder.exists():
        return folder
    return next(other for n in count(2) if not (other := folder.with_name(f"{folder.name}-{n}")).exists())
