"""What is odd about people and days, on the sheets and papers of individual work."""

from datetime import date, datetime

import pytest

from app.actions.letters.find_addressees import find_addressees
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sheets.look_at_files import look_at_files
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_guardian import save_guardian
from app.documents.form_pdf import build
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Values
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY
from tests.documents.papers import packed, text

FR = Locale("fr")
AFTERNOON = datetime(2026, 11, 12, 16, 30)
FORMS = ("f2-evaluation", "f4-cepas", "f9-low-income", "f10b-absence", "f6-report", "f15-notice")


def written(notebook: Notebook, library: Library, key: str, student_id: str, **values: object) -> Sheet:
    """A sheet of today in the service that asks it."""
    service = next(iter(library.forms[key].frameworks), notebook.framework)
    return builders.finished(
        notebook, library, form_key=key, student_id=student_id, values=values, framework=service,
        moment=AFTERNOON,
    )  # fmt: skip


def on_paper(notebook: Notebook, library: Library, sheet: Sheet, today: date = TODAY) -> str:
    """Every word of it."""
    subject = prepare_paper(notebook, library=library, sheet=sheet, locale=FR, today=today)
    return packed(text(build(subject, FR)))


@pytest.mark.parametrize("key", FORMS)
def test_of_age_since_yesterday(notebook: Notebook, library: Library, key: str) -> None:
    """The student alone gets letters and signs; nothing of the parents is on any paper."""
    student = builders.kept_student(notebook, birth_date=date(2008, 11, 11))
    save_guardian(notebook, guardian=builders.guardian(student.id, phone="621 99 88 77"))
    found = find_addressees(notebook, student_id=student.id, day=TODAY).found
    assert [one.name for one in found if one.usual] == ["Inês Da Costa"]
    said = on_paper(notebook, library, written(notebook, library, key, student.id))
    assert packed("621 99 88 77") not in said
    assert packed("8, rue des Prés") not in said


@pytest.mark.parametrize("key", ["f2-evaluation", "f6-report"])
def test_two_parents_of_one_name_one_of_them_barred(notebook: Notebook, library: Library, key: str) -> None:
    """Told apart by given name: one gets the letter, the other is on paper as not to be contacted."""
    student = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(student.id, given_name="Marta"))
    barred = builders.guardian(
        student.id, given_name="Mário", relation="father", position=1, do_not_contact=True
    )
    save_guardian(notebook, guardian=barred)
    found = find_addressees(notebook, student_id=student.id, day=TODAY).found
    assert [one.name for one in found if one.usual] == ["Marta Da Costa"]
    subject = prepare_paper(
        notebook, library=library, sheet=written(notebook, library, key, student.id), locale=FR, today=TODAY
    )
    marta, mario = subject.facts["guardians"].split("\n")
    assert "Ne pas contacter" in mario
    assert "Ne pas contacter" not in marta


@pytest.mark.parametrize("key", FORMS)
def test_without_a_birth_date(notebook: Notebook, library: Library, key: str) -> None:
    """Counts as a minor: nothing breaks, no age is invented, the parents stay addressed."""
    student = builders.kept_student(notebook, birth_date=None)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    sheet = written(notebook, library, key, student.id)
    assert sheet.values.get("age") is None
    assert packed("Inês Da Costa") in on_paper(notebook, library, sheet)
    found = find_addressees(notebook, student_id=student.id, day=TODAY).found
    assert [one.name for one in found if one.usual] == ["Marta Da Costa"]


def test_three_siblings_are_three_files(notebook: Notebook, library: Library) -> None:
    """Linked, of one family and one name: each has a file of their own, none says another’s words."""
    names = ("Ana", "Bob", "Cyd")
    students = [builders.kept_student(notebook, given_name=name) for name in names]
    link_siblings(notebook, student_ids=[student.id for student in students])
    for student in students:
        written(notebook, library, "f9-low-income", student.id, need=f"Mots de {student.given_name}.")
    files = look_at_files(notebook, library=library, locale=FR)
    assert sorted(file.student.given_name for file in files if file.student) == list(names)
    assert len({file.reference for file in files}) == 3
    for file in files:
        sheet = open_sheet(notebook, library=library, kind="paper", record_id=file.record.id)
        said = on_paper(notebook, library, sheet)
        others = [name for name in names if file.student and name != file.student.given_name]
        assert not any(packed(f"Mots de {name}.") in said for name in others)


def test_a_deadline_already_past_is_said(notebook: Notebook, library: Library) -> None:
    """In the list and on the sheet; it can still be written, printed and sent."""
    student = builders.kept_student(notebook)
    sheet = written(notebook, library, "f9-low-income", student.id, deadline="2026-10-31")
    (file,) = look_at_files(notebook, library=library, locale=FR)
    assert (file.days_left(TODAY), sheet.values["days_left"]) == (-12, -12)
    assert packed("−12 jours") in on_paper(notebook, library, sheet)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("f6-report", {"council": "Monsieur le président, 1 rue du Lavoir"}),
        ("f9-social-fund", {"opinion": "Oui."}),
    ],
)
def test_begun_in_one_framework_opened_in_another(
    notebook: Notebook, library: Library, key: str, value: Values
) -> None:
    """A sheet of the French service in a Luxembourg notebook: French questions, French law on its paper."""
    student = builders.kept_student(notebook)
    made = builders.finished(
        notebook, library, form_key=key, student_id=student.id, values=value, framework="fr-ssfe"
    )
    again = open_sheet(notebook, library=library, kind=made.kind, record_id=made.record.id)
    assert again.values | value == again.values
    assert again.unasked == []
    said = on_paper(notebook, library, again)
    assert packed("art. 226-13 du code pénal") in said
    assert packed("art. 458") not in said


def test_an_absence_file_is_of_one_school_year(notebook: Notebook, library: Library) -> None:
    """That of the day it was opened, whatever day it is printed; the month says which half-days."""
    student = builders.kept_student(notebook)
    months = [{"month": "09", "excused": 1, "unexcused": 3}, {"month": "10", "unexcused": 7}]
    sheet = written(notebook, library, "f10b-absence", student.id, months=months)
    said = on_paper(notebook, library, sheet, today=date(2027, 9, 3))
    assert packed("2026-2027") in said
    assert packed("2027-2028") not in said
    assert sheet.values["all"] == 11
    assert packed("Document récapitulatif des mesures, signé avec les responsables") in said


def test_several_referrals_go_on_side_by_side(notebook: Notebook, library: Library) -> None:
    """One case, three receivers: each stands where it stands, none waits for another."""
    student = builders.kept_student(notebook)
    said = {"Tilleuls": "sent", "Cèdres": "appointment", "Ormes": "proposed"}
    for service, status in said.items():
        partner = builders.partner(service=service)
        with notebook.change():
            notebook.partners.save(partner)
        written(notebook, library, "f4-referral", student.id, partner=partner.id, status=status)
    going_on = notebook.referrals.open()
    assert len({one.case_id for one in going_on}) == 1
    stands = {notebook.partners.get(one.partner_id or "").service: one.status for one in going_on}
    assert stands == said
