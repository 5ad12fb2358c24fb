"""What the first start asks of every step."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Locale
from app.ui.covers.answers import Answers
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.frameworks.library import Library


class Step(QWidget):
    """One sheet of questions about the same thing; its fields stand in `column`."""

    title: ClassVar[str]
    lead: ClassVar[str] = ""

    changed = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._locale, self.tasks, self.answers = theme, locale, tasks, answers
        self.setAccessibleName(locale.text(self.title))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16))

    def open(self, library: "Library | None") -> None:
        """The step comes up; the library is None until it is read."""

    def missing(self) -> str:
        """What is still needed, in a sentence, with the cursor put there; nothing when all is said."""
        return ""

    def keep(self) -> None:
        """Write what was typed into the answers."""

    def said(self) -> str:
        """What was answered, in two words, for the list of steps; nobody's name."""
        return ""

    def focus_first(self) -> None:
        """Put the cursor where one types or chooses."""
        self.setFocus()
