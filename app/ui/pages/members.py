"""The members of a unit: what came from each, who has which case, and who may be written down twice."""

from functools import partial

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.members.find_same_people import SamePeople, find_same_people, keep_apart
from app.actions.members.look_at_members import Member, look_at_members
from app.models.changes import Changes
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.dialogs.join_students import join_students
from app.ui.pages.page import Page
from app.ui.transfer.member_panel import MemberPanel
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.words.student_words import born
from app.ui.workspace import Workspace

_SHOWS = ("correspondent", "package", "student", "case")
_MOST = 20  # pairs at once


class Overview(msgspec.Struct, frozen=True):
    """What the worker found."""

    members: list[Member]
    same: list[SamePeople]


class MembersPage(Page):
    """Nothing is joined here by itself: a person looks at both sheets first."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.overview: Overview | None = None
        self._asked = 0
        self._sheet = Sheet(workspace.theme, margin=120)
        back = Button(workspace.theme, workspace.text("Back"), icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        self._sheet.header.add_right(back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """How things stand now."""
        self._look()

    def show_changes(self, changes: Changes) -> None:
        """Something came, or two sheets were joined."""
        if changes.touches(*_SHOWS):
            self._look()

    def _look(self) -> None:
        self._asked += 1
        self.overview = None
        self._sheet.set_title(self.workspace.text("Members and cases"), self.workspace.text("Looking…"))
        self.workspace.tasks.run(
            partial(_look_at, self.workspace.notebook),
            done=partial(self._show, self._asked),
            failed=self.workspace.failed.emit,
        )

    def _show(self, asked: int, overview: Overview) -> None:
        if asked != self._asked:
            return
        workspace, text = self.workspace, self.workspace.text
        self.overview = overview
        self._sheet.clear()
        self._sheet.set_title(
            text("Members and cases"), text("Who has which case, as far as it came or was agreed to.")
        )
        label = text("Perhaps one person")
        for pair in overview.same[:_MOST]:
            self._sheet.add_row(label, self._pair(pair))
            label = ""
        if (more := len(overview.same) - _MOST) > 0:
            words = workspace.locale.plural("and {n} more", "and {n} more", more)
            self._sheet.add_row("", Label(workspace.theme, words, role="small", ink="ink2"))
        label = text("Members")
        for member in overview.members:
            self._sheet.add_row(label, MemberPanel(workspace, member))
            label = ""
        if not overview.members:
            said = text("Nobody yet. Open the cards of your practitioners under Transfer.")
            self._sheet.add_row(label, Label(workspace.theme, said, ink="ink2", wrap=True))

    def _pair(self, pair: SamePeople) -> QWidget:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        names = {one.id: one.name for one in workspace.notebook.correspondents.list()}
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(2))
        for student, sender in ((pair.one, pair.one_from), (pair.other, pair.other_from)):
            said = (
                student.class_name,
                born(student, workspace.locale),
                names.get(sender, text("written here")),
            )
            column.addWidget(
                FlowRow(
                    theme,
                    Label(theme, student.listed_name, role="strong"),
                    Label(theme, " · ".join(filter(None, said)), ink="ink2"),
                )
            )
        join = Button(theme, text("Look at both…"), small=True)
        join.setAccessibleName(f"{pair.one.listed_name}: {join.words()}")
        join.clicked.connect(
            lambda: join_students(workspace, self, kept_id=pair.one.id, other_id=pair.other.id)
        )
        apart = Button(theme, text("They are two"), kind="quiet", small=True)
        apart.setAccessibleName(f"{pair.one.listed_name}: {apart.words()}")
        apart.clicked.connect(partial(self._keep_apart, pair))
        column.addWidget(FlowRow(theme, join, apart, spacing=12))
        return whole

    def _keep_apart(self, pair: SamePeople, *_: object) -> None:
        ids, workspace = (pair.one.id, pair.other.id), self.workspace
        if workspace.act(keep_apart, student_ids=ids):
            workspace.offer_undo(
                workspace.text("They are not asked about again"),
                partial(workspace.act, keep_apart, student_ids=ids, apart=False),
            )


def _look_at(notebook: Notebook) -> Overview:
    return Overview(look_at_members(notebook), find_same_people(notebook))
