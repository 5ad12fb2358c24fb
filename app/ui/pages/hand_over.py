"""A package being prepared: to whom, which cases, what leaves and what stays, field by field."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.choose_outgoing import Outgoing, choose_outgoing
from app.actions.send_package import SentPackage, send_package
from app.actions.tell_staying import tell_staying
from app.actions.tell_travelling import tell_lines
from app.errors import CarnetError
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.correspondent import Correspondent
from app.models.framework import SAME_SERVICE
from app.models.told import Told
from app.storage.notebook import Notebook
from app.ui.ask_place import ask_folder
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.pages.paper_choices import GROUNDS
from app.ui.transfer.as_text_row import AsTextRow
from app.ui.transfer.case_choice import CaseChoice
from app.ui.transfer.closing_bar import ClosingBar
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.transfer.next_number import next_number
from app.ui.transfer.told_rows import ToldRows
from app.ui.transfer.what_was_sent import what_was_sent
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.leaves_stays import LeavesStays
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future

_MOST = 80


class Preview(msgspec.Struct, frozen=True):
    """What would leave, and both sides of it in words."""

    outgoing: Outgoing
    leaves: list[Told]
    stays: list[Told]


class HandOverPage(Page):
    """A destination's `record_id` is the recipient; its `kind` may name a case to tick."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._to: Correspondent | None = None
        self._cases: CaseChoice | None = None
        self._preview: Preview | None = None
        self._asked = 0
        self._looking: Future[Preview] | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._sheet: Sheet | None = None
        self._slot = whole

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
        cases = CaseChoice(self.workspace, sent_before=set(notebook.transfers.sent(self._to.id)))
        self._cases = cases
        self._lay_out(sheet, self._to, cases)
        cases.changed.connect(self._look)
        if destination.kind:
            cases.choose(destination.kind)
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

    def close_package(self, folder: Path) -> None:
        """Write the sealed file into the folder, on the worker."""
        preview, ground = self._preview, self._ground.chosen()
        if self._to is None or preview is None or not preview.outgoing.case_ids or not ground:
            return
        workspace = self.workspace
        self._asked, self._preview = self._asked + 1, None  # one press, one package
        self._bar.say(workspace.text("Closing the package…"), "", ready=False)
        send = partial(
            send_package, workspace.notebook, correspondent_id=self._to.id, outgoing=preview.outgoing,
            folder=folder, ground=ground, language=workspace.locale.code, as_text=self._as_text.isChecked(),
        )  # fmt: skip
        workspace.tasks.run(
            send, done=partial(self._show_sent, self._to.name), failed=self._not_sent,
            name=workspace.text("the package"),
        )  # fmt: skip

    def _new_sheet(self) -> Sheet:
        if self._sheet is not None:
            self._slot.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = Sheet(self.workspace.theme, margin=120)
        self._slot.addWidget(self._sheet)
        text = self.workspace.text
        self._sheet.set_title(
            text("Prepare a package"), text("A closed letter: you choose what it holds and who can open it.")
        )
        return self._sheet

    def _lay_out(self, sheet: Sheet, to: Correspondent, cases: CaseChoice) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        sheet.add_row(text("To whom"), CorrespondentPanel(workspace, to, with_actions=False))
        if cases.is_empty:
            sheet.add_row(
                text("What"), Label(theme, text("There is no case in this notebook yet."), ink="ink2")
            )
        else:
            sheet.add_row(text("What"), cases)
        known = workspace.lists.get(GROUNDS)
        items = [(item.code, workspace.locale.words(item.label)) for item in known.offered] if known else []
        self._ground = ComboField(
            theme, choices=items, name=text("On what ground"), placeholder=text("Choose")
        )
        self._ground.currentIndexChanged.connect(lambda _: self._allow())
        sheet.add_row(text("On what ground"), self._ground, buddy=self._ground)
        for circle in workspace.service.circles:
            if circle.who == SAME_SERVICE:
                usual = text("Usually handed over: {words}.", words=workspace.locale.words(circle.may))
                sheet.add_row("", Label(theme, usual, role="small", ink="ink2", wrap=True), gap=4)
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
            _look_at, workspace.notebook, workspace.library, self._to.id, self._cases.chosen, workspace.locale
        )
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
            leaves=[*_summed_up(preview.leaves, locale), *always], stays=_summed_up(preview.stays, locale)
        )
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
            ready = bool(self._ground.chosen())
        if ready:
            detail = text("Only {name} will be able to open it. Signed by you.", name=name)
        elif leaving:
            detail = text("Say on what ground it leaves: the ledger of each case keeps it.")
        elif chosen:
            detail = text("{name} has everything of these cases already.", name=name)
        else:
            detail = text("Tick the cases to hand over.")
        self._bar.say(title, detail, ready=ready)

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

    def _choose_folder(self) -> None:
        place = ask_folder(self, self.workspace.text("Where to put the package"))
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
        self._cases = self._to = self._preview = None
        sheet = self._new_sheet()
        title, said = what_was_sent(workspace, name, sent)
        sheet.add_row(
            "",
            EmptyState(
                workspace.theme,
                title=title,
                text=said,
                actions=[back],
                reassurances=[
                    ("check-circle", text("Carnet will say when {name}'s receipt has been read.", name=name)),
                    ("book-open", text("The ledger of each case says what left, to whom, and when.")),
                ],
            ),
        )  # fmt: skip
        back.setFocus()


def _look_at(
    notebook: Notebook, library: Library, correspondent_id: str, case_ids: list[str], locale: Locale
) -> Preview:
    outgoing = choose_outgoing(
        notebook, library=library, correspondent_id=correspondent_id, case_ids=case_ids
    )
    return Preview(
        outgoing,
        tell_lines(notebook, library=library, lines=outgoing.lines, locale=locale),
        tell_staying(notebook, library=library, case_ids=case_ids, locale=locale),
    )


def _summed_up(told: list[Told], locale: Locale) -> list[str]:
    """A line for each record; of very many the first ones and how many more."""
    said = [_line_of(one, locale) for one in told[:_MOST]]
    more = len(told) - _MOST
    return [*said, locale.plural("and {n} more", "and {n} more", more)] if more > 0 else said


def _line_of(told: Told, locale: Locale) -> str:
    labels = ", ".join(label for label, _ in told.fields)
    if not (told.title and labels):
        return told.title or labels
    return locale.text("{mark}: {text}", mark=told.title, text=labels)
