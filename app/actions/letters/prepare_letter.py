"""Load everything one letter shows."""

from collections.abc import Mapping
from datetime import date

from app.actions.choose_logo import own_logo
from app.actions.service_of import service_of
from app.actions.sheets.gather_facts import gather_facts
from app.documents.letter_subject import LetterSubject
from app.frameworks.letters import PLACES
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.addressee import Addressee
from app.models.case import Case
from app.models.framework import Window
from app.models.letter import Letter
from app.storage.notebook import Notebook

_TIMES = {"fr": "{h}\u00a0h\u00a0{m:02}", "de": "{h}.{m:02}\u00a0Uhr", "pt": "{h}h{m:02}"}


def prepare_letter(
    notebook: Notebook,
    *,
    library: Library,
    letter: Letter,
    addressee: Addressee,
    student_id: str,
    locale: Locale,
    today: date,
    asked: Mapping[str, str],
    text: str = "",
    window: Window = "left",
    neutral: bool = False,
) -> LetterSubject:
    """One letter to one addressee; `asked` as `begin_letter` gives it, `text` for the shipped one.

    Only what a letter may show is taken along: nothing of one guardian reaches another.
    """
    student = notebook.students.get(student_id)
    case = open_case(notebook, student_id=student_id)
    facts = gather_facts(
        notebook, library=library, student_id=student_id, case_id=None, author_id=notebook.author_id,
        partner_id=addressee.record_ids[0] if addressee.reader == "partner" else None,
        locale=locale, day=today, framework=service_of(notebook, case=case),
    )  # fmt: skip
    values = {name: fact for name, fact in facts.items() if name in PLACES}
    phone = facts.get("practitioner.phone") or facts.get("unit.phone", "")
    values["contact.phone"] = phone.replace(" ", "\u00a0")  # a number stays on its line
    values["student.birth"] = locale.date(student.birth_date) if student.birth_date else ""
    values["addressee.name"] = addressee.name
    kinds = {ask.key: ask.kind for ask in letter.asks}
    values |= {key: _said(kinds[key], said.strip(), locale) for key, said in asked.items() if key in kinds}
    return LetterSubject(
        letter=letter,
        framework=library.framework(service_of(notebook, case=case)),
        text=text or locale.words(letter.text.to(addressee.reader)),
        values={name: said for name, said in values.items() if said},
        address=addressee.lines if letter.addressed else (),
        window=window,
        reference=case.reference if case else "",
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=today,
        neutral=neutral,
    )


def open_case(notebook: Notebook, *, student_id: str) -> Case | None:
    """The case a letter belongs to, if any."""
    cases = notebook.cases.of_student(notebook.students.ids_of(student_id))
    return next((case for case in cases if case.state == "open"), None)


def _said(kind: str, said: str, locale: Locale) -> str:
    """A day and a time as this language writes them."""
    if kind == "date" and said:
        return locale.date(date.fromisoformat(said), "long")
    if kind == "time" and ":" in said:
        hours, minutes = said.split(":")
        return _TIMES.get(locale.code, "{h}:{m:02}").format(h=int(hours), m=int(minutes))
    return said
