"""Sheets: a record and its answers."""

from app.models.answer import Answer
from tests import builders


def answers():
    """One answer of every shape, out of order."""
    return [
        Answer(question="facts", row=1, value={"mark": "seen", "text": "Il tremble, « ça va »"}),
        Answer(question="facts", row=0, value={"mark": "said", "text": "…"}),
        Answer(question="demand", value="Deux\nlignes"),
        Answer(question="language", value=["pt", "fr"]),
        Answer(question="count", value=3.5),
    ]


def test_answers_come_back_in_order(notebook):
    """Whatever was said to a question is read back as it was said, row after row."""
    sheet = builders.interview()
    with notebook.change():
        notebook.interviews.save(sheet, answers())
    found = notebook.interviews.answers(sheet.id)
    assert found == sorted(answers(), key=lambda one: (one.question, one.row))
    assert [(one.question, one.row) for one in found] == [
        ("count", 0), ("demand", 0), ("facts", 0), ("facts", 1), ("language", 0),
    ]  # fmt: skip


def test_one_changed_answer_is_one_revision(notebook):
    """Correcting a word writes one revision; saving the same answers in another order writes none."""
    sheet = builders.interview()
    with notebook.change():
        notebook.interviews.save(sheet, answers())
    with notebook.change() as same:
        notebook.interviews.save(sheet, answers()[::-1])
    assert same.changes.items == frozenset()
    with notebook.change():
        notebook.interviews.save(sheet, [*answers()[:-1], Answer(question="count", value=4)])
    assert len(notebook.history.of(sheet.id)) == 2
    assert Answer(question="count", value=4) in notebook.interviews.answers(sheet.id)


def test_saving_the_record_alone_keeps_the_answers(notebook):
    """Filing or binning a sheet never loses what is written on it."""
    sheet = builders.interview()
    with notebook.change():
        notebook.interviews.save(sheet, answers())
        student = builders.student()
        notebook.students.save(student)
        notebook.interviews.save(builders.interview(student.id, id=sheet.id))
    assert len(notebook.interviews.answers(sheet.id)) == 5
    newest = notebook.history.of(sheet.id)[-1]
    assert len(notebook.history.content(newest.id)["answers"]) == 5


def test_the_journal_holds_record_and_answers(notebook):
    """A revision says everything the sheet said."""
    sheet = builders.interview(duration=20)
    with notebook.change():
        saved = notebook.interviews.save(sheet, answers())
    content = notebook.history.content(saved.revision)
    assert content["record"]["duration"] == 20
    assert {"question": "demand", "row": 0, "value": "Deux\nlignes"} in content["answers"]


def test_erasing_a_sheet_erases_its_answers(notebook):
    """Nothing of an erased sheet stays in any table but that it was."""
    sheet = builders.interview()
    with notebook.change():
        notebook.interviews.save(sheet, answers())
    with notebook.change():
        notebook.interviews.remove(sheet.id)
    assert notebook.interviews.answers(sheet.id) == []


def test_the_sheets_of_a_student_stand_in_order_of_time(notebook):
    """Interviews of one day follow their hour, whenever they were typed."""
    student = builders.kept_student(notebook)
    late = builders.interview(student.id, start="14:30")
    early = builders.interview(student.id, start="08:05")
    with notebook.change():
        notebook.interviews.save(late)
        notebook.interviews.save(early)
        notebook.interviews.save(builders.interview())
    assert [one.id for one in notebook.interviews.of_student([student.id])] == [early.id, late.id]
