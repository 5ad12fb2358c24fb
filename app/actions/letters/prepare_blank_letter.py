"""A letter nobody is written to yet, to see how it will look."""

from datetime import date

from app.actions.choose_logo import own_logo
from app.actions.sheets.gather_facts import gather_facts
from app.documents.letter_subject import LetterSubject
from app.frameworks.letters import PLACES
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.letter import Letter, Reader
from app.storage.notebook import Notebook


def prepare_blank_letter(
    notebook: Notebook, *, library: Library, letter: Letter, reader: Reader, locale: Locale, day: date
) -> LetterSubject:
    """The service's own head and words are on it; what belongs to a student or an addressee is dots."""
    facts = gather_facts(
        notebook, library=library, student_id=None, case_id=None, partner_id=None,
        author_id=notebook.author_id, locale=locale, day=day,
    )  # fmt: skip
    values = {name: fact for name, fact in facts.items() if name in PLACES and fact}
    values["contact.phone"] = facts.get("practitioner.phone") or facts.get("unit.phone", "")
    return LetterSubject(
        letter=letter,
        framework=library.framework(notebook.framework),
        text=locale.words(letter.text.to(reader)),
        values={name: said for name, said in values.items() if said},
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=day,
    )
