"""What is chosen before a paper leaves: language, receiver, ground, and what stays."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.papers.paper_of_versions import EARLIER, NEWER
from app.actions.sheets.sheet import Sheet
from app.frameworks.kept_marks import marks_said
from app.frameworks.marks import MARKS
from app.frameworks.proposal import scope_of
from app.i18n import NAMES
from app.models.disclosure import Scope
from app.models.form import Form, Question
from app.models.framework import SAME_SERVICE
from app.ui.fields.circle_field import CircleField
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

GROUNDS = "disclosure-grounds"
_NEVER_CHOSEN = {"fact", "mention", "signature"}


class PaperChoices(QWidget):
    """`changed` means the paper must be made again; `noted` only that the ledger line changed."""

    changed = Signal()
    noted = Signal()

    def __init__(self, workspace: Workspace, form: Form, sheet: Sheet | None) -> None:
        super().__init__()
        self._workspace, self._form, self._sheet = workspace, form, sheet
        self._marks: dict[str, CheckRow] = {}
        self._versions: CheckRow | None = None
        self._circle: CircleField | None = None
        self._by_hand: set[CheckRow] = set()  # these follow nobody any more
        self._following = False
        theme, text = workspace.theme, workspace.text
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        framework = workspace.library.framework(workspace.notebook.framework)
        codes = form.languages(of_service=framework.languages)
        languages = [(code, NAMES.get(code, code)) for code in codes]
        self._language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self._language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self._language.currentIndexChanged.connect(self.changed)
        self._receiver = TextField(theme, name=text("To whom"), placeholder=text("Service or person"))
        self._ground = ComboField(
            theme, choices=self._grounds(), name=text("On what ground"), placeholder=text("Choose")
        )
        if theme.large:  # the sentence that does not fit is read whole in the open list
            self._ground.setMinimumWidth(theme.px(160))
        self._kept: dict[str, CheckRow] = {}
        self._initials = CheckRow(theme, text("Initials instead of the name"))
        self._initials.toggled.connect(self.changed)
        self._add(column, text("Language of the paper"), self._language)
        if sheet is not None:
            self._add(column, text("To whom"), self._receiver)
            self._add(column, text("On what ground"), self._ground)
            self._circle = CircleField(workspace, sheet.record, form)
            column.addWidget(self._circle)
            self._add_points(column, sheet)
            column.addWidget(self._initials)
            self._receiver.setText(self._known_receiver() or self.expected)
            self._receiver.setCursorPosition(0)
            self._ground.choose(form.ground)
            self._look()
            self._follow()
            self._circle.changed.connect(self._follow_again)
        self._initials.setVisible(sheet is not None and form.initials)
        column.addStretch(1)
        self._receiver.textChanged.connect(self._look)
        self._ground.currentIndexChanged.connect(self._name_own_file)
        self._ground.currentIndexChanged.connect(self._look)
        self._receiver.textChanged.connect(self.noted)
        self._ground.currentIndexChanged.connect(self.noted)

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self._language.chosen() or "fr"

    @property
    def receiver(self) -> str:
        """To whom it goes."""
        return self._receiver.text().strip()

    @property
    def ground(self) -> str:
        """The code of the ground, or ""."""
        return self._ground.chosen() or ""

    @property
    def expected(self) -> str:
        """To whom such a paper goes where the sheet names nobody, or ""."""
        if self._sheet is None or not self._form.goes_to:
            return ""
        student = self._workspace.notebook.students.find(self._sheet.record.student_id)
        words = self._workspace.locale.words(self._form.goes_to)
        return words.replace("{student}", student.name if student else "").strip()

    def leave_on(self, ground: str) -> None:
        """Another ground than the one that was chosen."""
        self._ground.choose(ground)

    @property
    def circle(self) -> str:
        """The circle the receiver stands in, or ""."""
        return (self._circle.field.chosen() or "") if self._circle is not None else ""

    @property
    def scope(self) -> Scope:
        """Whether more or less is on it than proposed for that circle; "" where nothing is proposed."""
        if self._circle is None:
            return ""
        return scope_of(
            self._circle.proposal, offered=self._kept, left_out=self._unticked, marks=self._marks,
            marks_out=self.marks_out, more=self.other_versions,
        )  # fmt: skip

    @property
    def leave_out(self) -> frozenset[str]:
        """The questions that stay in the notebook this time."""
        return self._unticked | self._silent

    @property
    def _unticked(self) -> frozenset[str]:
        return frozenset(key for key, row in self._kept.items() if not row.isChecked())

    @property
    def _silent(self) -> frozenset[str]:
        """Questions nobody answered stand there with empty boxes; not for whom they are not proposed."""
        stays = self._circle.proposal.leave_out if self._circle is not None else frozenset()
        return frozenset(
            question.key
            for question in self._form.questions
            if question.key in stays and question.key not in self._kept and may_print(question)
        )

    @property
    def marks_out(self) -> frozenset[str]:
        """The marks whose paragraphs stay in the notebook this time."""
        return frozenset(mark for mark, row in self._marks.items() if not row.isChecked())

    @property
    def other_versions(self) -> bool:
        """Whether answers to another version of the form are on it."""
        return self._versions is not None and self._versions.isChecked()

    @property
    def as_initials(self) -> bool:
        """Whether the student is on it with initials."""
        return self._initials.isChecked()

    def stand_under_receiver(self, widget: QWidget) -> None:
        """Something about the receiver, right below its field."""
        self._column.insertWidget(self._column.indexOf(self._receiver) + 1, widget)

    def focus_first(self) -> None:
        """The first thing missing."""
        first = self._receiver if self._sheet is not None and not self.receiver else self._language
        first.setFocus()

    def _add(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        label = Label(self._workspace.theme, words, role="small_strong", ink="ink2")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(self._workspace.theme.px(8))

    def _add_points(self, column: QVBoxLayout, sheet: Sheet) -> None:
        theme = self._workspace.theme
        column.addSpacing(theme.px(8))
        column.addWidget(SectionHeading(theme, self._workspace.text("On this paper"), role="strong"))
        marks = marks_said(form=self._form, values=sheet.values)
        for question in self._form.questions:
            if not may_print(question) or not sheet.values.get(question.key):
                continue
            row = CheckRow(theme, self._workspace.locale.words(question.label), checked=True)
            row.toggled.connect(partial(self._tick, row))
            self._kept[question.key] = row
            column.addWidget(row)
            for mark in marks.get(question.key, []):
                self._add_mark(column, mark)
        if sheet.unasked:
            row = CheckRow(theme, self._workspace.text(NEWER if sheet.is_newer else EARLIER), checked=False)
            row.toggled.connect(partial(self._tick, row))
            self._versions = row
            column.addWidget(row)

    def _add_mark(self, column: QVBoxLayout, mark: str) -> None:
        """Paragraphs so marked, on every question of the sheet."""
        if mark in self._marks:
            return
        text = self._workspace.text
        row = CheckRow(self._workspace.theme, text("marked “{mark}”", mark=text(MARKS[mark])), checked=True)
        row.toggled.connect(partial(self._tick, row))
        self._marks[mark] = row
        inside = QHBoxLayout()
        inside.setContentsMargins(self._workspace.theme.px(28), 0, 0, 0)
        inside.addWidget(row)
        column.addLayout(inside)

    def _name_own_file(self) -> None:
        """What is for the service’s own file needs no other receiver."""
        known = self._workspace.lists.get(GROUNDS)
        item = known.item(self.ground) if known and self.ground else None
        if item is not None and item.circle == SAME_SERVICE and not self.receiver:
            self._receiver.setText(self._workspace.locale.words(item.label))
            self._receiver.setCursorPosition(0)

    def _look(self) -> None:
        if self._circle is not None:
            self._circle.look(self.receiver, self.ground)

    def _follow(self) -> bool:
        """Tick what is proposed, but for what a hand ticked or unticked; whether anything changed."""
        if self._circle is None:
            return False
        proposal, moved = self._circle.proposal, False
        self._following = True
        for rows, stays in ((self._kept, proposal.leave_out), (self._marks, proposal.marks_out)):
            for key, row in rows.items():
                if row not in self._by_hand and row.isChecked() is (key in stays):
                    row.setChecked(key not in stays)
                    moved = True
        self._following = False
        self._circle.tell_scope(self.scope)
        return moved

    def _follow_again(self) -> None:
        if self._follow():
            self.changed.emit()
        self.noted.emit()

    def _tick(self, row: CheckRow, *_: object) -> None:
        """Somebody decides: from now on this line follows nobody."""
        if self._following:
            return
        self._by_hand.add(row)
        if self._circle is not None:
            self._circle.tell_scope(self.scope)
        self.changed.emit()

    def _grounds(self) -> list[tuple[str, str]]:
        known = self._workspace.lists.get(GROUNDS)
        items = known.items if known else []
        return [(item.code, self._workspace.locale.words(item.label)) for item in items if item.active]

    def _known_receiver(self) -> str:
        partner_id = getattr(self._sheet.record, "partner_id", None) if self._sheet else None
        partner = self._workspace.notebook.partners.find(partner_id)
        return " · ".join(part for part in (partner.service, partner.person) if part) if partner else ""


def may_print(question: Question) -> bool:
    """Whether a person can decide about this question on paper."""
    return question.prints and question.kind not in _NEVER_CHOSEN
