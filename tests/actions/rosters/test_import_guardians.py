"""Guardians are taken for students with an open case, once, and nobody else's are kept."""

from datetime import date

import pytest

from app.actions.bin_record import bin_record
from app.actions.rosters.import_guardians import ImportedGuardians, import_guardians
from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.preview_guardians import preview_guardians
from app.actions.rosters.preview_roster import preview_roster
from app.actions.students.join_students import join_students
from app.errors import Stopped
from app.exchange.rosters.guardian_plan import GuardianPlan
from app.frameworks.library import Library
from app.models.progress import Phase
from app.models.student import Student
from app.storage.notebook import Notebook
from tests.builders import TODAY, case, guardian, kept_student
from tests.lists import guardians_of, sample, table_of

FILE = sample("responsablesavecadresses.xml")


@pytest.fixture
def school(notebook: Notebook, library: Library) -> Notebook:
    """A notebook with the students of SIECLE in it; Maëlle and Linh have an open case, Yanis had one."""
    plan = preview_roster(notebook, table=table_of(sample("elevessansadresses.xml")), today=TODAY)
    import_roster(notebook, plan=plan, library=library, today=TODAY)
    with notebook.change():
        notebook.cases.save(case(named(notebook, "Maëlle").id))
        notebook.cases.save(case(named(notebook, "Linh").id, "2026-0002"))
        closed = case(named(notebook, "Yanis").id, "2026-0003", state="closed", closed=date(2026, 11, 2))
        notebook.cases.save(closed)
    return notebook


def named(notebook: Notebook, given_name: str) -> Student:
    return next(student for student in notebook.students.list() if student.given_name == given_name)


def looked(notebook: Notebook) -> GuardianPlan:
    return preview_guardians(notebook, guardians=guardians_of(FILE))


def brought_in(notebook: Notebook) -> ImportedGuardians:
    return import_guardians(notebook, plan=looked(notebook))


def test_only_open_cases_get_guardians(school: Notebook) -> None:
    """Four people of the file are written, in their order; of the others not a word is anywhere."""
    plan = looked(school)
    assert (plan.followed, plan.found, plan.unnumbered, plan.left) == (2, 2, 0, 6)
    written = brought_in(school)
    assert (written.new, written.known) == (3, 0)
    mother, father = school.guardians.of_student(named(school, "Maëlle").id)
    assert (mother.name, mother.relation, mother.position) == ("Anne-Lise ROCHEBRUNE", "mother", 0)
    assert (father.name, father.city, father.position) == ("Gaël LEFÈVRE", "BRUMEVILLE", 1)
    assert school.guardians.of_student(named(school, "Yanis").id) == []
    assert school.guardians.count() == 3


def test_the_same_file_twice_changes_nothing(school: Notebook) -> None:
    """Everybody is known, not one revision is written."""
    brought_in(school)
    again = brought_in(school)
    assert (again.new, again.known, again.changes.items) == (0, 3, frozenset())


def test_what_the_practitioner_wrote_is_completed(school: Notebook) -> None:
    """A mother noted by her given name gets her name and address; her phone stays, and she stays first."""
    maelle = named(school, "Maëlle")
    with school.change():
        school.guardians.save(
            guardian(
                maelle.id, family_name="", given_name="Anne-Lise", phone="01", street="", postcode="", city=""
            )
        )
    written = brought_in(school)
    assert (written.new, written.known) == (2, 1)
    mother, father = school.guardians.of_student(maelle.id)
    assert (mother.name, mother.phone, mother.city) == ("Anne-Lise ROCHEBRUNE", "01", "PARIS")
    assert father.position == 1


def test_a_case_closed_meanwhile_is_respected(school: Notebook) -> None:
    """Judged again when written: between looking and writing the case was closed."""
    plan = looked(school)
    with school.change():
        for one in school.cases.list():
            school.cases.save(case(one.student_id, one.reference, id=one.id, state="closed", closed=TODAY))
    assert import_guardians(school, plan=plan).changes.items == frozenset()
    assert looked(school).followed == 0


def test_joined_and_binned_sheets(school: Notebook, library: Library) -> None:
    """The case and the number may stand on two joined sheets; a student in the bin gets nobody."""
    other = kept_student(school, family_name="Lefèvre", given_name="Maëlle M.")
    join_students(school, kept_id=other.id, other_id=named(school, "Maëlle").id)
    bin_record(school, library=library, kind="student", record_id=named(school, "Linh").id)
    assert {line.student_id for line in looked(school).lines} == {other.id}
    brought_in(school)
    assert [one.given_name for one in school.guardians.of_student(other.id)] == ["Anne-Lise", "Gaël"]
    assert brought_in(school).new == 0


def test_stopping_leaves_nothing(school: Notebook) -> None:
    """One transaction: whoever stops in the middle has written nobody."""

    def enough(phase: Phase, done: int, total: int) -> None:
        if phase == "writing" and done:
            raise Stopped

    with pytest.raises(Stopped):
        import_guardians(school, plan=looked(school), progress=enough)
    assert school.guardians.count() == 0
    assert school.damage() == []
