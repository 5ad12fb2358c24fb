"""A line of the ledger as it is read: in the settings about everybody, on a page about one student."""

from datetime import datetime

from app.actions.disclosure.tell_disclosed import tell_disclosed
from app.models.disclosure import Disclosure
from app.models.kinds import FORM_KINDS
from app.ui.widgets.timeline import TimelineEntry
from app.ui.words.by_number import is_by_number
from app.ui.words.circle_words import ledger_scope
from app.ui.workspace import Workspace

GROUNDS = "disclosure-grounds"
_ICONS = {"printed": "printer", "sent": "paper-plane-tilt", "phone": "phone", "meeting": "chat-circle-text"}


def ledger_entry(workspace: Workspace, line: Disclosure, *, about: bool) -> TimelineEntry:
    """When, what, how and to whom; with `about` whose it is."""
    notebook, locale = workspace.notebook, workspace.locale
    facts = [ledger_scope(workspace, line.circle, line.scope)]
    if about:
        student, case = notebook.students.find(line.student_id), notebook.cases.find(line.case_id)
        name = student.listed_name if student else ""
        if is_by_number(workspace, line.what.partition(" v")[0]):
            name = ""
        facts = [name, case.reference if case else "", *facts]
    ground = workspace.label(GROUNDS, line.ground)
    if n := len(line.conditions.split()):
        met = locale.plural("{n} condition met", "{n} conditions met", n)
        ground = locale.text("{ground} ({said})", ground=ground, said=met)
    local = datetime.fromisoformat(line.at).astimezone()
    return TimelineEntry(
        key=line.id,
        day=locale.date(local.date()),
        time=f"{local:%H:%M}" if not line.said else "",
        icon=_ICONS.get(line.means, "file-pdf"),
        title=tell_disclosed(workspace.library, locale, line),
        facts=" · ".join(part for part in facts if part),
        line=" · ".join(part for part in (line.recipient, ground, " ".join(line.said.split())) if part),
    )


def open_line(workspace: Workspace, line: Disclosure) -> None:
    """The paper as it left, or its sheet; what was told is all on its line."""
    if line.paper:
        workspace.go("sent", record_id=line.id)
    elif line.record_kind in FORM_KINDS and line.record_id:
        workspace.go("sheet", kind=line.record_kind, record_id=line.record_id)
    elif workspace.notebook.attachments.find(line.record_id) is not None:
        workspace.go("attachment", record_id=line.record_id or "")
