"""Where a student was in a school year."""

import re
from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.students.save_enrolment import bin_enrolment, restore_enrolment, save_enrolment
from app.models.enrolment import Enrolment
from app.models.school_year import school_year
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.fields.codes_field import CodesField
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

LEVELS, DEVICES = "n06-levels", "n06-devices"
_YEAR = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4}|\d{2})")
_YEARS_BACK = 30


def edit_enrolment(
    workspace: Workspace, parent: QWidget, enrolment: Enrolment, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Add a line or correct one; this year's last line says where the student is now."""
    which = {"library": workspace.library, "enrolment_id": enrolment.id, "today": workspace.today}
    ask_around(
        EnrolmentEditor(workspace, parent, enrolment, is_new=is_new),
        fields=fields,
        put_away=lambda: workspace.act(bin_enrolment, **which),
        take_back=lambda: workspace.act(restore_enrolment, **which),
    )


class EnrolmentEditor(AroundEditor):
    """School, class, level or track, schemes; a day only where it began within the year."""

    question: ClassVar[str] = "enrolment"

    def __init__(self, workspace: Workspace, parent: QWidget, enrolment: Enrolment, *, is_new: bool) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            workspace, parent, enrolment, is_new=is_new,
            title=text("Add a school year") if is_new else text("Correct the school year"),
        )  # fmt: skip
        self._year = TextField(theme, text=enrolment.school_year.replace("-", "–"))
        schools = [(school.id, school.name) for school in workspace.notebook.schools.list()]
        self._school = ComboField(theme, choices=[("", text("another school, or not known")), *schools])
        self._school.choose(enrolment.school_id or "")
        self._other = TextField(theme, text=enrolment.other_school)
        self._class = TextField(theme, text=enrolment.class_name)
        self._level = self.combo(LEVELS, enrolment.level)
        self._devices = CodesField(workspace, DEVICES, name=text("Schemes"), hint=text("Scheme"))
        self._devices.set_codes(enrolment.devices)
        self._since = self.day_field(enrolment.since)
        self.add_pair((text("School year"), self._year), (text("From, if within the year"), self._since))
        self.add_pair((text("School"), self._school), (text("Another school"), self._other))
        self.add_pair((text("Class"), self._class), (text("Level and track"), self._level))
        self.add_pair((text("Schemes"), self._devices))
        self._school.currentIndexChanged.connect(self._allow_other)
        self._allow_other()
        self.settle()

    def written(self) -> Enrolment:
        """What the fields say."""
        before: Enrolment = self.record
        return msgspec.structs.replace(
            before,
            school_year=_year(self._year.text()) or self.record.school_year,
            school_id=self._school.chosen() or None,
            other_school="" if self._school.chosen() else " ".join(self._other.text().split()),
            class_name=" ".join(self._class.text().split()),
            level=self._level.chosen() or "",
            devices=self._devices.codes(),
            since=self._since.value(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """A school year that can be understood, something about it, and a day that lies in it."""
        text, today = self.workspace.text, self.workspace.today
        year = _year(self._year.text())
        if not year or not today.year - _YEARS_BACK <= int(year[:4]) <= today.year + 1:
            return text("A school year is needed, such as 2026–2027."), self._year
        written = self.written()
        if not (
            written.school_id
            or written.other_school
            or written.class_name
            or written.level
            or written.devices
        ):
            return text("A class, a school, a level or a scheme is needed."), self._class
        if (unclear := self.unclear_day(self._since)) is not None:
            return unclear
        if written.since and school_year(written.since) != year:
            return text("This day is not in that school year."), self._since
        return None

    def save(self) -> bool:
        """Write the line."""
        return self.workspace.act(save_enrolment, enrolment=self.written(), today=self.workspace.today)

    def _allow_other(self) -> None:
        """Either a school of one's own or another one."""
        self._other.setEnabled(not self._school.chosen())


def _year(typed: str) -> str:
    """ "2026-2027" of "2026–2027", "2026/27" and the like; "" of anything else."""
    match = _YEAR.fullmatch(typed.strip())
    if match is None:
        return ""
    first, last = int(match[1]), match[2]
    return f"{first}-{first + 1}" if f"{first + 1}".endswith(last) else ""
