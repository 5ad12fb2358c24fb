"""Requests and advice in words."""

from app.actions.demand.look_at_demand import Asked
from app.actions.index.index_demand import ORIGINS, REASONS, TOPICS
from app.models.advice import Advice
from app.models.request import Request
from app.ui.form_view.read.durations import show_duration
from app.ui.theme.tokens import Token
from app.ui.workspace import Workspace

MODES, REQUEST_OUTCOMES = "n04b-modes", "request-outcome"


def own_school(workspace: Workspace) -> str | None:
    """The school, where the practitioner works in one alone."""
    schools = workspace.notebook.schools.list()
    return schools[0].id if len(schools) == 1 else None


def whom(workspace: Workspace, request: Request, students: dict[str, str]) -> str:
    """For whom it is, as far as one knows."""
    return students.get(request.student_id or "") or request.for_whom or workspace.text("Nobody named yet")


def request_detail(workspace: Workspace, request: Request) -> str:
    """Why, what becomes of it, which other handles it; a reason that could hurt is read in the request."""
    listed = workspace.library.lists.get(REASONS)
    item = listed.item(request.reason) if listed else None
    reason = workspace.locale.words(item.label) if item and not item.sensitive else ""
    outcome = workspace.label(REQUEST_OUTCOMES, request.outcome) if request.outcome else ""
    own = workspace.notebook.author.name
    handler = request.handler if request.handler != own else ""
    return " · ".join(filter(None, (reason, outcome, request.outcome_note, handler)))


def waited_words(workspace: Workspace, asked: Asked) -> tuple[str, Token]:
    """How long it waits or waited, followed or not; in warning ink while it is longer than wished."""
    locale, days = workspace.locale, asked.days
    if days is None:
        return "", "ink2"
    if asked.contact is not None:
        return locale.plural("seen after {n} day", "seen after {n} days", days), "ink2"
    if asked.request.is_unfollowed:
        return locale.plural("closed after {n} day", "closed after {n} days", days), "ink2"
    late = days > workspace.service.contact_after_days
    return locale.plural("for {n} day", "for {n} days", days), "warn" if late else "ink2"


def advice_lines(workspace: Workspace, advice: Advice) -> tuple[str, str, str, str]:
    """(topic, who asked, how and the note, how long)."""
    mode = workspace.label(MODES, advice.mode) if advice.mode else ""
    note = " ".join(advice.note.split())
    return (
        workspace.label(TOPICS, advice.topic),
        workspace.label(ORIGINS, advice.origin),
        " · ".join(filter(None, (mode, note))),
        "" if advice.minutes is None else show_duration(advice.minutes),
    )
