"""The sheet of whoever is chosen in the list: what it tells, and where it leads."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.bin_record import bin_record
from app.actions.students.save_guardian import save_guardian
from app.errors import RecordUnknown
from app.frameworks.library import Library
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from tests import builders
from tests.ui.pages.students_desk import Desk


def test_the_sheet_tells_who_what_and_when(desk: Desk, ines: Student) -> None:
    """Name, class, birth, case, warning, people, work under way, things to do, history."""
    page = desk.open(ines.id)
    words = desk.words()
    for expected in (
        "Inês Da Costa",
        "5G2 · born on 04/03/2011",
        "Do not leave a message on the student’s phone.",
        "Marta Da Costa, mother, +352 621 00 00 02, Portuguese",
        "No answer for 20 days",
        "Ring the school doctor",
        "Chronology",
    ):
        assert expected in words
    titles = [entry.title for entry in page.sheet.chronology.timeline.model()._rows]  # type: ignore[union-attr]
    assert len(titles) == 3  # the case, the interview, the referral
    assert page.notes_subject() == (ines.id, ines.id)


def test_new_sheets_begin_here(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """Ctrl+E begins an interview with this student; the referral is one press away."""
    page = desk.open(ines.id)
    page.activateWindow()
    page.sheet.head.begin_interview()
    desk.button("Referral").click()
    assert [(gone.screen, gone.form, gone.student_id) for gone in desk.gone] == [
        ("sheet", "f1-interview", ines.id),
        ("sheet", "f4-referral", ines.id),
    ]


def test_an_entry_of_the_chronology_opens_its_sheet(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Enter on an entry; the tabs show one kind at a time."""
    page = desk.open(ines.id)
    chronology = page.sheet.chronology
    assert chronology is not None
    chronology._tabs._choose("interview")
    timeline = chronology.timeline
    assert timeline.model().rowCount() == 1
    timeline.setCurrentIndex(timeline.model().index(0, 0))
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    interview = notebook.interviews.of_student([ines.id])[0]
    assert desk.gone == [Destination("sheet", kind="interview", record_id=interview.id)]


def test_a_task_is_ticked_in_its_place(desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot) -> None:
    """Ticking does it, unticking takes it back, and the page stands still."""
    page = desk.open(ines.id)
    task = notebook.tasks.of_student([ines.id])[0]
    tick: Any = page.findChild(QWidget, f"task:{task.id}")
    tick.click()
    assert notebook.tasks.get(task.id).done_at is not None
    assert page.findChild(QWidget, f"task:{task.id}") is tick
    tick.click()
    assert notebook.tasks.get(task.id).done_at is None


def test_somebody_of_whom_nothing_is_known_has_a_sheet(desk: Desk, notebook: Notebook) -> None:
    """One name and nothing else: no gaps, no guesses, no failure."""
    one = builders.kept_student(
        notebook, family_name="Mononyme", given_name="", birth_date=None, class_name="", school_id=None,
        phone="", phone_no_message=False, languages=[],
    )  # fmt: skip
    page = desk.open(one.id)
    words = desk.words()
    assert "Mononyme" in words
    assert "Nobody noted yet." in words
    assert "None" not in words
    assert page.sheet.header._subtitle.text() == ""


def test_very_long_names_are_whole(desk: Desk, notebook: Notebook) -> None:
    """Double names on both sides wrap; nothing is cut from the title."""
    long = builders.kept_student(
        notebook,
        family_name="De Oliveira Fernandes-Schummer-Weydert",
        given_name="Marie-Antoinette Guilhermina",
    )
    page = desk.open(long.id)
    title = page.sheet.header._title
    assert title.text() == "Marie-Antoinette Guilhermina De Oliveira Fernandes-Schummer-Weydert"
    assert title.height() >= title.heightForWidth(title.width())


def test_of_age_greys_the_guardians(desk: Desk, notebook: Notebook) -> None:
    """Eighteen since yesterday: each guardian says that agreement is needed first."""
    yesterday = date.today() - timedelta(days=1)
    born = date(yesterday.year - 18, yesterday.month, min(yesterday.day, 28))
    one = builders.kept_student(notebook, birth_date=born)
    for name in ("Marta", "Rui", "Ana"):
        save_guardian(notebook, guardian=builders.guardian(one.id, given_name=name))
    desk.open(one.id)
    words = desk.words()
    assert words.count("Ask the student for agreement") == 3
    assert f"18 since {born.replace(year=yesterday.year):%d/%m/%Y}" in words


def test_an_old_link_to_the_bin_shows_the_way_out(
    desk: Desk, notebook: Notebook, library: Library, ines: Student
) -> None:
    """Whoever lies in the bin is shown as such, with nothing to begin and one thing to do."""
    bin_record(notebook, library=library, kind="student", record_id=ines.id)
    desk.open(ines.id)
    assert "lies in the bin since" in desk.words()
    assert not desk.page.sheet.head.begin.isVisibleTo(desk.page)
    desk.button("Take out of the bin").click()
    assert notebook.students.get(ines.id).removed_at is None
    assert "Marta Da Costa" in desk.words()


def test_an_old_link_to_nobody_is_told_and_the_list_stays(desk: Desk, ines: Student) -> None:
    """A failure with a sentence, and nobody else's sheet under it."""
    desk.open(ines.id)
    with pytest.raises(RecordUnknown):
        desk.open("f" * 32)
    assert desk.page.notes_subject() is None
    assert not desk.page.sheet.isVisibleTo(desk.page)


def test_personal_notes_are_counted_and_not_shown(desk: Desk, ines: Student) -> None:
    """Their number, never a word of them."""
    desk.workspace.personal.save(subject_id=ines.id, student_id=ines.id, text="violetword")
    desk.open(ines.id)
    words = desk.words()
    assert "Personal notes (1)" in words
    assert "violetword" not in words


def test_tab_walks_through_the_whole_page(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """From the field over list, buttons, people and case to the chronology, without the mouse."""
    page = desk.open(ines.id)
    page.activateWindow()
    page.list.field.setFocus()
    seen: list[QWidget] = []
    here: QWidget = page.list.field
    while here not in seen:
        seen.append(here)
        here = _next(here, page)
    order = [page.list.field, page.list.rows, page.sheet.head.begin]
    guardian = notebook_guardian(desk, ines)
    order += [guardian, page.findChild(QWidget, f"case:{_case(desk, ines)}")]
    assert page.sheet.chronology is not None
    order.append(page.sheet.chronology.timeline)
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)


def notebook_guardian(desk: Desk, student: Student) -> QWidget:
    """The line of the only guardian."""
    guardian = desk.workspace.notebook.guardians.of_student(student.id)[0]
    found = desk.page.findChild(QWidget, f"guardian:{guardian.id}")
    assert isinstance(found, QWidget)
    return found


def _case(desk: Desk, student: Student) -> str:
    return desk.workspace.notebook.cases.of_student([student.id])[0].id


def _next(here: QWidget, page: QWidget) -> QWidget:
    """What the Tab key stops at next."""
    after = here.nextInFocusChain()
    while after is not here:
        stops = bool(after.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if stops and after.isVisibleTo(page) and after.isEnabled() and page.isAncestorOf(after):
            return after
        after = after.nextInFocusChain()
    return here


def test_warnings_stand_in_a_banner_nobody_can_close(desk: Desk, ines: Student) -> None:
    """What protects somebody has no cross."""
    page = desk.open(ines.id)
    banner = page.sheet.findChildren(Banner)[0]
    assert banner.findChildren(Button) == []
    assert "Do not leave a message" in banner.accessibleName()
