"""The log: who opened, printed, handed over, put away, erased or changed keys, and when."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.i18n import N_
from app.models.audit_line import AuditLine, What
from app.models.changes import Changes
from app.models.kinds import FORM_KINDS, KINDS
from app.ui.settings_sections.section import Section
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.timeline import Timeline, TimelineEntry
from app.ui.words.record_words import record_words

_PAGE = 100
_SAID: dict[What, tuple[str, str]] = {
    "created": ("notebook", N_("Notebook made")),
    "opened": ("lock-key", N_("Notebook opened")),
    "copied": ("copy", N_("Copy made")),
    "printed": ("printer", N_("Paper printed")),
    "saved": ("file-pdf", N_("Paper saved as a file")),
    "sent": ("paper-plane-tilt", N_("Package written")),
    "told": ("phone", N_("What was told noted in the ledger")),
    "received": ("envelope-open", N_("Package or receipt taken in")),
    "acknowledged": ("check-circle", N_("Receipt written")),
    "handed_over": ("paper-plane-tilt", N_("Package handed over")),
    "dropped": ("x", N_("Package no longer waited for")),
    "given": ("user-plus", N_("Case given to a colleague for good")),
    "taken_back": ("arrow-bend-up-left", N_("Case taken back")),
    "binned": ("trash", N_("Put in the bin")),
    "restored": ("arrow-bend-up-left", N_("Taken out of the bin")),
    "erased": ("x", N_("Erased for ever")),
    "certified": ("file-text", N_("Certificate of erasure")),
    "identity_made": ("key", N_("Keys for exchanging made")),
    "card_written": ("address-book", N_("Own card written")),
    "card_kept": ("address-book", N_("Card of a correspondent kept")),
    "card_compared": ("shield-check", N_("Card of a correspondent compared")),
    "card_changed": ("warning", N_("Other keys under a known card")),
    "card_retired": ("sign-out", N_("Exchange with a correspondent ended")),
    "phrase_changed": ("key", N_("Phrase changed")),
    "sheet_made": ("key", N_("Recovery sheet made")),
    "recovered": ("key", N_("Opened with the recovery sheet, new phrase")),
    "remembered": ("key", N_("This computer opens the notebook by itself")),
    "forgotten": ("key", N_("This computer asks for the phrase again")),
    "key_changed": ("key", N_("Key of the notebook changed")),
}
_KINDS = {
    "student": N_("student"),
    "case": N_("case"),
    "request": N_("request"),
    "advice": N_("advice"),
    "interview": N_("interview"),
    "referral": N_("referral"),
    "plan": N_("plan"),
    "paper": N_("other form"),
    "task": N_("thing to do"),
    "attachment": N_("attachment"),
    "guardian": N_("guardian"),
    "enrolment": N_("school year"),
    "resident": N_("person of the household"),
    "professional": N_("professional"),
    "sibling": N_("link to a sibling"),
    "caution": N_("thing to mind"),
    "agreement": N_("agreement"),
    "partner": N_("directory entry"),
    "school": N_("school"),
}


class Log(Section):
    """Newest first, read only. Each line is bound to the one before."""

    key: ClassVar[str] = "log"
    tab: ClassVar[str] = N_("Log")
    lead: ClassVar[str] = N_(
        "Written by itself and never changed; each line is bound to the one before. What was erased since"
        " is a number here."
    )

    def fill(self) -> None:
        """A page of lines, and a way to older ones."""
        workspace, text = self.workspace, self.workspace.text
        self._lines: list[AuditLine] = []
        self._model: PagedModel[TimelineEntry] = PagedModel(said=lambda entry: entry.said, parent=self)
        self._list = Timeline(workspace.theme, model=self._model, name=text(self.tab))
        self._list.chosen.connect(self._open)
        self.sheet.add_wide(self._list, gap=20)
        self._older = Button(workspace.theme, text("Older ones"), kind="quiet", icon="caret-down")
        self._older.clicked.connect(self._show_more)
        self._older_row = FlowRow(workspace.theme, self._older)
        self.sheet.add_row("", self._older_row)
        self._show_more()

    def focus_first(self, field: str) -> QWidget | None:
        """On the newest line."""
        return self._list

    def show_changes(self, changes: Changes) -> None:
        """Something was done while the log was up."""
        self.refill_wanted.emit("")

    def _show_more(self) -> None:
        before = self._lines[-1].seq if self._lines else None
        page = self.workspace.notebook.audit.list(before=before, limit=_PAGE)
        self._lines += page
        self._model.append([self._entry(line) for line in page], more=False)
        self._older_row.setVisible(bool(page) and page[-1].seq > 1)

    def _entry(self, line: AuditLine) -> TimelineEntry:
        workspace = self.workspace
        icon, words = _SAID[line.what]  # type: ignore[index]
        local = datetime.fromisoformat(line.at).astimezone()
        author = workspace.notebook.practitioners.find(line.author_id)
        return TimelineEntry(
            key=str(line.seq),
            day=workspace.locale.date(local.date()),
            time=f"{local:%H:%M}",
            icon=icon,
            title=workspace.text(words),
            facts=author.name if author else "",
            line=self._about(line),
        )

    def _about(self, line: AuditLine) -> str:
        """What it was done to, as long as it has a name; then its number."""
        notebook, text = self.workspace.notebook, self.workspace.text
        if not line.record_id:
            return ""
        if line.kind == "package":
            package = notebook.transfers.package(line.record_id)
            known = notebook.correspondents.find(package.correspondent_id) if package else None
            if package is None:
                return line.record_id[:8]
            return text("no. {n}, {name}", n=package.sequence, name=known.name if known else "")
        record = notebook.shelf(line.kind).find(line.record_id) if line.kind in KINDS else None
        if record is None:
            kind = text(_KINDS[line.kind]) if line.kind in _KINDS else ""
            return f"{kind} {line.record_id[:8]}".strip()
        return " · ".join(part for part in record_words(self.workspace, line.kind, record) if part)

    def _open(self, entry: TimelineEntry) -> None:
        line = next(each for each in self._lines if str(each.seq) == entry.key)
        if line.kind == "erasure":
            self.workspace.go("certificate", record_id=line.record_id)
        if line.kind in FORM_KINDS and self.workspace.notebook.sheets(line.kind).find(line.record_id):
            self.workspace.go("sheet", kind=line.kind, record_id=line.record_id)
