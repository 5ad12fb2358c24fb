"""What is to be done."""

from datetime import date

import msgspec

from app.models.task import Task
from tests import builders


def test_open_tasks_stand_by_their_day(notebook):
    """Soonest first, those without a day last, those done not at all."""
    with notebook.change():
        for text, due, done_at in [
            ("sans date", None, None),
            ("plus tard", date(2027, 1, 8), None),
            ("faite", date(2026, 1, 1), "2026-01-01T09:00:00Z"),
            ("bientôt", date(2026, 11, 13), None),
        ]:
            notebook.tasks.save(Task(text=text, due=due, done_at=done_at))
    assert [task.text for task in notebook.tasks.open()] == ["bientôt", "plus tard", "sans date"]
    assert len(notebook.tasks.open()) == 3


def test_tasks_of_a_sheet_keep_its_order(notebook):
    """Decisions stand in the order they were written, whatever their day."""
    with notebook.change():
        for position, due in enumerate([date(2027, 1, 1), None, date(2026, 1, 1)]):
            notebook.tasks.save(Task(text=str(position), due=due, source_id="s" * 32, position=position))
        notebook.tasks.save(Task(text="autre", source_id="t" * 32))
    assert [task.text for task in notebook.tasks.of_source("s" * 32)] == ["0", "1", "2"]


def test_nobody_is_called_about_a_student_in_the_bin(notebook):
    """Tasks about a student in the bin, or a sheet joined to theirs, wait with them and come back."""
    kept = builders.kept_student(notebook)
    other = builders.kept_student(notebook, family_name="Dacosta", joined_into=kept.id)
    with notebook.change():
        for student in (kept, other):
            notebook.tasks.save(Task(text="Rappeler", student_id=student.id))
        notebook.students.save(msgspec.structs.replace(kept, removed_at="2026-11-12T10:00:00Z"))
    assert notebook.tasks.open() == []
    assert notebook.tasks.open() == []
    with notebook.change():
        notebook.students.save(kept)
    assert len(notebook.tasks.open()) == 2
    assert len(notebook.tasks.of_student([kept.id, other.id])) == 2
