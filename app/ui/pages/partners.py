"""The partner directory: services, persons, where they are and whether they are bound by secrecy."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.bin_record import bin_record
from app.actions.conflicts.open_conflicts import open_conflicts
from app.models.changes import Changes
from app.models.partner import Partner
from app.ui.destination import Destination
from app.ui.dialogs.edit_partner import edit_partner
from app.ui.pages.page import Page
from app.ui.strips.two_versions import two_versions
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

TYPES = "n09-partner-types"
_MOST = 500


class PartnersPage(Page):
    """One's own directory; entries can be made here or while writing a referral."""

    place = "partners"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sheet = Sheet(theme, margin=104)
        self._new = Button(theme, text("New entry"), kind="primary", hint=text("Ins"))
        danger = Button(theme, text("Emergency"), kind="quiet", hint="F9", small=True)
        danger.clicked.connect(lambda: workspace.go("emergency"))
        self._filter = SearchField(theme, text("Service, person, town"), icon="funnel-simple")
        self._filter.setMinimumWidth(theme.px(240))
        if theme.large:
            self._sheet.header.add_below(FlowRow(theme, danger, self._filter, self._new, spacing=12))
        else:
            self._sheet.header.add_right(danger)
            self._sheet.header.add_right(self._filter)
            self._sheet.header.add_right(self._new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        self._new.clicked.connect(lambda: self._edit(None))
        QShortcut(QKeySequence("Ins"), self, self._new.click)
        self._filter.textChanged.connect(lambda _: self._show())

    def open(self, destination: Destination) -> None:
        """The directory as it stands now."""
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """An entry changed, or stands in two versions, or no longer."""
        if changes.touches("partner") or changes.touches("conflict"):
            self._show()

    def focus_first(self) -> None:
        """One usually looks somebody up."""
        self._filter.setFocus()

    def _show(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        found = workspace.notebook.partners.matching(self._filter.text(), limit=_MOST)
        self._sheet.clear()
        n = len(found)
        self._sheet.set_title(
            text("Directory"), workspace.locale.plural("{n} entry", "{n} entries", n) if n else ""
        )
        if not found and not self._filter.text():
            self._sheet.add_row("", self._empty())
        apart = two_versions(
            workspace, [one for one in open_conflicts(workspace.notebook) if one.kind == "partner"]
        )
        if apart is not None:
            self._sheet.add_row("", apart, gap=8)
        for partner in found:
            line = DayLine(
                workspace.theme, partner.service, after=partner.person, detail=self._detail(partner),
                right=self._secrecy(partner),
            )  # fmt: skip
            line.clicked.connect(partial(self._edit, partner))
            self._sheet.add_row("", line, gap=6)

    def _empty(self) -> EmptyState:
        text = self.workspace.text
        first = Button(self.workspace.theme, text("Write the first entry"), kind="primary", big=True)
        first.clicked.connect(lambda: self._edit(None))
        return EmptyState(
            self.workspace.theme,
            title=text("Your directory is empty"),
            text=text(
                "Services you refer students to. They can also be written down while filling in a referral."
            ),
            actions=[first],
        )

    def _detail(self, partner: Partner) -> str:
        place = f"{partner.postcode} {partner.city}".strip()
        parts = (self.workspace.label(TYPES, partner.type), partner.phone, partner.hours, place)
        return " · ".join(part for part in parts if part)

    def _secrecy(self, partner: Partner) -> str:
        text = self.workspace.text
        said = {
            "yes": text("bound by secrecy"),
            "no": text("not bound by secrecy"),
            "partly": text("partly bound by secrecy"),
        }
        return said.get(partner.secrecy, text("secrecy to be checked"))

    def _edit(self, partner: Partner | None, *_: object) -> None:
        answer = edit_partner(self.workspace, self, partner)
        if answer == "bin" and partner is not None:
            self.workspace.act(
                bin_record, library=self.workspace.library, kind="partner", record_id=partner.id
            )
