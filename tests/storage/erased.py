"""A student with one of everything, and a look for what is left of the words once it is erased."""

import random

import msgspec

from app.actions.agreements.save_agreement import save_agreement
from app.actions.bin_record import bin_record
from app.actions.demand.save_request import save_request
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_caution import save_caution
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_professional import save_professional
from app.actions.students.save_residents import save_residents
from app.actions.students.save_student import save_student
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.draft import Draft
from app.models.professional import Professional
from app.models.resident import Resident
from app.storage.notebook import NOTEBOOK
from tests import builders
from tests.plans import kept_plan
from tests.storage.raw_pages import raw_pages

CANARY = "zéphyrin"


def in_clear(notebook):
    """Every page of the notebook's file, decrypted."""
    return raw_pages(notebook.folder / NOTEBOOK, notebook._derived("notebook"))


def traces(notebook, word=CANARY):
    """How often the word stands anywhere in the file, in any spelling the index knows."""
    raw = in_clear(notebook).lower()
    return sum(raw.count(form.encode()) for form in {word, word.replace("é", "e")})


def paper(word):
    """A paper that left with the word on it, so packed that a raw scan still reads it."""
    return random.Random(word).randbytes(4000) + word.encode()


def filled(notebook, library, word=CANARY, **student):
    """A student with one of everything, the word in every field people write in."""
    one = builders.kept_student(
        notebook, family_name=word.title(), given_name=f"Ana {word}", street=f"1, rue {word}", **student
    )
    save_student(notebook, student=msgspec.structs.replace(one, city=f"{word}ville"), today=builders.TODAY)
    save_guardian(notebook, guardian=builders.guardian(one.id, family_name=word, warning=f"{word} !"))
    sheets = [
        builders.finished(
            notebook, library, student_id=one.id,
            values={"demand": f"« {word} »", "steps": [{"text": f"Appeler {word}"}]},
        ),
        builders.finished(
            notebook, library, form_key="f4-referral", student_id=one.id, values={"reason": f"Pour {word}."}
        ),
        kept_plan(notebook, library, student_id=one.id, values={"wishes": f"Comme {word}"}),
    ]  # fmt: skip
    _people_around(notebook, one, word)
    opened = open_sheet(notebook, library=library, kind="interview", record_id=sheets[0].record.id)
    finish_sheet(
        notebook, library=library, sheet=opened, values=opened.values | {"demand": f"{word} encore"},
        today=builders.TODAY,
    )  # fmt: skip
    notebook.drafts.keep(
        Draft(
            record_id="d" * 32, kind="interview", form="f1-interview", form_version=1,
            content={"demand": word}, cursor={}, student_id=one.id,
        )
    )  # fmt: skip
    record_disclosure(
        notebook,
        sheet=sheets[1],
        pdf=paper(word),
        means="printed",
        recipient=f"Mme {word}",
        ground="",
        language="fr",
    )
    return one, sheets


def _people_around(notebook, student, word):
    """Household on both sheets of two sisters, a professional, something to mind, an agreement, a request."""
    sister = builders.kept_student(notebook, given_name="Ada", family_name="Autre", class_name="3C1")
    link_siblings(notebook, student_ids=[student.id, sister.id])
    residents = [
        Resident(student_id=student.id, given_name=word),
        Resident(student_id=sister.id, given_name=word, person_id=student.id),
    ]
    save_residents(notebook, residents=residents)
    save_professional(notebook, professional=Professional(student_id=student.id, name=f"Dr {word}"))
    save_caution(notebook, caution=Caution(student_id=student.id, text=f"{word}: adresse secrète"))
    agreement = Agreement(student_id=student.id, given_on=builders.TODAY, note=word)
    save_agreement(notebook, agreement=agreement)
    case = notebook.cases.of_student([student.id])[0]
    save_request(
        notebook, request=builders.request(
            for_whom=word, text=f"{word} ne vient plus", student_id=student.id, case_id=case.id
        ),
    )  # fmt: skip


def put_away(notebook, library, student):
    """Into the bin, then for ever."""
    bin_record(notebook, library=library, kind="student", record_id=student.id)
    erased = erase_for_ever(notebook, kind="student", record_id=student.id)
    finish_erasing(notebook)
    return erased
