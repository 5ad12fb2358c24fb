"""A class list is written at once or not at all, and never twice."""

import time

import pytest

from app.actions.bin_record import bin_record
from app.actions.rosters.import_roster import NEW, SKIP, ImportedRoster, import_roster
from app.actions.rosters.preview_roster import preview_roster
from app.errors import RecordUnknown, Stopped
from app.frameworks.library import Library
from app.models.progress import Phase
from app.models.student import Student
from app.storage.notebook import Notebook
from tests.builders import SCHOOL_ID, TODAY, case, finished, kept_student
from tests.lists import sample, table_of

WEBUNTIS = sample("webuntis.txt")
HEADER = "Nom;Prénom;Né(e) le;Classe\n"


def brought_in(
    notebook: Notebook, library: Library, data: bytes | str, decisions: dict[int, str] | None = None
) -> ImportedRoster:
    data = data.encode() if isinstance(data, str) else data
    plan = preview_roster(notebook, table=table_of(data), today=TODAY)
    return import_roster(notebook, plan=plan, decisions=decisions, library=library, today=TODAY)


def by_name(notebook: Notebook, listed_name: str) -> Student:
    return next(student for student in notebook.students.list() if student.listed_name == listed_name)


def test_a_list_becomes_students(notebook: Notebook, library: Library) -> None:
    """With class, school, year, number, and a revision each; found by name at once."""
    result = brought_in(notebook, library, WEBUNTIS)
    assert (result.new, result.known, result.doubtful, result.left_out) == (9, 0, 0, 0)
    student = by_name(notebook, "Da Costa, Inès")
    assert (student.class_name, student.school_id, student.roster_key) == ("5G2", SCHOOL_ID, "L-2041")
    assert len(notebook.history.of(student.id)) == 1
    assert [(e.school_year, e.class_name) for e in notebook.enrolments.of_student(student.id)] == [
        ("2026-2027", "5G2")
    ]
    assert [hit.record_id for hit in notebook.search.people("ines costa")] == [student.id]
    assert notebook.damage() == []


def test_the_same_list_twice_changes_nothing(notebook: Notebook, library: Library) -> None:
    """The second time everybody is known and not one revision is written."""
    brought_in(notebook, library, WEBUNTIS)
    result = brought_in(notebook, library, WEBUNTIS)
    assert (result.new, result.known) == (0, 9)
    assert result.changes.items == frozenset()


def test_one_preview_written_twice_is_written_once(notebook: Notebook, library: Library) -> None:
    """An impatient second press adds nobody."""
    plan = preview_roster(notebook, table=table_of(WEBUNTIS), today=TODAY)
    import_roster(notebook, plan=plan, library=library, today=TODAY)
    again = import_roster(notebook, plan=plan, decisions={2: NEW}, library=library, today=TODAY)
    assert (again.new, again.known) == (0, 9)
    assert notebook.students.count() == 9


def test_a_new_class_is_kept_beside_the_old_one(notebook: Notebook, library: Library) -> None:
    """Class and place in the year follow the list; last year's stays, and search knows the new class."""
    brought_in(notebook, library, HEADER + "Haas;Mia;12.03.2011;5G2\n")
    student = by_name(notebook, "Haas, Mia")
    with notebook.change():
        notebook.cases.save(case(student.id))
    result = brought_in(notebook, library, HEADER + "HAAS;Mia;12.03.2011;4G2\n")
    assert result.changes.ids("student") == {student.id}
    assert notebook.students.get(student.id).listed_name == "Haas, Mia"
    assert [e.class_name for e in notebook.enrolments.of_student(student.id)] == ["4G2", "5G2"]
    assert [hit.record_id for hit in notebook.search.people("haas 4G2")] == [student.id]
    assert [hit.record_id for hit in notebook.search.people("2026-0001")] == [student.id]
    assert notebook.search.people("haas 5G2") == []


def test_doubtful_lines_wait_for_a_decision(notebook: Notebook, library: Library) -> None:
    """Undecided, nothing of them is written; decided, they are that student, somebody new, or left out."""
    known = kept_student(notebook)
    data = HEADER + "Da Costa;Inês;05.03.2011;5G2\n"
    undecided = brought_in(notebook, library, data)
    assert (undecided.new, undecided.doubtful, notebook.students.count()) == (0, 1, 1)
    left_out = brought_in(notebook, library, data, {2: SKIP})
    assert (left_out.left_out, notebook.students.count()) == (1, 1)
    same = brought_in(notebook, library, data, {2: known.id})
    assert (same.known, notebook.students.get(known.id).birth_date) == (1, known.birth_date.replace(day=5))
    other = brought_in(notebook, library, HEADER + "Da Costa;Inês;06.03.2011;5G2\n", {2: NEW})
    assert (other.new, notebook.students.count()) == (1, 2)


def test_a_changed_surname_reaches_the_sheets(notebook: Notebook, library: Library) -> None:
    """Decided to be the same person: name, sheets and search follow, the old name stays in the history."""
    known = kept_student(notebook)
    sheet = finished(notebook, library, student_id=known.id)
    brought_in(notebook, library, HEADER + "Weber;Inês;04.03.2011;5G2\n", {2: known.id})
    assert notebook.students.get(known.id).family_name == "Weber"
    assert len(notebook.history.of(known.id)) == 2
    assert [hit.record_id for hit in notebook.search.writings("weber")] == [sheet.record.id]


def test_a_student_comes_out_of_the_bin(notebook: Notebook, library: Library) -> None:
    """When the person says that the line is the binned student, they and their sheets are back."""
    known = kept_student(notebook)
    sheet = finished(notebook, library, student_id=known.id)
    bin_record(notebook, library=library, kind="student", record_id=known.id)
    brought_in(notebook, library, HEADER + "Da Costa;Inês;04.03.2011;4G2\n", {2: known.id})
    back = notebook.students.get(known.id)
    assert (back.removed_at, back.class_name) == (None, "4G2")
    assert [hit.record_id for hit in notebook.search.writings("costa")] == [sheet.record.id]


def test_a_decision_for_nobody_writes_nothing(notebook: Notebook, library: Library) -> None:
    """All or nothing: one impossible decision leaves the notebook as it was."""
    with pytest.raises(RecordUnknown):
        brought_in(notebook, library, WEBUNTIS, {11: "nobody"})
    assert notebook.students.count() == 0
    assert notebook.enrolments.list() == []


def test_a_repeated_line_adds_nobody(notebook: Notebook, library: Library) -> None:
    """Twice on the list, once in the notebook."""
    result = brought_in(notebook, library, HEADER + "Haas;Mia;12.03.2011;5G2\n" * 2)
    assert (result.new, result.known, notebook.students.count()) == (1, 1, 1)


def test_what_the_practitioner_wrote_stays(notebook: Notebook, library: Library) -> None:
    """The list's phone and languages do not go over those of the sheet."""
    known = kept_student(notebook)
    data = "Nom;Prénom;Né(e) le;Classe;Téléphone\nDa Costa;Inês;04.03.2011;4G2;600\n"
    brought_in(notebook, library, data)
    assert notebook.students.get(known.id).phone == known.phone


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_stopping_leaves_nothing(notebook: Notebook, library: Library, share: float) -> None:
    """Wherever the person stops: no student, no year, no column remembered, and the notebook is whole."""

    def enough(phase: Phase, done: int, total: int) -> None:
        if phase == "writing" and done >= share * total:
            raise Stopped

    lines = "".join(f"Name{n};Vor{n};12.03.2011;5G2\n" for n in range(500))
    plan = preview_roster(notebook, table=table_of((HEADER + lines).encode()), today=TODAY)
    with pytest.raises(Stopped):
        import_roster(notebook, plan=plan, library=library, today=TODAY, progress=enough)
    assert (notebook.students.count(), notebook.enrolments.list()) == (0, [])
    assert notebook.preferences.get("roster_columns/" + plan.fingerprint) is None
    assert notebook.damage() == []


def test_a_large_school_is_written_in_seconds(notebook: Notebook, library: Library) -> None:
    """2,000 students at once, then all of them in new classes."""
    lines = [f"Name{n % 400};Vor{n};{1 + n % 28:02}.03.2011;" for n in range(2000)]
    start = time.process_time()  # what others do on this computer does not count
    brought_in(notebook, library, HEADER + "\n".join(line + "5G2" for line in lines))
    result = brought_in(notebook, library, HEADER + "\n".join(line + "4G2" for line in lines))
    assert time.process_time() - start < 10
    assert len(result.changes.ids("student")) == 2000
    assert notebook.search.people("5G2") == []
    assert len(notebook.search.people("vor1999 4G2")) == 1
    assert notebook.damage() == []
