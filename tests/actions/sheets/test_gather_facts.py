"""What a form takes from the notebook."""

from datetime import date

import msgspec
import pytest

from app.actions.agreements.save_agreement import save_agreement
from app.actions.sheets.gather_facts import gather_facts
from app.actions.students.join_students import join_students
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_residents import save_residents
from app.frameworks.facts import DAYS, FACTS
from app.i18n import Locale
from app.models.agreement import Agreement
from app.models.resident import Resident
from tests import builders

DAY = date(2026, 11, 12)


@pytest.fixture
def facts(notebook, library):
    """The facts about a student, a case and a partner, on a day, in a language."""

    def gathered(student=None, case=None, partner=None, language="fr", day=DAY, today=None):
        return gather_facts(
            notebook, library=library, student_id=student and student.id, case_id=case and case.id,
            partner_id=partner and partner.id, author_id=notebook.author_id, locale=Locale(language), day=day,
            today=today,
        )  # fmt: skip

    return gathered


def test_the_head_is_always_known(facts):
    """Unit and author, with the profession in words; nothing about anybody else."""
    known = facts()
    assert known["unit.name"] == "SePAS du Lycée du Moulin"
    assert known["unit.address"] == "3, rue du Moulin\nL-9999 Bonnevoie-sur-Alzette"
    assert (known["practitioner.name"], known["practitioner.profession"]) == (
        "Claire Aubrin",
        "psychologue (SePAS)",
    )
    assert known["today"] == "12/11/2026"
    assert set(known) <= FACTS | DAYS
    assert not any(key.startswith(("student", "guardians", "case", "partner")) for key in known)
    assert all(known.values()), "what is not known is absent"


@pytest.mark.parametrize(
    ("language", "birth", "languages", "message"),
    [
        ("fr", "04/03/2011 (15 ans)", "portugais, français", "Ne pas laisser de message."),
        ("en", "04/03/2011 (15 years)", "Portuguese, French", "Do not leave a message."),
    ],
)
def test_a_student_in_the_reader_s_language(notebook, facts, language, birth, languages, message):
    """Name, age on the day of the paper, school, class, languages, and how one may call."""
    known = facts(builders.kept_student(notebook), language=language)
    assert known["student.name"] == "Inês Da Costa"
    assert known["student.birth"] == birth
    assert (known["student.school"], known["student.class"]) == ("Lycée du Moulin", "5G2")
    assert known["student.languages"] == languages
    assert known["student.contact"] == f"+352 621 00 00 01 · {message}"


def test_an_age_is_that_of_the_day_of_the_paper(notebook, facts):
    """A paper of last year says the age of last year; without a birth date nothing is said."""
    student = builders.kept_student(notebook)
    assert "14 ans" in facts(student, day=date(2026, 3, 3))["student.birth"]
    assert "15 ans" in facts(student, day=date(2026, 3, 4))["student.birth"]
    assert "student.birth" not in facts(builders.kept_student(notebook, birth_date=None))


def test_guardians_stand_one_a_line_with_their_own_address(notebook, facts):
    """Relation and authority in words, and whom not to contact."""
    student = builders.kept_student(notebook)
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id))
        notebook.guardians.save(
            builders.guardian(
                student.id, given_name="Rui", relation="father", position=1, street="2, rue Haute",
                do_not_contact=True, phone="",
            )
        )  # fmt: skip
    mother, father = facts(student)["guardians"].split("\n")
    assert mother.startswith(
        "Marta Da Costa (mère) · conjointe · +352 621 00 00 02 · 8, rue des Prés, L-9998"
    )
    assert (
        father == "Rui Da Costa (père) · conjointe · 2, rue Haute, L-9998 Esch-la-Neuve · Ne pas contacter."
    )


def test_nothing_about_the_parents_of_an_adult(notebook, facts):
    """From the eighteenth birthday on the parents are not named."""
    student = builders.kept_student(notebook, birth_date=date(2008, 11, 12))
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id))
    assert "Marta" in facts(student, day=date(2026, 11, 11))["guardians"]
    assert facts(student)["guardians"] == "L’élève est majeur(e)."


def test_who_came_of_age_since_the_sheet_was_written(notebook, facts):
    """Written the day before the birthday and read on it: the parents are not named, no age denies it."""
    student = builders.kept_student(notebook, birth_date=date(2008, 11, 12))
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id))
    known = facts(student, day=date(2026, 11, 11), today=DAY)
    assert known["guardians"] == "L’élève est majeur(e)."
    assert known["student.is_adult"] == "yes"
    assert known["student.birth"] == "12/11/2008"
    assert facts(student, day=date(2026, 11, 11))["student.birth"] == "12/11/2008 (17 ans)"


def test_a_partner_with_what_it_means_to_write_to_it(notebook, facts):
    """Service, person, address, and whether they are bound by secrecy."""
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    known = facts(partner=partner, language="en")
    assert known["partner.service"] == "Centre de consultation Les Tilleuls"
    assert known["partner.address"] == "14, allée des Tilleuls\nL-9997 Tilleulbourg"
    assert known["partner.secrecy"] == "bound by professional secrecy"
    with notebook.change():
        notebook.partners.save(msgspec.structs.replace(partner, service="", secrecy=""))
    known = facts(partner=partner)
    assert known["partner.service"] == "Centre de consultation pour Jeunes et Familles"
    assert "partner.secrecy" not in known


def test_a_case_is_its_reference(notebook, facts):
    """What paper shows instead of the name."""
    student = builders.kept_student(notebook)
    case = builders.case(student.id, "2026-0007")
    with notebook.change():
        notebook.cases.save(case)
    assert facts(case=case)["case.reference"] == "2026-0007"


def test_a_joined_sheet_speaks_with_the_other_s_words(notebook, facts):
    """A paper of the sheet that was joined shows the corrected name, and the guardians of both."""
    kept = builders.kept_student(notebook)
    other = builders.kept_student(notebook, family_name="Dacosta")
    with notebook.change():
        notebook.guardians.save(builders.guardian(kept.id))
        notebook.guardians.save(builders.guardian(other.id, given_name="Rui"))
    join_students(notebook, kept_id=kept.id, other_id=other.id)
    known = facts(other)
    assert known["student.name"] == "Inês Da Costa"
    assert known["guardians"].count("\n") == 1


def test_a_sheet_of_somebody_unknown_is_nobody_else_s(notebook, library):
    """By way of others comes what an unknown author wrote: no name is better than a wrong one."""
    known = gather_facts(
        notebook, library=library, student_id=None, case_id=None, partner_id=None, author_id="e" * 32,
        locale=Locale("fr"), day=DAY,
    )  # fmt: skip
    assert "Claire Aubrin" not in known.values()
    assert not any(key.startswith("practitioner") for key in known)


def test_an_adult_who_agrees_has_the_parents_named(notebook, facts):
    """While the agreement is good; before it and after its last day the parents are not named."""
    student = builders.kept_student(notebook, birth_date=date(2008, 11, 11))
    save_guardian(notebook, guardian=builders.guardian(student.id))
    agreement = Agreement(student_id=student.id, given_on=DAY, until=date(2026, 12, 1))
    save_agreement(notebook, agreement=agreement)
    assert "Marta" in facts(student)["guardians"]
    assert facts(student)["student.is_adult"] == "yes"
    assert "guardians.first" not in facts(student), "an adult signs alone"
    assert facts(student, day=date(2026, 11, 11))["guardians"] == "L’élève est majeur(e)."
    assert facts(student, day=date(2026, 12, 2))["guardians"] == "L’élève est majeur(e)."


def test_the_household_in_words_and_figures(notebook, facts):
    """Home by home; the figures are those of the first home, and none where an age is not known."""
    student = builders.kept_student(notebook)
    residents = [
        Resident(student_id=student.id, given_name="Marta", relation="mother", birth_year=1984),
        Resident(student_id=student.id, given_name="Théo", relation="sibling", birth_date=date(2019, 5, 6)),
        Resident(student_id=student.id, given_name="Rui", relation="father", home=2),
    ]
    save_residents(notebook, residents=residents)
    known = facts(student)
    assert known["household"].split("\n") == [
        "Premier foyer", "Marta (mère) · 1984", "Théo (frère ou sœur) · 06/05/2019 · mineur(e)",
        "Second foyer", "Rui (père)",
    ]  # fmt: skip
    assert (known["household.count"], known["household.minors"]) == ("3", "2")
    save_residents(notebook, residents=[Resident(student_id=student.id, given_name="Olga")])
    assert facts(student)["household.count"] == "4"
    assert "household.minors" not in facts(student)
    assert "household" not in facts(builders.kept_student(notebook, given_name="Zoé"))
