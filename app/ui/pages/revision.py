"""One revision read whole: everything the record said then."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.history.recall import Recalled, recall, unasked_words
from app.actions.history.tell_attributes import tell_attributes
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.sheet import Sheet as OpenSheet
from app.errors import RecordUnknown, RevisionErased
from app.models.revision import Revision
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.sheet.read_rows import read_rows
from app.ui.sheet.take_revision import take_revision
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.words.record_words import record_words
from app.ui.workspace import Workspace


class RevisionPage(Page):
    """Nothing can be typed here; it can be brought back."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._revision: Revision | None = None
        self.sheet = Sheet(theme, margin=132)
        self._back = Button(theme, text("Back"), kind="outlined", icon="arrow-left")
        self._back.clicked.connect(workspace.go_back)
        self.take = Button(theme, text("Bring it back"), kind="primary", icon="clock-counter-clockwise")
        self.take.clicked.connect(self._take)
        self.sheet.header.add_right(FlowRow(theme, self._back, self.take, spacing=12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """The revision by its identifier; RecordUnknown, RevisionErased."""
        workspace, notebook = self.workspace, self.workspace.notebook
        self.sheet.clear()
        self.take.hide()
        revision = notebook.history.many([destination.record_id]).get(destination.record_id)
        if revision is None:
            raise RecordUnknown(reference=destination.record_id[:8])
        self._revision = revision
        content = notebook.history.content(revision.id)
        if content is None:
            raise RevisionErased
        then = recall(notebook, library=workspace.library, kind=revision.kind, content=content)
        present = notebook.shelf(revision.kind).find(revision.record_id)
        self.take.setVisible(present is not None and present.revision != revision.id)
        whose, what = record_words(workspace, revision.kind, then.record)
        self.sheet.header.set_who(whose, what) if whose else self.sheet.header.set_who(what)
        moment = workspace.locale.moment(revision.at)
        author = notebook.practitioners.find(revision.author_id)
        by = author.name if author else workspace.text("somebody not known here")
        self.sheet.set_title(workspace.text("As it was on {moment}", moment=moment), by)
        self._show(then)

    def focus_first(self) -> None:
        """On the way back."""
        self._back.setFocus()

    def _show(self, then: Recalled) -> None:
        workspace = self.workspace
        if then.form is not None:
            record = then.record
            sheet = OpenSheet(kind=then.kind, form=then.form, record=record, values=then.values)
            facts = gather_facts(
                workspace.notebook, library=workspace.library, student_id=record.student_id,
                case_id=record.case_id, partner_id=getattr(record, "partner_id", None),
                author_id=record.author_id, locale=workspace.locale, day=record.date,
                replaces_id=getattr(record, "replaces_id", None),
            )  # fmt: skip
            read_rows(workspace, self.sheet, sheet, facts)
        elif not hasattr(then.record, "form"):
            told = tell_attributes(
                workspace.notebook, library=workspace.library, kind=then.kind, record=then.record,
                locale=workspace.locale,
            )  # fmt: skip
            for label, words in told.items():
                self.sheet.add_row(label, Label(workspace.theme, words, wrap=True))
        for label, words in unasked_words(then, workspace.locale).items():
            self.sheet.add_row(label, Label(workspace.theme, words, wrap=True))

    def _take(self) -> None:
        if self._revision is not None and take_revision(self.workspace, self._revision):
            self.workspace.go_back()
