"""School years: kept, corrected, and followed by the student."""

from datetime import date

import msgspec

from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.preview_roster import preview_roster
from app.actions.students.save_enrolment import bin_enrolment, restore_enrolment, save_enrolment
from app.actions.students.save_student import save_student
from app.models.enrolment import Enrolment
from tests import builders
from tests.builders import TODAY
from tests.lists import table_of


def years(notebook, student):
    """(school year, class, since) of each line, newest first."""
    return [
        (one.school_year, one.class_name, one.since) for one in notebook.enrolments.of_student(student.id)
    ]


def test_a_change_within_the_year_is_a_second_line(notebook):
    """Two lines of one year: the later one has the day it was noted; saving again adds none."""
    student = builders.kept_student(notebook)
    moved = msgspec.structs.replace(notebook.students.get(student.id), class_name="5G3")
    save_student(notebook, student=moved, today=TODAY)
    save_student(notebook, student=moved, today=TODAY)
    assert years(notebook, student) == [("2026-2027", "5G3", TODAY), ("2026-2027", "5G2", None)]


def test_a_year_to_come_does_not_hide_this_one(notebook):
    """In June next year's class is known already; saving the student adds nothing."""
    student = builders.kept_student(notebook)
    ahead = Enrolment(student_id=student.id, school_year="2027-2028", class_name="4G1")
    save_enrolment(notebook, enrolment=ahead, today=TODAY)
    assert notebook.students.get(student.id).class_name == "5G2", "next year has not begun"
    corrected = msgspec.structs.replace(notebook.students.get(student.id), phone="1")
    save_student(notebook, student=corrected, today=TODAY)
    assert [year for year, _, _ in years(notebook, student)] == ["2027-2028", "2026-2027"]


def test_the_student_is_where_this_years_last_line_says(notebook, library):
    """Corrected, put away, taken back: class, school and search follow."""
    student = builders.kept_student(notebook)
    moved = Enrolment(
        student_id=student.id, school_year="2026-2027", other_school="Lycée de la Forge", class_name="5P1",
        since=date(2026, 11, 3),
    )  # fmt: skip
    save_enrolment(notebook, enrolment=moved, today=TODAY)
    now = notebook.students.get(student.id)
    assert (now.class_name, now.school_id) == ("5P1", None)
    assert [hit.record_id for hit in notebook.search.people("5P1")] == [student.id]
    which = {"library": library, "enrolment_id": moved.id, "today": TODAY}
    bin_enrolment(notebook, **which)
    assert notebook.students.get(student.id).class_name == "5G2"
    restore_enrolment(notebook, **which)
    assert notebook.students.get(student.id).class_name == "5P1"


def test_correcting_an_old_year_moves_nobody(notebook):
    """Where somebody was is not where they are."""
    student = builders.kept_student(notebook)
    before = Enrolment(student_id=student.id, school_year="2024-2025", class_name="7G1", devices=["INTERNAT"])
    save_enrolment(notebook, enrolment=before, today=TODAY)
    assert notebook.students.get(student.id).class_name == "5G2"


def test_a_class_list_of_the_new_year_keeps_the_old_lines(notebook, library):
    """In September everybody gets a line for the new year; what was noted on the old ones stays."""
    student = builders.kept_student(notebook, class_name="6G2")
    old = notebook.enrolments.of_student(student.id)[0]
    full = msgspec.structs.replace(old, level="6G", devices=["INTERNAT"])
    save_enrolment(notebook, enrolment=full, today=TODAY)
    table = table_of("Nom;Prénom;Né(e) le;Classe\nDa Costa;Inês;04/03/2011;5G2\n".encode())
    september = date(2027, 9, 15)
    for _ in range(2):  # the same list again adds nothing
        plan = preview_roster(notebook, table=table, today=september)
        import_roster(notebook, plan=plan, library=library, today=september)
    assert years(notebook, student) == [("2027-2028", "5G2", None), ("2026-2027", "6G2", None)]
    assert notebook.enrolments.of_student(student.id)[1].devices == ["INTERNAT"]
