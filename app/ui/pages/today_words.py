"""How the lines of a day are said."""

from app.actions.look_at_today import Today
from app.i18n import Locale
from app.models.draft import Draft
from app.models.interview import Interview
from app.models.referral import Referral
from app.models.task import Task
from app.ui.words.by_number import begun_at, is_by_number, number_of
from app.ui.workspace import Workspace


def heading(locale: Locale, today: Today) -> tuple[str, str]:
    """Title and subtitle of the day."""
    day = locale.date(today.day, "day")
    here = [one for one in today.appointments if one.next_date == today.day]
    due = [task for task in today.tasks if task.due is None or task.due <= today.day]
    reviews = [plan for plan in today.reviews if plan.review_date and plan.review_date <= today.day]
    parts = [
        locale.plural("{n} appointment", "{n} appointments", len(here)) if here else "",
        locale.plural("{n} thing to do", "{n} things to do", len(due)) if due else "",
        locale.plural("{n} draft to finish", "{n} drafts to finish", len(today.drafts))
        if today.drafts
        else "",
        locale.plural("{n} note to file", "{n} notes to file", len(today.unfiled)) if today.unfiled else "",
        locale.plural("{n} plan to review", "{n} plans to review", len(reviews)) if reviews else "",
        locale.plural("{n} agreement to renew", "{n} agreements to renew", len(today.renewals))
        if today.renewals
        else "",
        locale.plural("{n} referral without answer", "{n} referrals without answer", len(today.unanswered))
        if today.unanswered
        else "",
        locale.plural("{n} deadline of a file", "{n} deadlines of files", len(today.deadlines))
        if today.deadlines
        else "",
        locale.plural("{n} package without receipt", "{n} packages without receipt", len(today.packages))
        if today.packages
        else "",
    ]
    said = ", ".join(part for part in parts if part)
    return day[:1].upper() + day[1:], said or locale.text("Nothing waits for you.")


def name_of(today: Today, student_id: str | None, locale: Locale) -> tuple[str, str]:
    """Name and class of somebody on the page."""
    student = today.students.get(student_id or "")
    return (student.name, student.class_name) if student else (locale.text("No student yet"), "")


def draft_words(workspace: Workspace, today: Today, draft: Draft) -> tuple[str, str]:
    """What a draft is, and whose."""
    form = workspace.library.forms.get(draft.form)
    words = workspace.locale.words
    kind = (words(form.short_title) or words(form.title)) if form else draft.form
    name, class_name = name_of(today, draft.student_id, workspace.locale)
    if is_by_number(workspace, draft.form):
        name, class_name = number_of(workspace, student_id=draft.student_id), ""
    detail = " · ".join(part for part in (name, class_name, workspace.locale.moment(draft.at)) if part)
    return workspace.text("{kind} begun, not finished", kind=kind), detail


def task_name(workspace: Workspace, today: Today, task: Task) -> str:
    """Whose it is: the name, or the number of the case where its sheet is listed by number."""
    if task.source_id in today.by_number:
        return number_of(workspace, student_id=task.student_id, case_id=task.case_id)
    return name_of(today, task.student_id, workspace.locale)[0]


def referral_words(workspace: Workspace, today: Today, referral: Referral) -> tuple[str, str]:
    """Whose it is: name and class, or the number of the case alone."""
    if is_by_number(workspace, referral.form):
        number = number_of(workspace, student_id=referral.student_id, case_id=referral.case_id)
        return number, begun_at(referral)
    return name_of(today, referral.student_id, workspace.locale)


def appointment_words(workspace: Workspace, interview: Interview) -> str:
    """What an appointment goes on from."""
    return workspace.text("after {day}", day=workspace.locale.date(interview.date, "brief"))
