"""What protects somebody: to know before lifting the phone, writing a letter or printing a page."""

from collections.abc import Iterator
from datetime import date

from app.actions.students.look_around import Around
from app.models.agreement import GUARDIANS_TOLD
from app.models.live_apart import live_apart
from app.models.majority import agreed, may_be_told, of_age_since
from app.ui.services import service_for
from app.ui.words.guardian_name import called
from app.ui.workspace import Workspace

Line = tuple[str, str]  # icon, sentence


def protecting(workspace: Workspace, around: Around, day: date) -> list[Line]:
    """Whom not to contact, what a judge decided, and who is told since the 18th birthday."""
    text = workspace.text
    found: list[Line] = []
    for guardian in around.guardians:
        if guardian.do_not_contact:
            barred = text("Do not contact {name}.", name=called(workspace, guardian))
            found.append(("hand-palm", " ".join([barred, *guardian.warning.split()])))
    for caution in around.cautions:
        if caution.counts_on(day):
            found.append(("warning", " ".join(caution.text.split())))
    for guardian in around.guardians:
        if guardian.warning and not guardian.do_not_contact:  # there the one sentence says both
            words = " ".join(guardian.warning.split())
            found.append(("warning", text("{name}: {words}", name=called(workspace, guardian), words=words)))
    return [*found, *_of_age(workspace, around, day)]


def reaching(workspace: Workspace, around: Around, day: date) -> Iterator[Line]:
    """What to mind with telephones and addresses."""
    text = workspace.text
    if around.student.phone_no_message:
        yield "phone-slash", text("Do not leave a message on the student’s phone.")
    for guardian in around.guardians:
        if guardian.phone and guardian.phone_no_message and not guardian.do_not_contact:
            name = called(workspace, guardian)
            yield "phone-slash", text("Do not leave a message for {name}.", name=name)
    majority = service_for(workspace, around.student.id).majority
    if live_apart(around.guardians) and may_be_told(
        around.student, around.agreements, day, majority=majority
    ):
        yield "envelope-open", text("Separated parents: write to both addresses.")


def unknown_age(workspace: Workspace, around: Around) -> str:
    """What is missing where nobody noted the birth date; "" where it is known."""
    if around.student.birth_date is not None:
        return ""
    return workspace.text("Birth date not noted: whether the student is of age is not known.")


def _of_age(workspace: Workspace, around: Around, day: date) -> Iterator[Line]:
    majority = service_for(workspace, around.student.id).majority
    since = of_age_since(around.student, day, majority=majority)
    if since is None or agreed(around.agreements, day) is not None:
        return
    text, when = workspace.text, workspace.locale.date(since)
    about = (one.ended_by(day) for one in around.agreements if one.scope == GUARDIANS_TOLD)
    ended = [last for last in about if last is not None]
    if not around.guardians:
        yield "calendar-check", text("{age} since {day}: letters go to the student.", age=majority, day=when)
    elif ended:
        yield (
            "calendar-check",
            text(
                "{age} since {day}. The agreement ended on {end}: ask the student again before contacting the"
                " guardians.",
                age=majority,
                day=when,
                end=workspace.locale.date(max(ended)),
            ),
        )
    else:
        yield (
            "calendar-check",
            text(
                "{age} since {day}: ask for the student’s agreement before contacting the guardians.",
                age=majority,
                day=when,
            ),
        )
