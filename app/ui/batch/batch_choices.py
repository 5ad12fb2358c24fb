"""Which form, blank or filled, in which language, for whom, and on what ground."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import NAMES
from app.models.form import Form
from app.ui.letters.field_row import field_row
from app.ui.letters.ground_field import GroundField
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

BLANK, FILLED = "blank", "filled"
OWN, ONE = "own", "one"


class BatchChoices(QWidget):
    """`changed` means the papers must be made again, `noted` only that they are for somebody else."""

    changed = Signal()
    noted = Signal()

    def __init__(self, workspace: Workspace, forms: list[Form]) -> None:
        super().__init__()
        self._workspace = workspace
        self._forms = {form.key: form for form in forms}
        theme, text = workspace.theme, workspace.text
        titles = [(form.key, workspace.locale.words(form.title)) for form in forms]
        fillings = [
            (BLANK, text("blank, headed with the student")), (FILLED, text("the latest one that was filled")),
        ]  # fmt: skip
        receivers = [
            (OWN, text("each student, or their own family")), (ONE, text("one service or person for all")),
        ]  # fmt: skip
        self.which = ComboField(theme, choices=titles, name=text("Which form"))
        self.filling = ComboField(theme, choices=fillings, name=text("Blank or filled"))
        self.language_field = ComboField(theme, choices=[], name=text("Language of the paper"))
        self.whom = ComboField(theme, choices=receivers, name=text("For whom"))
        self.receiver_field = TextField(theme, name=text("To whom"), placeholder=text("Service or person"))
        self.ground_field = GroundField(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        field_row(theme, column, text("Which form"), self.which)
        field_row(theme, column, text("Blank or filled"), self.filling)
        field_row(theme, column, text("Language of the paper"), self.language_field)
        field_row(theme, column, text("For whom"), self.whom)
        column.addWidget(self.receiver_field)
        column.addWidget(self.ground_field)
        self.which.choose(forms[0].key)
        self.filling.choose(BLANK)
        self.whom.choose(OWN)
        self._follow_form()
        self._follow_whom()
        self.which.currentIndexChanged.connect(self._follow_form)
        self.filling.currentIndexChanged.connect(self.changed)
        self.language_field.currentIndexChanged.connect(self.changed)
        self.whom.currentIndexChanged.connect(self._follow_whom)
        self.receiver_field.textChanged.connect(self.noted)
        self.ground_field.changed.connect(self.noted)

    @property
    def form(self) -> Form:
        """The form that is chosen."""
        return self._forms[self.which.chosen() or next(iter(self._forms))]

    @property
    def filled(self) -> bool:
        """Whether what was written is printed, or paper to write on."""
        return self.filling.chosen() == FILLED

    @property
    def language(self) -> str:
        """The language of the papers."""
        return self.language_field.chosen() or self._workspace.locale.code

    @property
    def own(self) -> bool:
        """Whether each goes to its own student or family."""
        return self.whom.chosen() != ONE

    @property
    def receiver(self) -> str:
        """To whom all of them go, "" where each has its own."""
        return "" if self.own else self.receiver_field.text().strip()

    @property
    def ground(self) -> str:
        """The code of the ground, "" until one is chosen."""
        return self.ground_field.ground

    def leave_on(self, ground: str) -> None:
        """Another ground than the one that was chosen."""
        self.ground_field.leave_on(ground)

    @property
    def complete(self) -> bool:
        """Whether the ledger can say to whom and why."""
        return bool(self.ground and (self.own or self.receiver))

    def focus_first(self) -> None:
        """On the choice of the form."""
        self.which.setFocus()

    def _follow_form(self) -> None:
        workspace = self._workspace
        codes = self.form.languages(of_service=workspace.service.languages)
        kept = self.language_field.chosen() or workspace.locale.code
        self.language_field.blockSignals(True)
        self.language_field.set_choices([(code, NAMES.get(code, code)) for code in codes])
        self.language_field.choose(kept if kept in codes else codes[0])
        self.language_field.blockSignals(False)
        self.changed.emit()

    def _follow_whom(self) -> None:
        self.ground_field.begin(own=self.own)
        self.receiver_field.setVisible(not self.own)
        self.ground_field.setVisible(not self.own)
        self.noted.emit()
