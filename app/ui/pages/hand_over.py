"""A package being prepared: to whom, which cases, what leaves and what stays, field by field."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.receiving.exchange_folder import exchange_folder
from app.actions.sending.note_step import note_handed_over
from app.actions.sending.send_package import SentPackage, send_package
from app.errors import CarnetError
from app.models.changes import Changes
from app.models.correspondent import Correspondent
from app.models.framework import SAME_SERVICE
from app.models.selection import Selection
from app.ui.ask_place import ask_folder
from app.ui.destination import Destination
from app.ui.dialogs.edit_selection import edit_selection
from app.ui.dialogs.ground_to_leave_on import ground_to_leave_on
from app.ui.pages.page import Page
from app.ui.transfer.as_text_row import AsTextRow
from app.ui.transfer.case_choice import CaseChoice
from app.ui.transfer.closing_bar import ClosingBar
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.transfer.for_good_choice import ForGoodChoice
from app.ui.transfer.ground_choice import GroundChoice
from app.ui.transfer.news_words import news_words
from app.ui.transfer.next_number import next_number
from app.ui.transfer.outgoing_preview import Preview, look_at_outgoing, summed_up
from app.ui.transfer.selection_row import SelectionRow
from app.ui.transfer.told_rows import ToldRows
from app.ui.transfer.what_was_sent import what_was_sent
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.leaves_stays import LeavesStays
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.slot import Slot
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future


class HandOverPage(Page):
    """A destination's `record_id` is the recipient; its `kind` may name a case to tick.

    With `question` "given" it leaves for good; `form` is a package that is written once more.
    """

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._to: Correspondent | None = None
        self._cases: CaseChoice | None = None
        self._preview: Preview | None = None
        self._asked = 0
        self._instead_of, self._again = "", frozenset[str]()
        self._looking: Future[Preview] | None = None
        self._selection: SelectionRow | None = None
        self._slot = Slot(self)

    @property
    def preview(self) -> Preview | None:
        """What would leave now; None while it is being looked at."""
        return self._preview

    def open(self, destination: Destination) -> None:
        """A new letter to this recipient."""
        notebook = self.workspace.notebook
        self._to = notebook.correspondents.get(destination.record_id)
        self._preview = None
        sheet = self._new_sheet()
        self._sent_before = set(notebook.transfers.sent(self._to.id))
        cases = CaseChoice(self.workspace, sent_before=self._sent_before)
        self._cases = cases
        before = notebook.transfers.package(destination.form)
        self._instead_of = before.id if before else ""
        self._again = frozenset(notebook.transfers.states.sent_in(before.id) if before else ())
        given = before is not None and bool(notebook.transfers.handovers.of_package(before.id, "out"))
        self._lay_out(sheet, self._to, cases, for_good=given or destination.question == "given")
        for case_id in [destination.kind, *(before.case_ids if before else [])]:
            cases.choose(case_id)
        cases.changed.connect(self._look)
        self._look()

    def focus_first(self) -> None:
        """The cases."""
        if self._cases is not None:
            self._cases.focus_first()

    def choose(self, *case_ids: str) -> None:
        """Tick these cases."""
        for case_id in case_ids:
            if self._cases is not None:
                self._cases.choose(case_id)

    def show_changes(self, changes: Changes) -> None:
        """A selection was saved or put back."""
        if changes.touches("selection") and self._selection is not None:
            self._selection.fill_again()

    def close_package(self, folder: Path) -> None:
        """Write the sealed file into the folder, on the worker."""
        preview = self._preview
        if self._to is None or preview is None or not self._is_ready(preview):
            return
        workspace = self.workspace
        self._asked, self._preview = self._asked + 1, None  # one press, one package
        self._bar.say(workspace.text("Closing the package…"), "", ready=False)
        send = partial(
            send_package, workspace.notebook, correspondent_id=self._to.id, outgoing=preview.outgoing,
            folder=folder, ground=self._ground.chosen, conditions=self._ground.met,
            language=workspace.locale.code, as_text=self._as_text.isChecked(), instead_of=self._instead_of,
        )  # fmt: skip
        workspace.tasks.run(
            send, done=partial(self._show_sent, self._to.name), failed=self._not_sent,
            name=workspace.text("the package"),
        )  # fmt: skip

    def _new_sheet(self) -> Sheet:
        text, sheet = self.workspace.text, Sheet(self.workspace.theme, margin=120)
        sheet.set_title(
            text("Prepare a package"), text("A closed letter: you choose what it holds and who can open it.")
        )
        return self._slot.put(sheet)

    def _lay_out(self, sheet: Sheet, to: Correspondent, cases: CaseChoice, *, for_good: bool) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        back = Button(theme, text("Back"), icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        sheet.header.add_right(back)
        sheet.add_row(text("To whom"), CorrespondentPanel(workspace, to, with_actions=False))
        self._selection = None if cases.is_empty else SelectionRow(workspace, to)
        if self._selection is not None:
            self._selection.selected.connect(self._select)
            self._selection.edit_wanted.connect(self._edit_selection)
            sheet.add_row(text("What"), self._selection)
        if cases.is_empty:
            sheet.add_row(
                text("What"), Label(theme, text("There is no case in this notebook yet."), ink="ink2")
            )
        else:
            sheet.add_row("", cases, gap=8)
        self._news = Label(theme, role="small", ink="ink2", wrap=True)
        sheet.add_row("", self._news, gap=4)
        self._for_good = ForGoodChoice(workspace, to.name, for_good=for_good)
        self._for_good.changed.connect(self._look)
        sheet.add_row(text("What for"), self._for_good)
        self._ground = GroundChoice(workspace)
        self._ground.changed.connect(self._allow)
        sheet.add_row(text("On what ground"), self._ground, buddy=self._ground.field)
        for circle in workspace.service.circles:
            if circle.who == SAME_SERVICE:
                usual = text("Usually handed over: {words}.", words=workspace.locale.words(circle.may))
                why = workspace.locale.words(circle.why)
                said = " ".join((usual, text("Ground: {why}.", why=why))) if why else usual
                sheet.add_row("", Label(theme, said, role="small", ink="ink2", wrap=True), gap=4)
        self._lists = LeavesStays(
            theme, leaves_title=text("What leaves"), stays_title=text("What stays"),
            personal=text("personal notes, always"), side_by_side=True,
        )  # fmt: skip
        sheet.add_row(text("Content"), self._lists)
        self._read = Button(theme, text("Read every field before closing"), kind="quiet", icon="eye")
        self._read.clicked.connect(self._show_fields)
        self._read.hide()
        sheet.add_row("", FlowRow(theme, self._read), gap=8)
        self._fields = QWidget()
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        self._fields.hide()
        sheet.add_row("", self._fields, gap=8)
        self._as_text = AsTextRow(workspace)
        sheet.add_row(text("Kind of file"), self._as_text)
        self._number = next_number(workspace.notebook, to)
        self._bar = ClosingBar(workspace, self._number)
        self._bar.close_wanted.connect(self._choose_folder)
        sheet.set_footer(self._bar)

    def _look(self) -> None:
        """Ask the worker what would leave; only the last question counts."""
        if self._to is None or self._cases is None:
            return
        workspace = self.workspace
        self._asked += 1
        self._preview = None
        if self._looking is not None:
            self._looking.cancel()  # whoever ticks thirty cases waits for one look, not for thirty
        self._bar.say(
            workspace.text("Package no. {number}", number=self._number),
            workspace.text("Looking at what would leave…"), ready=False,
        )  # fmt: skip
        look = partial(
            look_at_outgoing, workspace.notebook, workspace.library, workspace.locale,
            correspondent_id=self._to.id, case_ids=self._cases.chosen, again=self._again,
            for_good=self._for_good.for_good,
        )  # fmt: skip
        self._looking = workspace.tasks.run(
            look, done=partial(self._show, self._asked), failed=workspace.failed.emit
        )

    def _show(self, asked: int, preview: Preview) -> None:
        if asked != self._asked:
            return
        self._preview = preview
        locale, leaving = self.workspace.locale, bool(preview.outgoing.case_ids)
        always = [locale.text("who wrote each record, and when")] if leaving else []
        self._lists.show_lists(
            leaves=[*summed_up(preview.leaves, locale), *always], stays=summed_up(preview.stays, locale)
        )
        if self._to is not None and self._cases is not None:
            news = news_words(
                self.workspace, self._to, chosen=self._cases.chosen, leaving=preview.outgoing.case_ids,
                sent_before=self._sent_before,
            )  # fmt: skip
            self._news.setText(news)
            self._news.setVisible(bool(news))
        self._read.setVisible(leaving)
        if not leaving:
            self._fields.hide()
        elif self._fields.isVisible():
            self._fill_fields()
        self._allow()

    def _allow(self) -> None:
        """Nothing is closed before there is something in it and the ledger knows why it leaves."""
        if self._preview is None or self._to is None:
            return
        locale, text, name = self.workspace.locale, self.workspace.text, self._to.name
        leaving = len(self._preview.outgoing.case_ids)
        chosen = self._cases.chosen if self._cases else []
        title = text("Package no. {number}", number=self._number)
        ready = False
        if leaving:
            title = locale.plural(
                "Package no. {number}, {n} case", "Package no. {number}, {n} cases", leaving,
                number=self._number,
            )  # fmt: skip
            ready = self._is_ready(self._preview)
        if ready:
            detail = text("Only {name} will be able to open it. Signed by you.", name=name)
        elif leaving and self._ground.chosen:
            detail = text(
                "Every condition of this ground has to be met: tick each of them, or choose another."
            )
        elif leaving:
            detail = text("Say on what ground it leaves: the ledger of each case keeps it.")
        elif chosen:
            detail = text("{name} has everything of these cases already.", name=name)
        else:
            detail = text("Tick the cases to hand over.")
        self._bar.say(title, detail, ready=ready)

    def _is_ready(self, preview: Preview) -> bool:
        return bool(preview.outgoing.case_ids and self._ground.chosen) and not self._ground.is_open

    def _edit_selection(self, selection: Selection | None) -> None:
        if self._to is None:
            return
        answer = edit_selection(self.workspace, self, self._to.id, selection)
        if answer is not None and self._selection is not None:
            self._selection.choose(answer)

    def _select(self, case_ids: list[str]) -> None:
        """The cases a saved selection means today, and no others."""
        if self._cases is not None:
            self._cases.choose_only(case_ids)

    def _show_fields(self) -> None:
        self._fill_fields()
        self._fields.show()

    def _fill_fields(self) -> None:
        layout = self._fields.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._preview is not None:
            layout.addWidget(ToldRows(self.workspace, self._preview.leaves))

    def _may_leave(self) -> bool:
        """An agreement that is over is told of; on another ground the cases may leave all the same."""
        if self._to is None or self._preview is None:
            return False
        name, cases = self._to.name, self.workspace.notebook.cases.many(self._preview.outgoing.case_ids)
        ground = ground_to_leave_on(
            self.workspace, self, ground=self._ground.chosen,
            leaving=[(case.student_id, name) for case in cases.values()],
            is_picture=self._preview.outgoing.has_picture,
        )  # fmt: skip
        if ground:
            self._ground.field.choose(ground)
        return bool(ground)

    def _choose_folder(self) -> None:
        if not self._may_leave():
            return
        folder = exchange_folder(self.workspace.notebook)
        place = ask_folder(self, self.workspace.text("Where to put the package"), at=folder)
        if place is not None:
            self.close_package(place)

    def _not_sent(self, failure: CarnetError) -> None:
        self.workspace.failed.emit(failure)
        self._look()

    def _show_sent(self, name: str, sent: SentPackage) -> None:
        workspace, text = self.workspace, self.workspace.text
        workspace.tell(sent.changes)
        back = Button(workspace.theme, text("Back to the transfers"), kind="primary", big=True)
        back.clicked.connect(lambda: workspace.go("transfer"))
        actions = [back]
        folder = exchange_folder(workspace.notebook)
        if folder is not None and sent.path.parent.resolve() == folder:
            self._note_handed_over(sent.package_ids)
        else:
            handed = Button(workspace.theme, text("It is handed over"), kind="outlined", big=True)
            handed.clicked.connect(partial(self._hand_over, sent.package_ids))
            actions.append(handed)
        self._cases = self._to = self._preview = self._selection = None
        sheet = self._new_sheet()
        title, said = what_was_sent(workspace, name, sent)
        sheet.add_row(
            "",
            EmptyState(
                workspace.theme,
                title=title,
                text=said,
                actions=actions,
                reassurances=[
                    ("check-circle", text("Carnet will say when {name}'s receipt has been read.", name=name)),
                    ("book-open", text("The ledger of each case says what left, to whom, and when.")),
                ],
            ),
        )  # fmt: skip
        back.setFocus()

    def _hand_over(self, package_ids: list[str], *_: object) -> None:
        if self._note_handed_over(package_ids):
            self.workspace.go("transfer")

    def _note_handed_over(self, package_ids: list[str]) -> bool:
        noted = [self.workspace.act(note_handed_over, package_id=one) for one in package_ids]
        return all(noted)
