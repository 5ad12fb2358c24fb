"""A class before its meeting: lines with an agreement, those to look at again, the list on half a page."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.name_disclosed import COUNCIL
from app.actions.papers.look_at_council import CouncilSheet, look_at_council, meetings
from app.actions.papers.prepare_council import prepare_council
from app.documents.council_subject import CouncilSubject
from app.i18n import Locale
from app.models.paper import Paper
from app.ui.destination import Destination
from app.ui.fields.look_twice import look_twice
from app.ui.form_view.parts.row_note import RowNote
from app.ui.pages.list_paper import Drawing, ListPaperPage
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_GROUND = "AGREEMENT"


class CouncilPage(ListPaperPage):
    """Every line is ticked but those to look at again; lines without an agreement are not offered."""

    place = "students"
    what = COUNCIL

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, workspace.text("List for a class council"), parent)
        self.meeting = ComboField(workspace.theme, name=workspace.text("Class and meeting"))
        self.above.addWidget(self.meeting)
        self.meeting.currentIndexChanged.connect(self._show)
        self.rows: list[tuple[CouncilSheet, str, CheckRow]] = []
        self._days: dict[str, tuple[str, date]] = {}
        self._filling = False

    def open(self, destination: Destination) -> None:
        """The newest meeting of that class, or of the first there is."""
        workspace = self.workspace
        found = meetings(workspace.notebook, library=workspace.library, today=workspace.today)
        self._days = {f"{name}/{day}": (name, day) for name, days in found.items() for day in days}
        self._filling = True
        self.meeting.set_choices(
            [
                (key, f"{name or workspace.text('No class')} \u00b7 {workspace.locale.date(day, 'long')}")
                for key, (name, day) in self._days.items()
            ]
        )
        wanted = next((key for key, (name, _) in self._days.items() if name == destination.kind), "")
        self.meeting.choose(wanted or next(iter(self._days), ""))
        self._filling = False
        self._show()

    def focus_first(self) -> None:
        """On the choice of the meeting."""
        self.meeting.setFocus()

    def records(self) -> list[Paper]:
        """The sheets with a line on the list."""
        ticked = {sheet.record.id: sheet.record for sheet, _, row in self.rows if row.isChecked()}
        return list(ticked.values())

    def expected(self) -> list[str]:
        """The council of that class, as it is proposed."""
        name, _ = self._days.get(self.meeting.chosen() or "", ("", None))
        return [self.workspace.text("class council {name}", name=name)] if name else []

    def drawing(self, locale: Locale) -> Drawing:
        """The list."""
        workspace, (name, day) = self.workspace, self._days[self.meeting.chosen() or ""]
        said: dict[str, tuple[str, list[str]]] = {}
        for sheet, line, row in self.rows:
            if row.isChecked():
                said.setdefault(sheet.student.id, (sheet.student.name, []))[1].append(line)
        subject = prepare_council(
            workspace.notebook, library=workspace.library, title=self.rows[0][0].question.label,
            class_name=name, day=day, lines=list(said.values()), locale=locale,
        )  # fmt: skip
        return partial(_drawn, subject, locale)

    def _show(self) -> None:
        if self._filling:
            return
        workspace, text = self.workspace, self.workspace.text
        self.clear_choices()
        self.rows = []
        where = self._days.get(self.meeting.chosen() or "")
        self.meeting.setVisible(where is not None)
        if where is None:
            words = text("Contributions to a class council begin on the students’ sheets.")
            self.choices.addWidget(Label(workspace.theme, words, ink="ink2", wrap=True))
            self.begin("")
            return
        name, day = where
        for sheet in look_at_council(
            workspace.notebook, library=workspace.library, class_name=name, day=day, today=workspace.today
        ):
            self._offer(sheet)
        self.receiver.show_line(receiver="".join(self.expected()), ground=_GROUND)
        self.begin(text("One line a student, only what somebody agreed to."))

    def _offer(self, sheet: CouncilSheet) -> None:
        workspace = self.workspace
        theme, student = workspace.theme, sheet.student
        self.choices.addSpacing(theme.px(10))
        self.choices.addWidget(Label(theme, student.name, role="strong"))
        why = look_twice(workspace, sheet.lines, student_id=student.id, record_id=sheet.record.id)
        for line, warning in zip(sheet.lines, why, strict=True):
            row = CheckRow(theme, line, checked=not warning)
            row.toggled.connect(lambda _: self.make())
            self.rows.append((sheet, line, row))
            self.choices.addWidget(row)
            if warning:
                row.setAccessibleDescription(warning)
                note = RowNote(theme)
                self.choices.addWidget(note)
                note.say(warning)
        if sheet.kept or not sheet.lines:
            words = workspace.locale.plural(
                "{n} line without an agreement stays in the notebook.",
                "{n} lines without an agreement stay in the notebook.",
                sheet.kept,
            )
            words = words if sheet.kept else workspace.text("Nothing to be said.")
            self.choices.addWidget(Label(theme, words, role="small", ink="ink2", wrap=True))


def _drawn(subject: CouncilSubject, locale: Locale) -> tuple[bytes, list[str]]:
    from app.documents import council_list, unwritable  # much memory, and most days begin without a paper

    return council_list.build(subject, locale), unwritable.unwritable(subject)
