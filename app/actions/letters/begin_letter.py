"""What a letter asks its writer, with what the notebook knows already."""

from datetime import date, datetime, timedelta

from app.actions.left_open import LETTER_LEFT_OPEN
from app.actions.sheets.gather_facts import address
from app.models.letter import Letter
from app.storage.notebook import Notebook

LEFT_OPEN = LETTER_LEFT_OPEN


def begin_letter(notebook: Notebook, *, letter: Letter, student_id: str, today: date) -> dict[str, str]:
    """The answers to begin with by key: days as "2026-11-12", times as "14:30", words as they are."""
    known = _known(notebook, student_id, today)
    return {ask.key: known[ask.source] for ask in letter.asks if known.get(ask.source)}


def _known(notebook: Notebook, student_id: str, today: date) -> dict[str, str]:
    unit, author = notebook.units.own(), notebook.practitioners.find(notebook.author_id)
    known = {
        "unit.address": address(unit.street, unit.postcode, unit.city).replace("\n", ", "),
        "practitioner.name": author.name if author else "",
    }
    ids = notebook.students.ids_of(student_id)
    ahead = notebook.interviews.ahead(ids, since=today)
    if ahead:
        fixed = min(ahead, key=lambda one: (one.next_date or today, one.next_time))
        known |= {
            "appointment.day": str(fixed.next_date or ""),
            "appointment.time": fixed.next_time,
        }
    held = [one for one in notebook.interviews.of_student(ids) if one.date <= today]
    if held:
        last = max(held, key=lambda one: (one.date, one.start))
        known |= {"interview.day": str(last.date), "interview.start": last.start}
        if last.start and last.duration:
            begun = datetime.combine(last.date, datetime.strptime(last.start, "%H:%M").time())
            known["interview.end"] = f"{begun + timedelta(minutes=last.duration):%H:%M}"
    return known
