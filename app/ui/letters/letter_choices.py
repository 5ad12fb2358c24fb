"""Which letter, in which language, for which envelope, and what it asks."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import NAMES
from app.models.framework import Framework, Window
from app.models.letter import Letter
from app.ui.letters.asked_fields import AskedFields
from app.ui.letters.field_row import field_row
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.workspace import Workspace

OWN = "own"  # each family in its own language
_WINDOW = "envelope-window"  # what the notebook remembers


class LetterChoices(QWidget):
    """`changed` means the paper must be made again, `letter_changed` that it is another letter.

    The page puts what says to whom it goes into `whom`.
    """

    changed = Signal()
    letter_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        letters: list[Letter],
        *,
        own_language: bool = False,
        service: Framework | None = None,
    ) -> None:
        super().__init__()
        self._workspace, self._own = workspace, own_language
        self._letters = {letter.key: letter for letter in letters}
        theme, text = workspace.theme, workspace.text
        titles = [(letter.key, workspace.locale.words(letter.title)) for letter in letters]
        self._which = ComboField(theme, choices=titles, name=text("Which letter"))
        self._language = ComboField(theme, choices=[], name=text("Language of the letter"))
        windows = [
            ("left", text("at the left (Luxembourg, Germany)")),
            ("right", text("at the right (France)")),
        ]
        self._window = ComboField(theme, choices=windows, name=text("Window of the envelope"))
        usual, chosen = (service or workspace.service).envelope, workspace.notebook.preferences.get(_WINDOW)
        of_its_own = service is not None and service.key != workspace.notebook.framework
        self._window.choose(usual if of_its_own else chosen or usual)
        self._neutral = CheckRow(theme, text("Leave the service unnamed"))
        self._asked: AskedFields | None = None
        self._slot, self.whom = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        field_row(theme, column, text("Which letter"), self._which)
        column.addLayout(self.whom)
        column.addSpacing(theme.px(6))
        field_row(theme, column, text("Language of the letter"), self._language)
        column.addLayout(self._slot)
        self._window_label = field_row(theme, column, text("Window of the envelope"), self._window)
        column.addWidget(self._neutral)
        self._which.choose(letters[0].key)
        self._which.currentIndexChanged.connect(self.letter_changed)
        self._language.currentIndexChanged.connect(self.changed)
        self._window.currentIndexChanged.connect(self._remember_window)
        self._neutral.toggled.connect(self.changed)

    @property
    def letter(self) -> Letter:
        """The letter that is chosen."""
        return self._letters[self._which.chosen() or next(iter(self._letters))]

    @property
    def language(self) -> str:
        """Its language, or OWN."""
        return self._language.chosen() or self.letter.languages[0]

    @property
    def window_side(self) -> Window:
        """Where the envelope has its window."""
        return "right" if self._window.chosen() == "right" else "left"

    @property
    def neutral(self) -> bool:
        """Whether the service stays unnamed."""
        return self.letter.neutral and self._neutral.isChecked()

    @property
    def answers(self) -> dict[str, str]:
        """What the letter asked."""
        return self._asked.answers() if self._asked else {}

    def choose(self, key: str) -> None:
        """Another letter, without saying so."""
        self._which.blockSignals(True)
        self._which.choose(key)
        self._which.blockSignals(False)

    def show_letter(self, answers: Mapping[str, str], *, language: str = "") -> None:
        """The fields of the letter that is chosen, with what is known already; no signal."""
        letter, text = self.letter, self._workspace.text
        self._language.blockSignals(True)
        kept = language or self._language.chosen() or self._workspace.locale.code
        codes = [(code, NAMES.get(code, code)) for code in letter.languages]
        self._language.set_choices([*([(OWN, text("each family’s own"))] if self._own else []), *codes])
        fitting = dict(codes).keys() | ({OWN} if self._own else set())
        self._language.choose(kept if kept in fitting else codes[0][0])
        self._language.blockSignals(False)
        if self._asked is not None:
            self._slot.removeWidget(self._asked)
            self._asked.deleteLater()
        self._asked = AskedFields(self._workspace, letter, answers)
        self._asked.changed.connect(self.changed)
        self._slot.addWidget(self._asked)
        self._neutral.setVisible(letter.neutral)
        for part in (self._window, self._window_label):
            part.setVisible(letter.addressed)

    def focus_first(self) -> None:
        """On the choice of the letter."""
        self._which.setFocus()

    def focus_missing(self) -> bool:
        """On the first field nobody filled in; False where there is none."""
        return self._asked is not None and self._asked.focus_missing()

    def _remember_window(self) -> None:
        self._workspace.notebook.preferences.set(_WINDOW, self.window_side)
        self.changed.emit()
