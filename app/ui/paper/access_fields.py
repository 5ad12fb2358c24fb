"""What goes into a record handed over on request, and the day it was asked for."""

from typing import ClassVar

import msgspec

from app.actions.papers.prepare_booklet import BookletChoices, sheets_of_case
from app.i18n import N_
from app.ui.paper.access_reminder import AccessReminder
from app.ui.paper.booklet_choices import BookletFields
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.date_field import DateField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class AccessFields(BookletFields):
    """What lists show by number alone goes in only where somebody says so."""

    heading: ClassVar[str] = N_("In the record handed over")

    def __init__(self, workspace: Workspace, case_id: str) -> None:
        super().__init__(workspace, case_id)
        theme, text = workspace.theme, workspace.text
        forms = {record.form for _, record in sheets_of_case(workspace.notebook, case_id=case_id)}
        known = workspace.library.forms
        self._discreet = frozenset(key for key in forms if key in known and known[key].by_number)
        self._protection = CheckRow(theme, text("Sheets of protection"))
        self._protection.setVisible(bool(self._discreet))
        self._protection.toggled.connect(self.changed)
        self.column.addWidget(self._protection)
        self.asked_on = DateField(
            theme, calendar_name=text("Calendar"), placeholder=text("day/month/year"),
            shown=workspace.locale.date, language=workspace.locale.code,
        )  # fmt: skip
        self.asked_on.setAccessibleName(text("Asked for on"))
        self.asked_on.set_value(workspace.today)
        label = Label(theme, text("Asked for on"), role="small_strong", ink="ink2")
        label.setBuddy(self.asked_on)
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(label)
        self.column.addWidget(self.asked_on)
        self.asked_on.textChanged.connect(self.changed)
        self.reminder = AccessReminder(workspace, case_id)
        self.column.addWidget(self.reminder)
        self.reminder.show_asked(self.asked_on.value())
        self.asked_on.textChanged.connect(lambda: self.reminder.show_asked(self.asked_on.value()))

    @property
    def choices(self) -> BookletChoices:
        """What is ticked."""
        out = frozenset() if self._protection.isChecked() else self._discreet
        return msgspec.structs.replace(super().choices, forms_out=out)
