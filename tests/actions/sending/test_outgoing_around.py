"""What of the people around a student goes along with a case."""

from datetime import date

import msgspec
import pytest

from app.actions.agreements.save_agreement import save_agreement
from app.actions.packages.tell_travelling import tell_lines
from app.actions.students.join_students import join_students
from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_caution import save_caution
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_professional import save_professional
from app.actions.students.save_residents import save_residents
from app.i18n import Locale
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.professional import Professional
from app.models.resident import Resident
from tests import builders
from tests.actions.sending.test_choose_outgoing import chosen
from tests.exchange.pair import Pair


@pytest.fixture
def full(pair_with_case: Pair) -> Pair:
    """The student has a mother, a barred father, a brother, a therapist, a household, something to mind."""
    notebook = pair_with_case.ours
    (student,) = notebook.students.list()
    save_guardian(notebook, guardian=builders.guardian(student.id))
    father = builders.guardian(
        student.id, given_name="Rui", relation="father", do_not_contact=True, warning="Juge", phone="621 666",
        position=1,
    )  # fmt: skip
    save_guardian(notebook, guardian=father)
    brother = builders.kept_student(notebook, given_name="Tiago")
    link_siblings(notebook, student_ids=[student.id, brother.id])
    theo = Resident(
        student_id=student.id, given_name="Théo", family_name="Secret", relation="sibling",
        birth_date=date(2019, 5, 6), person_id=brother.id,
    )  # fmt: skip
    save_residents(notebook, residents=[theo])
    save_professional(notebook, professional=Professional(student_id=student.id, name="Dr Weis"))
    save_caution(
        notebook, caution=Caution(student_id=student.id, text="Adresse secrète", until=date(2027, 1, 1))
    )
    save_agreement(notebook, agreement=Agreement(student_id=student.id, given_on=builders.TODAY))
    return pair_with_case


def test_what_to_mind_and_the_household_travel(full: Pair) -> None:
    """The barred father by name, without number and address; the household without family name and day."""
    lines = {line.kind: line.fields for line in chosen(full).lines}
    assert set(lines) == {"student", "case", "caution", "guardian", "resident", "interview"}
    student_id = lines["student"] and full.ours.cases.list()[0].student_id
    assert lines["guardian"] == {
        "student_id": student_id, "family_name": "Da Costa", "given_name": "Rui", "relation": "father",
        "do_not_contact": True, "warning": "Juge",
    }  # fmt: skip
    assert lines["resident"] == {
        "student_id": student_id, "given_name": "Théo", "relation": "sibling", "birth_year": 2019, "home": 1,
    }  # fmt: skip
    assert lines["caution"]["text"] == "Adresse secrète"


def test_the_unit_has_them_too(full: Pair) -> None:
    """Written there with their revisions; sending again sends nothing."""
    received = full.take(full.hand_over().path)
    assert received.counts == {"new": 6}
    (guardian,) = full.unit.guardians.list()
    assert (guardian.name, guardian.do_not_contact, guardian.phone) == ("Rui Da Costa", True, "")
    assert [one.given_name for one in full.unit.residents.list()] == ["Théo"]
    assert [one.text for one in full.unit.cautions.list()] == ["Adresse secrète"]
    for shelf in (full.unit.professionals, full.unit.siblings, full.unit.agreements, full.unit.enrolments):
        assert shelf.list() == []
    assert chosen(full).lines == []
    assert full.unit.damage() == []


def test_a_lifted_ban_is_news(full: Pair) -> None:
    """Whoever was told of it learns that it is over."""
    full.take(full.hand_over().path)
    (father,) = [one for one in full.ours.guardians.list() if one.do_not_contact]
    lifted = msgspec.structs.replace(father, do_not_contact=False, warning="")
    save_guardian(full.ours, guardian=lifted)
    assert "guardian" in [line.kind for line in chosen(full).lines]
    full.take(full.hand_over().path)
    assert [one.do_not_contact for one in full.unit.guardians.list()] == [False]


def test_what_stands_on_a_joined_sheet_goes_along(pair_with_case: Pair) -> None:
    """One person with two sheets: what is to be minded on the other one goes, with that sheet."""
    notebook = pair_with_case.ours
    (student,) = notebook.students.list()
    other = builders.kept_student(notebook, family_name="Costa")
    save_caution(notebook, caution=Caution(student_id=other.id, text="Adresse secrète"))
    join_students(notebook, kept_id=other.id, other_id=student.id)
    received = pair_with_case.take(pair_with_case.hand_over().path)
    assert received.counts == {"new": 5}
    assert [one.student_id for one in pair_with_case.unit.cautions.list()] == [other.id]


def test_the_preview_tells_it_in_words(full: Pair, locale_fr: Locale) -> None:
    """Whose it is and every field, before anything leaves."""
    told = tell_lines(full.ours, library=full.library, lines=chosen(full).lines, locale=locale_fr)
    said = {one.kind: (one.title, dict(one.fields)) for one in told}
    assert said["guardian"] == (
        "Responsable Rui Da Costa · Inês Da Costa",
        {
            "Nom de famille": "Da Costa", "Prénom": "Rui", "Lien": "père", "Ne pas contacter": "oui",
            "À savoir\u00a0: garde, sécurité": "Juge",
        },
    )  # fmt: skip
    assert said["caution"] == (
        "À savoir · Inês Da Costa", {"À savoir": "Adresse secrète", "Jusqu’au": "01/01/2027"},
    )  # fmt: skip
    assert said["resident"] == (
        "Vit avec l’élève Théo · Inês Da Costa",
        {"Prénom": "Théo", "Lien": "frère ou sœur", "Année de naissance": "2019"},
    )  # fmt: skip
