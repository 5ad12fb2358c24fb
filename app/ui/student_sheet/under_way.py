"""What goes on for a student: drafts, the next appointments, referrals that wait for an answer."""

from functools import partial

from app.actions.students.look_at_student import StudentFile
from app.models.draft import Draft
from app.models.interview import Interview
from app.models.referral import Referral
from app.ui.student_sheet.columns import Columns
from app.ui.theme.tokens import Token
from app.ui.widgets.card import Card
from app.ui.words.status_words import status_words
from app.ui.workspace import Workspace


def under_way(workspace: Workspace, file: StudentFile) -> Columns | None:
    """One card each, drafts first; None when nothing goes on."""
    cards = [_draft(workspace, draft) for draft in file.drafts]
    cards += [_appointment(workspace, interview) for interview in file.appointments]
    cards += [_referral(workspace, file, referral) for referral in file.referrals]
    return Columns(workspace.theme, cards, gap=12) if cards else None


def form_title(workspace: Workspace, form_key: str) -> str:
    """The short title of a form, or its key where it is no longer there."""
    form, words = workspace.library.forms.get(form_key), workspace.locale.words
    return (words(form.short_title) or words(form.title)) if form else form_key


def _draft(workspace: Workspace, draft: Draft) -> Card:
    text, locale = workspace.text, workspace.locale
    card = Card(
        workspace.theme,
        form_title(workspace, draft.form),
        detail=text("kept {moment}", moment=locale.moment(draft.at)),
        news=text("To finish"),
        ink="warn",
        icon="note-pencil",
    )
    return _opening(workspace, card, draft.kind, draft.record_id)


def _appointment(workspace: Workspace, interview: Interview) -> Card:
    text, locale = workspace.text, workspace.locale
    assert interview.next_date is not None
    when = f"{locale.date(interview.next_date, 'brief')} {interview.next_time}".strip()
    card = Card(
        workspace.theme,
        text("Next appointment"),
        detail=text("fixed on {day}", day=locale.date(interview.date, "near")),
        news=text("today") + f" {interview.next_time}".rstrip()
        if interview.next_date == workspace.today
        else when,
        icon="calendar-blank",
    )
    return _opening(workspace, card, "interview", interview.id)


def _referral(workspace: Workspace, file: StudentFile, referral: Referral) -> Card:
    text = workspace.text
    title = form_title(workspace, referral.form)
    partner = file.partners.get(referral.partner_id or "")
    if partner:
        title = text("{title} to {partner}", title=title, partner=partner)
    sent = referral.sent_date or referral.date
    detail = f"{status_words(workspace, referral)} · {workspace.locale.date(sent, 'brief')}"
    news, ink = _waiting(workspace, referral)
    card = Card(workspace.theme, title, detail=detail, news=news, ink=ink, icon="paper-plane-tilt")
    return _opening(workspace, card, "referral", referral.id)


def _waiting(workspace: Workspace, referral: Referral) -> tuple[str, Token]:
    """What is due on it: reminder, appointment, or how long nothing was heard."""
    text, locale, today = workspace.text, workspace.locale, workspace.today
    if referral.remind_date and referral.answer_date is None:
        day = locale.date(referral.remind_date, "near")
        if referral.remind_date <= today:
            return text("To call back since {day}", day=day), "warn"
        return text("To call back on {day}", day=day), "ink2"
    if referral.appointment_date and referral.appointment_date >= today:
        return text("Appointment on {day}", day=locale.date(referral.appointment_date, "brief")), "ink2"
    if referral.sent_date and referral.answer_date is None:
        days = (today - referral.sent_date).days
        limit = workspace.library.framework(workspace.notebook.framework).answer_after_days
        words = locale.plural("No answer for {n} day", "No answer for {n} days", days)
        return (words, "warn" if days >= limit else "ink2") if days > 0 else (text("Sent today"), "ink2")
    return "", "ink2"


def _opening(workspace: Workspace, card: Card, kind: str, record_id: str) -> Card:
    card.setObjectName(f"{kind}:{record_id}")
    card.clicked.connect(partial(_go, workspace, kind, record_id))
    return card


def _go(workspace: Workspace, kind: str, record_id: str, *_: object) -> None:
    workspace.go("sheet", kind=kind, record_id=record_id)
