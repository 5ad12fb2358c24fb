"""What a unit proposes to one practitioner: cases, the directory, class lists, its lists and forms."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.actions.sending.choose_outgoing import Outgoing
from app.actions.sending.choose_proposals import choose_proposals, has_unit_file
from app.actions.sending.send_package import SentPackage, send_package
from app.errors import CarnetError
from app.models.correspondent import Correspondent
from app.ui.ask_place import ask_folder
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.pages.paper_choices import GROUNDS
from app.ui.transfer.as_text_row import AsTextRow
from app.ui.transfer.case_choice import CaseChoice
from app.ui.transfer.closing_bar import ClosingBar
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.transfer.entry_choice import EntryChoice
from app.ui.transfer.next_number import next_number
from app.ui.transfer.what_was_sent import what_was_sent
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.slot import Slot
from app.ui.workspace import Workspace


class ProposePage(Page):
    """A destination's `record_id` is the practitioner. Nothing changes there before they accept it."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._to: Correspondent | None = None
        self._slot = Slot(self)

    def open(self, destination: Destination) -> None:
        """A new letter to this practitioner."""
        self._to = self.workspace.notebook.correspondents.get(destination.record_id)
        self._lay_out(self._new_sheet(), self._to)
        self._allow()

    def focus_first(self) -> None:
        """The cases."""
        if self._to is not None:
            self.cases.focus_first()

    def close_package(self, folder: Path) -> None:
        """Write the sealed file into the folder, on the worker."""
        to = self._to
        if to is None or not self._is_ready():
            return
        workspace, self._to = self.workspace, None  # one press, one package
        self._bar.say(workspace.text("Closing the package…"), "", ready=False)
        send = partial(
            _propose, workspace, to.id, self.cases.chosen, self.partners.chosen, self.schools.chosen,
            self.roster.isChecked(), self.unit_file.isChecked(), folder, self.ground.chosen() or "",
            self.as_text.isChecked(),
        )  # fmt: skip
        workspace.tasks.run(
            send, done=partial(self._show_sent, to.name), failed=partial(self._not_sent, to),
            name=workspace.text("the package"),
        )  # fmt: skip

    def _new_sheet(self) -> Sheet:
        text, sheet = self.workspace.text, Sheet(self.workspace.theme, margin=120)
        sheet.set_title(text("Propose"), text("Nothing changes in their notebook before they accept it."))
        return self._slot.put(sheet)

    def _lay_out(self, sheet: Sheet, to: Correspondent) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        notebook, locale = workspace.notebook, workspace.locale
        back = Button(theme, text("Back"), icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        sheet.header.add_right(back)
        sheet.add_row(text("To whom"), CorrespondentPanel(workspace, to, with_actions=False))
        self.cases = CaseChoice(workspace, sent_before=set(notebook.transfers.sent(to.id)))
        nothing = Label(theme, text("There is no case in this notebook yet."), ink="ink2")
        sheet.add_row(text("Cases to follow"), nothing if self.cases.is_empty else self.cases)
        known = workspace.lists.get(GROUNDS)
        items = [(item.code, locale.words(item.label)) for item in known.offered] if known else []
        self.ground = ComboField(
            theme, choices=items, name=text("On what ground"), placeholder=text("Choose")
        )
        sheet.add_row(text("On what ground"), self.ground, buddy=self.ground)
        self.partners = EntryChoice(
            workspace,
            [
                (one.id, one.service, " · ".join(filter(None, (one.person, one.city))))
                for one in notebook.partners.list()
            ],
            words=text("Service, person, town"),
        )
        if not self.partners.is_empty:
            sheet.add_row(text("Directory"), self.partners)
        self.schools = EntryChoice(
            workspace, [(one.id, one.name, one.city) for one in notebook.schools.list()], words=text("School")
        )
        if not self.schools.is_empty:
            sheet.add_row(text("Schools"), self.schools)
        students = notebook.students.count()
        self.roster = CheckRow(
            theme,
            locale.plural("The class list, {n} student", "The class list, {n} students", students),
            detail=text("Names, birth dates, classes: who is new or changed class is shown to them first."),
        )
        if students:
            sheet.add_row(text("Students"), self.roster)
        self.unit_file = CheckRow(
            theme, text("Our lists, forms, letters and services"),
            detail=text("As they are now; what would change is shown to them line by line."),
        )  # fmt: skip
        self.unit_file.setEnabled(has_unit_file(notebook))
        sheet.add_row(text("Lists and forms"), self.unit_file)
        self.as_text = AsTextRow(workspace)
        sheet.add_row(text("Kind of file"), self.as_text)
        self._number = next_number(notebook, to)
        self._bar = ClosingBar(workspace, self._number)
        self._bar.close_wanted.connect(self._choose_folder)
        sheet.set_footer(self._bar)
        for choice in (self.cases, self.partners, self.schools):
            choice.changed.connect(self._allow)
        self.roster.toggled.connect(lambda _: self._allow())
        self.unit_file.toggled.connect(lambda _: self._allow())
        self.ground.currentIndexChanged.connect(lambda _: self._allow())

    def _count(self) -> int:
        chosen = (self.cases.chosen, self.partners.chosen, self.schools.chosen)
        return sum(map(len, chosen)) + self.roster.isChecked() + self.unit_file.isChecked()

    def _is_ready(self) -> bool:
        return self._count() > 0 and bool(self.ground.chosen() or not self.cases.chosen)

    def _allow(self) -> None:
        """A case leaves on a ground, which the ledger keeps; the rest is nobody's data."""
        if self._to is None:
            return
        locale, text, count = self.workspace.locale, self.workspace.text, self._count()
        title = text("Package no. {number}", number=self._number)
        if not count:
            detail = text("Tick what you propose.")
        elif self._is_ready():
            title = locale.plural(
                "Package no. {number}, {n} proposal", "Package no. {number}, {n} proposals", count,
                number=self._number,
            )  # fmt: skip
            detail = text("Only {name} will be able to open it. Signed by you.", name=self._to.name)
        else:
            detail = text("Say on what ground it leaves: the ledger of each case keeps it.")
        self._bar.say(title, detail, ready=self._is_ready())

    def _choose_folder(self) -> None:
        place = ask_folder(self, self.workspace.text("Where to put the package"))
        if place is not None:
            self.close_package(place)

    def _not_sent(self, to: Correspondent, failure: CarnetError) -> None:
        self._to = to
        self.workspace.failed.emit(failure)
        self._allow()

    def _show_sent(self, name: str, sent: SentPackage) -> None:
        workspace, text = self.workspace, self.workspace.text
        workspace.tell(sent.changes)
        back = Button(workspace.theme, text("Back to the transfers"), kind="primary", big=True)
        back.clicked.connect(lambda: workspace.go("transfer"))
        title, said = what_was_sent(workspace, name, sent)
        answered = text("What {name} answers comes back with the receipt.", name=name)
        self._new_sheet().add_row(
            "",
            EmptyState(
                workspace.theme, title=title, text=said, actions=[back],
                reassurances=[("check-circle", answered)],
            ),
        )  # fmt: skip
        back.setFocus()


def _propose(
    workspace: Workspace,
    correspondent_id: str,
    case_ids: list[str],
    partner_ids: list[str],
    school_ids: list[str],
    roster: bool,
    unit_file: bool,
    folder: Path,
    ground: str,
    as_text: bool,
) -> SentPackage:
    notebook = workspace.notebook
    outgoing: Outgoing = choose_proposals(
        notebook, library=workspace.library, correspondent_id=correspondent_id, case_ids=case_ids,
        partner_ids=partner_ids, school_ids=school_ids, roster=roster, unit_file=unit_file,
    )  # fmt: skip
    return send_package(
        notebook, correspondent_id=correspondent_id, outgoing=outgoing, folder=folder, ground=ground,
        language=workspace.locale.code, as_text=as_text,
    )  # fmt: skip
