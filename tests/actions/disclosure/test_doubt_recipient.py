"""What makes one look twice before a paper leaves, and what does not."""

from datetime import date

import pytest

from app.actions.disclosure.doubt_recipient import Doubts, doubt_recipient, doubt_students
from app.actions.save_partner import save_partner
from app.actions.sheets.sheet import Sheet
from app.actions.students.save_guardian import save_guardian
from app.frameworks.library import Library
from app.models.partner import Partner
from app.storage.notebook import Notebook
from tests.builders import finished, guardian, kept_student, partner


@pytest.fixture
def tilleuls(notebook: Notebook) -> Partner:
    """The centre of the directory."""
    one = partner()
    save_partner(notebook, partner=one)
    return one


@pytest.fixture
def sheet(notebook: Notebook, library: Library, tilleuls: Partner) -> Sheet:
    """A referral of Inês to that centre."""
    student = kept_student(notebook)
    save_guardian(notebook, guardian=guardian(student.id))
    return finished(
        notebook, library, form_key="f4-referral", student_id=student.id, values={"partner": tilleuls.id}
    )


def doubts(notebook: Notebook, sheet: Sheet, recipient: str) -> Doubts:
    """About these words alone."""
    return doubt_recipient(notebook, record=sheet.record, recipient=recipient)


@pytest.mark.parametrize(
    "recipient",
    [
        "Centre de consultation Les Tilleuls · Tom Welter", "centre de consultation les tilleuls",
        "Tom Welter", "Les Tilleuls", "Marta Da Costa", "Inês Da Costa", "Lycée du Moulin", "Claire Aubrin",
    ],
)  # fmt: skip
def test_what_is_known_is_never_doubted(notebook: Notebook, sheet: Sheet, recipient: str) -> None:
    """The directory, whole or in part, and the student's own people: no nagging."""
    assert not doubts(notebook, sheet, recipient)


def test_a_receiver_nobody_knows_is_doubted(notebook: Notebook, sheet: Sheet) -> None:
    """Neither directory nor family: said, and that the sheet names another one."""
    found = doubts(notebook, sheet, "Cabinet Inconnu")
    assert found.unknown
    assert found.named is not None


def test_another_entry_than_the_sheet_names_is_doubted(notebook: Notebook, sheet: Sheet) -> None:
    """Known, but not the one chosen on the referral."""
    save_partner(notebook, partner=partner(service="Hôpital du Parc", person="", city="Parcville"))
    found = doubts(notebook, sheet, "Hôpital du Parc")
    assert (found.unknown, found.partners) == (False, [])
    assert found.named is not None
    assert found.named.service.endswith("Les Tilleuls")


@pytest.mark.parametrize(
    ("service", "person"),
    [
        ("Centre de consultation Les Tilleuls", "Ana Weber"),
        ("Centre de consultation Les Tilleul", ""),
        ("Centre de consultations Les Tilleuls 2", ""),
    ],
)
def test_two_entries_alike_are_doubted(notebook: Notebook, sheet: Sheet, service: str, person: str) -> None:
    """The same service twice, or nearly the same name: which one is meant."""
    save_partner(notebook, partner=partner(service=service, person=person, city="Esch-la-Neuve"))
    found = doubts(notebook, sheet, "Centre de consultation Les Tilleuls")
    assert {one.city for one in found.partners} == {"Tilleulbourg", "Esch-la-Neuve"}
    assert not found.named


def test_entries_that_only_share_words_are_not_alike(notebook: Notebook, sheet: Sheet) -> None:
    """Two consultation centres are not taken for each other."""
    save_partner(notebook, partner=partner(service="Centre de consultation du Nord", person=""))
    assert not doubts(notebook, sheet, "Centre de consultation Les Tilleuls · Tom Welter")


@pytest.mark.parametrize(
    ("changes", "alike"),
    [
        ({"given_name": "Inès"}, True),  # the same name
        ({"family_name": "Costa", "given_name": "Ines Maria"}, True),  # nearly the same
        ({"given_name": "Rui"}, True),  # born on the same day: twins
        ({"family_name": "Inês", "given_name": "Da Costa"}, True),  # the other way round
        ({"given_name": "Rui", "birth_date": date(2013, 5, 6)}, False),  # a brother
        ({"family_name": "Weber", "birth_date": date(2013, 5, 6)}, False),  # another Inês
    ],
)
def test_students_one_may_be_taken_for(
    notebook: Notebook, sheet: Sheet, changes: dict[str, object], alike: bool
) -> None:
    """Twins and namesakes, however they are spelt; brothers and first names alone are not."""
    other = kept_student(notebook, **changes)
    found = doubt_students(notebook, student_id=sheet.record.student_id)
    assert [one.id for one in found] == ([other.id] if alike else [])
    assert (
        bool(doubt_recipient(notebook, record=sheet.record, recipient="Les Tilleuls", alike=found)) is alike
    )


def test_nobody_is_taken_for_nobody(notebook: Notebook, library: Library) -> None:
    """A sheet not filed yet, and no words at all."""
    assert doubt_students(notebook, student_id=None) == []
    sheet = finished(notebook, library, form_key="f4-referral")
    assert not doubts(notebook, sheet, "  ")
