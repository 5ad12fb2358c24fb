"""The bin: everything put away is there by name and goes back where it was."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.actions.bin_record import bin_record
from app.actions.save_partner import save_partner
from app.actions.sheets.save_task import save_task
from app.actions.students.save_guardian import save_guardian
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.enrolment import Enrolment
from app.models.professional import Professional
from app.models.resident import Resident
from app.models.sibling import Sibling
from app.models.task import Task
from app.ui.destination import Destination
from app.ui.pages.bin import BinPage
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.empty_state import EmptyState
from app.ui.workspace import Workspace
from tests import builders


def test_an_empty_bin_says_so(qtbot: QtBot, workspace: Workspace) -> None:
    """Nothing put away: a sentence, no empty list."""
    page = _open(qtbot, workspace)
    assert _lines(page) == []
    assert page.findChildren(EmptyState)


def test_everything_put_away_is_named_and_goes_back(qtbot: QtBot, workspace: Workspace) -> None:
    """Student, guardian, sheet, directory entry, task and school: each has its line, each comes back."""
    notebook, library = workspace.notebook, workspace.library
    student = builders.kept_student(notebook)
    guardian, partner = builders.guardian(student.id), builders.partner()
    task = Task(text="Appeler le secrétariat", student_id=student.id)
    save_guardian(notebook, guardian=guardian)
    save_partner(notebook, partner=partner)
    save_task(notebook, task=task)
    sheet = builders.finished(notebook, library, student_id=student.id)
    sister = builders.kept_student(notebook, given_name="Rita", family_name="Reis")
    around = [
        ("resident", Resident(student_id=student.id, given_name="Théo"), "Théo"),
        ("professional", Professional(student_id=student.id, name="Dr Weis"), "Dr Weis"),
        ("caution", Caution(student_id=student.id, text="Adresse secrète"), "Adresse secrète"),
        ("agreement", Agreement(student_id=student.id, given_on=date(2026, 9, 1)), "agreement of 01/09/2026"),
        ("sibling", Sibling(student_id=student.id, sibling_id=sister.id), "sibling: Rita Reis"),
        ("enrolment", Enrolment(student_id=student.id, school_year="2024-2025"), "2024–2025"),
    ]
    with notebook.change():
        for kind, record, _ in around:
            notebook.shelf(kind).save(record)
    wanted = {
        ("guardian", guardian.id): "Marta Da Costa",
        ("interview", sheet.record.id): "12/11/2026",
        ("partner", partner.id): "Les Tilleuls",
        ("task", task.id): "Appeler le secrétariat",
        ("school", builders.SCHOOL_ID): "Lycée du Moulin",
        **{(kind, record.id): name for kind, record, name in around},
        ("student", student.id): "Da Costa, Inês",
    }
    for kind, record_id in wanted:
        bin_record(notebook, library=library, kind=kind, record_id=record_id)
    page = _open(qtbot, workspace)
    assert len(_lines(page)) == len(wanted)
    for (kind, record_id), name in wanted.items():
        line = next(each for each in _lines(page) if name in each.accessibleName())
        assert "Put back" in line.accessibleName()
        line.click()
        assert notebook.shelf(kind).get(record_id).removed_at is None
    assert _lines(page) == []


def test_a_decision_comes_back_with_its_sheet(qtbot: QtBot, workspace: Workspace) -> None:
    """What went into the bin with a sheet has no line of its own."""
    notebook, library = workspace.notebook, workspace.library
    student = builders.kept_student(notebook)
    form = library.form_for("f1-interview", notebook.framework)
    question = next(q.key for q in form.questions if q.kind == "tasks")
    rows = [{"text": "Appeler la mère", "who": "", "due": None, "done": False}]
    sheet = builders.finished(notebook, library, student_id=student.id, values={question: rows})
    bin_record(notebook, library=library, kind="interview", record_id=sheet.record.id)
    page = _open(qtbot, workspace)
    assert len(_lines(page)) == 1
    _lines(page)[0].click()
    assert [task.text for task in notebook.tasks.open()] == ["Appeler la mère"]


def test_the_keyboard_stays_in_the_list(qtbot: QtBot, workspace: Workspace) -> None:
    """After putting one thing back the next one has the focus."""
    notebook = workspace.notebook
    for name in ("A", "B", "C"):
        partner = builders.partner(service=name)
        save_partner(notebook, partner=partner)
        bin_record(notebook, library=workspace.library, kind="partner", record_id=partner.id)
    page = _open(qtbot, workspace)
    page.focus_first()
    _lines(page)[0].click()
    assert len(_lines(page)) == 2
    assert page.focusWidget() is _lines(page)[0]


def test_old_ones_are_shown_on_demand(qtbot: QtBot, workspace: Workspace) -> None:
    """A very full bin opens at once and shows the rest when asked."""
    notebook = workspace.notebook
    with notebook.change():
        for n in range(203):
            notebook.partners.save(builders.partner(service=f"S{n}", removed_at="2026-11-12T10:00:00Z"))
    page = _open(qtbot, workspace)
    assert len(_lines(page)) == 200
    page._show_older()
    assert len(_lines(page)) == 203


def _open(qtbot: QtBot, workspace: Workspace) -> BinPage:
    page = BinPage(workspace)
    qtbot.addWidget(page)
    workspace.changed.connect(page.show_changes)
    page.resize(1182, 768)
    page.show()
    qtbot.waitExposed(page)
    page.open(Destination("bin"))
    return page


def _lines(page: BinPage) -> list[DayLine]:
    return [line for line in page.findChildren(DayLine) if line.isVisibleTo(page)]
