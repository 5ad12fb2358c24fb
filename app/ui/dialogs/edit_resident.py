"""Somebody who lives with a student."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.sheets.tell_household import RELATIONS, home_name
from app.actions.students.save_residents import save_residents
from app.models.resident import Resident
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

_OLDEST = 1900


def edit_resident(
    workspace: Workspace, parent: QWidget, resident: Resident, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Note somebody or correct them."""
    ask_around(ResidentEditor(workspace, parent, resident, is_new=is_new), fields=fields)


class ResidentEditor(AroundEditor):
    """A name or what they are to the student; the day of birth or only its year, as it is known."""

    question: ClassVar[str] = "resident"

    def __init__(self, workspace: Workspace, parent: QWidget, resident: Resident, *, is_new: bool) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(workspace, parent, resident, is_new=is_new, title=text("Lives with the student"))
        self._given = TextField(theme, text=resident.given_name)
        self._family = TextField(theme, text=resident.family_name)
        self._relation = self.combo(RELATIONS, resident.relation)
        self._home = ComboField(
            theme, choices=[(str(home), home_name(home, workspace.locale)) for home in (1, 2)]
        )
        self._home.choose(str(resident.home))
        self._birth = self.day_field(resident.birth_date)
        self._year = TextField(theme, text=str(resident.birth_year or ""))
        self._birth.day_changed.connect(self._follow_birth)
        self.add_pair((text("Given name"), self._given), (text("Family name"), self._family))
        self.add_pair((text("Relation"), self._relation), (text("Home"), self._home))
        self.add_pair((text("Born on"), self._birth), (text("or birth year"), self._year))
        self._follow_birth()
        self.settle()

    def written(self) -> Resident:
        """What the fields say."""
        typed, birth = self._year.text().strip(), self._birth.value()
        year = int(typed) if typed.isdecimal() else None
        before: Resident = self.record
        return msgspec.structs.replace(
            before,
            given_name=" ".join(self._given.text().split()),
            family_name=" ".join(self._family.text().split()),
            relation=self._relation.chosen() or "",
            home=int(self._home.chosen() or 1),
            birth_date=birth,
            birth_year=birth.year if birth else year,
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """Somebody, born in a year that has been."""
        text, written, today = self.workspace.text, self.written(), self.workspace.today
        if not (written.name or written.relation):
            return text("A name or a relation is needed."), self._given
        if (unclear := self.unclear_day(self._birth)) is not None:
            return unclear
        if written.birth_date and written.birth_date > today:
            return text("This birth date lies ahead."), self._birth
        year = written.birth_year
        if self._year.text().strip() and (year is None or not _OLDEST <= year <= today.year):
            return text("A year of four digits, not one to come."), self._year
        return None

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_residents, residents=[self.written()])

    def is_changed(self) -> bool:
        """A year that cannot be understood is something written too."""
        typed = self._year.text().strip()
        return super().is_changed() or not self._birth.is_valid() or bool(typed and not typed.isdecimal())

    def _follow_birth(self) -> None:
        """Where the day is known the year is."""
        birth = self._birth.value()
        self._year.setEnabled(birth is None)
        if birth is not None:
            self._year.setText(str(birth.year))
