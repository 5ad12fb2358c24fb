"""What to know about a student before lifting the phone or writing a letter."""

from collections.abc import Iterator
from datetime import date

from app.actions.look_at_student import StudentFile
from app.models.guardian import Guardian
from app.models.live_apart import live_apart
from app.models.student import Student
from app.ui.dialogs.edit_guardian import RELATIONS
from app.ui.student_words import born
from app.ui.workspace import Workspace


def warnings(workspace: Workspace, file: StudentFile, day: date) -> list[tuple[str, str]]:
    """(icon, sentence) of each, what protects somebody first. An unknown birth date is no warning."""
    text, student = workspace.text, file.student
    found: list[tuple[str, str]] = []
    for guardian in file.guardians:
        if guardian.do_not_contact:
            found.append(("hand-palm", text("Do not contact {name}.", name=called(workspace, guardian))))
    for guardian in file.guardians:
        if guardian.warning:
            words = " ".join(guardian.warning.split())
            found.append(("warning", text("{name}: {words}", name=called(workspace, guardian), words=words)))
    if student.phone_no_message:
        found.append(("phone-slash", text("Do not leave a message on the student’s phone.")))
    for guardian in file.guardians:
        if guardian.phone and guardian.phone_no_message and not guardian.do_not_contact:
            name = called(workspace, guardian)
            found.append(("phone-slash", text("Do not leave a message for {name}.", name=name)))
    if live_apart(file.guardians):
        found.append(("envelope-open", text("Separated parents: write to both addresses.")))
    found += _of_age(workspace, file, day)
    found += [("users-three", sentence) for sentence in _taken_for(workspace, file)]
    return found


def of_age_since(student: Student, day: date, *, majority: int) -> date | None:
    """The birthday that brought them of age, once it has come; 29 February waits for 1 March."""
    born_on = student.birth_date
    if born_on is None or not student.is_adult_on(day, majority=majority):
        return None
    try:
        return born_on.replace(year=born_on.year + majority)
    except ValueError:
        return date(born_on.year + majority, 3, 1)


def called(workspace: Workspace, guardian: Guardian) -> str:
    """The guardian's name, or what they are to the student."""
    return guardian.name or workspace.label(RELATIONS, guardian.relation) or guardian.phone


def _of_age(workspace: Workspace, file: StudentFile, day: date) -> Iterator[tuple[str, str]]:
    majority = workspace.service.majority
    since = of_age_since(file.student, day, majority=majority)
    if since is None:
        return
    when = workspace.locale.date(since)
    yield (
        "calendar-check",
        workspace.text(
            "{age} since {day}: ask for the student’s agreement before contacting the guardians.",
            age=majority,
            day=when,
        )
        if file.guardians
        else workspace.text("{age} since {day}: letters go to the student.", age=majority, day=when),
    )


def _taken_for(workspace: Workspace, file: StudentFile) -> Iterator[str]:
    """Twins and namesakes."""
    for other in file.alike:
        facts = (other.name, other.class_name, born(other, workspace.locale))
        who = ", ".join(filter(None, facts))
        if other.birth_date == file.student.birth_date and other.birth_date is not None:
            yield workspace.text("Born on the same day under the same name: {who}.", who=who)
        else:
            yield workspace.text("Not to be taken for {who}.", who=who)
