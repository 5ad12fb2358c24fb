"""Erasing the sheets of school years that are over: one list, one gesture, one certificate."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.history.erase_for_ever import Erased
from app.actions.history.erase_past_years import erase_past_years
from app.actions.history.look_at_erasing import Erasing, look_at_erasing
from app.actions.sheets.look_at_past_years import PastYear, look_at_past_years
from app.ui.destination import Destination
from app.ui.pages.erase import ErasePage
from app.ui.widgets.check_row import CheckRow
from app.ui.workspace import Workspace


class EraseYearsPage(ErasePage):
    """All are ticked; whatever has to wait is left out, and what goes is counted anew."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.rows: list[tuple[PastYear, CheckRow]] = []

    def open(self, destination: Destination) -> None:
        """Those there are now, oldest first."""
        workspace, text, locale = self.workspace, self.workspace.text, self.workspace.locale
        self.begin()
        self.sheet.header.set_who(text("Of a school year that is over"))
        which = QWidget()
        column = QVBoxLayout(which)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(4))
        self.rows = []
        for one in look_at_past_years(workspace.notebook, library=workspace.library, today=workspace.today):
            name = one.student.name if one.student else text("Not filed yet")
            title = locale.words(one.form.short_title) or locale.words(one.form.title)
            years = one.year.replace("-", "\u2013")
            row = CheckRow(workspace.theme, f"{name} \u00b7 {title}, {years}", checked=True)
            row.toggled.connect(self._count)
            self.rows.append((one, row))
            column.addWidget(row)
        self.show_all(which)
        self._count()

    def work(self, found: Erasing) -> Callable[[], Erased]:
        """All that are ticked."""
        return partial(erase_past_years, self.workspace.notebook, sheets=self._ticked())

    def _ticked(self) -> list[PastYear]:
        return [one for one, row in self.rows if row.isChecked()]

    def _count(self, *_: object) -> None:
        ids = [one.record.id for one in self._ticked()]
        found = None
        if ids:
            found = look_at_erasing(
                self.workspace.notebook, kind="paper", record_id=ids[0], together_with=ids[1:]
            )
        self.show_going(found)
