"""Third step: the unit's name, and the school or schools one works in."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, Locale
from app.ui.covers.answers import Answers, SchoolAnswer
from app.ui.covers.steps.step import Step
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.section_line import SectionLine
from app.ui.widgets.text_field import TextField


class _SchoolFields(QWidget):
    """Name and city, and under them the address."""

    removed = Signal()

    def __init__(self, theme: Theme, locale: Locale, answer: SchoolAnswer, *, removable: bool) -> None:
        super().__init__()
        self.name = TextField(theme, text=answer.name)
        self._city = TextField(theme, text=answer.city)
        self._street = TextField(theme, text=answer.street)
        self._postcode = TextField(theme, text=answer.postcode)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(Labelled(theme, locale.text("School"), self.name), 0, 0)
        grid.addWidget(Labelled(theme, locale.text("Town"), self._city), 0, 1)
        grid.addWidget(Labelled(theme, locale.text("Street and number (optional)"), self._street), 1, 0)
        grid.addWidget(Labelled(theme, locale.text("Postcode (optional)"), self._postcode), 1, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addLayout(grid, 1)
        if removable:
            cross = IconButton(theme, "x", locale.text("Remove this school"))
            cross.clicked.connect(self.removed)
            row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        if removable:
            column.addWidget(SectionLine(theme))
        column.addLayout(row)

    def answer(self) -> SchoolAnswer:
        """What was typed."""
        fields = (self.name, self._city, self._street, self._postcode)
        return SchoolAnswer(*(field.text().strip() for field in fields))


class SchoolsStep(Step):
    """At least one school: students are filed under theirs."""

    title: ClassVar[str] = N_("Your unit and your school")
    lead: ClassVar[str] = N_("These names stand at the head of every paper you print.")

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, locale, tasks, answers, parent)
        self._unit = TextField(
            theme, text=answers.unit_name, placeholder=locale.text("e.g. SePAS of the Moulin school")
        )
        self._unit.textEdited.connect(self.changed)
        self.column.addWidget(Labelled(theme, locale.text("Name of your unit"), self._unit))
        self._schools: list[_SchoolFields] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(16))
        self.column.addLayout(self._list)
        for school in answers.schools:
            self._add(school)
        add = Button(theme, locale.text("Add a school"), kind="quiet", icon="plus")
        add.clicked.connect(self._add_empty)
        line = QHBoxLayout()
        line.setContentsMargins(-theme.px(8), 0, 0, 0)
        line.addWidget(add)
        line.addStretch(1)
        self.column.addLayout(line)

    def missing(self) -> str:
        """The unit's name and every school's."""
        if not self._unit.text().strip():
            self._unit.setFocus()
            return self._locale.text("The name of your unit is missing.")
        for school in self._schools:
            answer = school.answer()
            if not answer.name and (answer != SchoolAnswer() or school is self._schools[0]):
                school.name.setFocus()
                return self._locale.text("The name of the school is missing.")
        return ""

    def keep(self) -> None:
        """The unit and the schools that have a name."""
        self.answers.unit_name = self._unit.text().strip()
        answers = [school.answer() for school in self._schools]
        self.answers.schools = [answer for answer in answers if answer != SchoolAnswer()] or [SchoolAnswer()]

    def said(self) -> str:
        """The first school."""
        return self.answers.schools[0].name

    def focus_first(self) -> None:
        """In the unit's name."""
        self._unit.setFocus()

    def _add_empty(self) -> None:
        self._add(SchoolAnswer())
        self._schools[-1].show()  # a layout would do so too late for the cursor
        self._schools[-1].name.setFocus()

    def _add(self, answer: SchoolAnswer) -> None:
        fields = _SchoolFields(self.theme, self._locale, answer, removable=bool(self._schools))
        fields.removed.connect(lambda: self._remove(fields))
        fields.name.textEdited.connect(self.changed)
        self._schools.append(fields)
        self._list.addWidget(fields)

    def _remove(self, fields: _SchoolFields) -> None:
        self._schools.remove(fields)
        self._list.removeWidget(fields)
        fields.hide()
        fields.deleteLater()
        self._schools[-1].name.setFocus()
