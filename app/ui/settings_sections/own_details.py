"""Who writes, for which unit, in which schools: the head of every paper."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

import msgspec
from PySide6.QtWidgets import QGridLayout, QWidget

from app.actions.bin_record import bin_record, restore_record
from app.actions.save_own_details import save_own_details
from app.i18n import N_
from app.models.changes import Changes
from app.models.practitioner import Practitioner
from app.models.record import Record
from app.models.school import School
from app.models.unit import Unit
from app.ui.settings_sections.logo_row import LogoRow
from app.ui.settings_sections.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

PROFESSIONS = "n01-professions"
_PLACE = ("street", "postcode", "city")
Reading = Callable[[], str]
Changed = TypeVar("Changed", bound=Record)


class OwnDetails(Section):
    """Written when a field is left; a name that was emptied stays what it was."""

    key: ClassVar[str] = "own"
    tab: ClassVar[str] = N_("You")
    lead: ClassVar[str] = N_("These words stand at the head of every paper and sign it.")

    def __init__(self, workspace: Workspace, sheet: Sheet, page: QWidget) -> None:
        super().__init__(workspace, sheet, page)
        self._unsaved: list[School] = []  # added, and without a name yet

    def fill(self) -> None:
        """The practitioner, the unit, every school."""
        notebook, text = self.workspace.notebook, self.workspace.text
        self._author, self._unit = notebook.author, notebook.units.own()
        self._schools = [*notebook.schools.list(), *self._unsaved]
        self._names: dict[str, TextField] = {}
        self._readings: dict[str, dict[str, Reading]] = {}
        self._first: QWidget | None = None
        self._heading(text("You"))
        self._row(text("Name"), self._author, "name")
        self._add_profession()
        self._pair(text("Reached by"), self._author, ("phone", "email"))
        self._row(text("Hours"), self._author, "hours")
        self._heading(text("Your unit"))
        self._row(text("Name"), self._unit, "name")
        self._pair(text("Address"), self._unit, _PLACE)
        self._pair(text("Reached by"), self._unit, ("phone", "hours"))
        self.sheet.add_row(text("Logo"), LogoRow(self.workspace), gap=12)
        for school in self._schools:
            self._add_school(school)
        add = Button(self.workspace.theme, text("Add a school"), kind="quiet", icon="plus")
        add.clicked.connect(self._add_empty_school)
        self.sheet.add_row("", FlowRow(self.workspace.theme, add), gap=12)

    def focus_first(self, field: str) -> QWidget | None:
        """In one's own name, or in that of the school just added."""
        return self._names.get(field, self._first)

    def show_changes(self, changes: Changes) -> None:
        """A school came back from the bin."""
        known = {school.id for school in self._schools}
        if changes.ids("school") - known:
            self.refill_wanted.emit("")

    def leave(self) -> bool:
        """Write what is in the fields."""
        return self._save()

    def _heading(self, words: str, right: QWidget | None = None) -> None:
        self.sheet.add_row("", SectionHeading(self.workspace.theme, words, right=right), gap=28)

    def _row(self, label: str, record: Record, name: str) -> TextField:
        field = self._field(record, name)
        self.sheet.add_row(label, field, gap=12)
        self._first = self._first or field
        return field

    def _pair(self, label: str, record: Record, names: tuple[str, ...]) -> None:
        """Several fields of one record side by side, each under its own words."""
        text, theme = self.workspace.text, self.workspace.theme
        words = {
            "phone": text("Phone"), "email": text("E-mail"), "hours": text("Hours"),
            "street": text("Street and number"), "postcode": text("Postcode"), "city": text("Town"),
        }  # fmt: skip
        shares = {"street": 4, "postcode": 2, "city": 3}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        for column, name in enumerate(names):
            grid.addWidget(Labelled(theme, words[name], self._field(record, name)), 0, column)
            grid.setColumnStretch(column, shares.get(name, 3))
        self.sheet.add_row(label, holder, gap=12)

    def _field(self, record: Record, name: str) -> TextField:
        field = TextField(self.workspace.theme, text=str(getattr(record, name)))
        self._readings.setdefault(record.id, {})[name] = lambda: field.text().strip()
        field.editingFinished.connect(self._save)
        return field

    def _add_profession(self) -> None:
        workspace = self.workspace
        listed = workspace.lists.get(PROFESSIONS)
        choices = [
            (item.code, workspace.locale.words(item.label))
            for item in (listed.items if listed else [])
            if item.active or item.code == self._author.profession
        ]
        field = ComboField(workspace.theme, choices=choices, placeholder=workspace.text("Choose"))
        field.choose(self._author.profession or None)
        self._readings[self._author.id]["profession"] = lambda: field.chosen() or self._author.profession
        field.activated.connect(self._save)
        self.sheet.add_row(workspace.text("Profession"), field, gap=12)

    def _add_school(self, school: School) -> None:
        text = self.workspace.text
        remove = None
        if len(self._schools) > 1:
            remove = Button(self.workspace.theme, text("Remove"), kind="quiet", small=True, icon="trash")
            remove.setAccessibleName(text("Remove “{school}”", school=school.name))
            remove.clicked.connect(lambda: self._remove(school))
        self._heading(text("School"), right=remove)
        self._names[school.id] = self._row(text("Name"), school, "name")
        self._pair(text("Address"), school, _PLACE)

    def _add_empty_school(self) -> None:
        self._save()
        school = School(name="")
        self._unsaved.append(school)
        self.refill_wanted.emit(school.id)

    def _remove(self, school: School) -> None:
        """Into the bin, from where it comes back."""
        self._save()
        workspace = self.workspace
        if school in self._unsaved:
            self._unsaved.remove(school)
        elif workspace.act(bin_record, library=workspace.library, kind="school", record_id=school.id):
            workspace.offer_undo(
                workspace.text("“{school}” is in the bin.", school=school.name),
                lambda: self._bring_back(school),
            )
        self.refill_wanted.emit("")

    def _bring_back(self, school: School) -> None:
        workspace = self.workspace
        workspace.act(restore_record, library=workspace.library, kind="school", record_id=school.id)

    def _written(self, record: Changed) -> Changed:
        """The record as its fields say, its name kept where it was emptied."""
        said = {name: read() for name, read in self._readings.get(record.id, {}).items()}
        if not said.get("name", "?"):
            del said["name"]
        return msgspec.structs.replace(record, **said)

    def _save(self) -> bool:
        author, unit = self._written(self._author), self._written(self._unit)
        schools = [school for each in self._schools if (school := self._written(each)).name]
        if (author, unit) == (self._author, self._unit) and all(each in self._schools for each in schools):
            return True
        if not self.workspace.act(save_own_details, practitioner=author, unit=unit, schools=schools):
            return False
        self._take(author, unit, schools)
        self.saved.emit()
        return True

    def _take(self, author: Practitioner, unit: Unit, schools: list[School]) -> None:
        """What is on disk is what the next change starts from."""
        self._author, self._unit = author, unit
        on_disk = {school.id: school for school in schools}
        self._schools = [on_disk.get(school.id, school) for school in self._schools]
        self._unsaved = [school for school in self._unsaved if school.id not in on_disk]
