"""The students: the list, and the sheet of whoever is chosen in it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.actions.bin_record import bin_record
from app.actions.join_students import join_students
from app.actions.open_case import open_case
from app.actions.save_guardian import save_guardian
from app.errors import RecordUnknown
from app.frameworks.library import Library
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.students import StudentsPage
from app.ui.student_list import ALL, FOLLOWED
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.painted_button import PaintedButton
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


class Desk:
    """A page on a screen, following its own wishes the way the window does, and remembering the others."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.page = StudentsPage(workspace)
        self.page.resize(1182, 768)
        self.gone: list[Destination] = []
        self.undo: list[tuple[str, Any]] = []
        workspace.wanted.connect(self._go)
        workspace.changed.connect(self.page.show_changes)
        workspace.undo_offered.connect(lambda done, undo: self.undo.append((done, undo)))
        self.page.show()

    def open(self, student_id: str = "") -> StudentsPage:
        """Come to the page."""
        self.page.open(Destination("students", record_id=student_id))
        QApplication.processEvents()
        return self.page

    def words(self) -> str:
        """Everything written on the sheet."""
        shown = [
            label.text() for label in self.page.sheet.findChildren(QLabel) if label.isVisibleTo(self.page)
        ]
        shown += [
            f"{button.accessibleName()} {button.accessibleDescription()}"
            for button in self.page.sheet.findChildren(PaintedButton)
            if button.isVisibleTo(self.page)
        ]
        return "\n".join(shown)

    def button(self, words: str) -> PaintedButton:
        """The visible button with these words."""
        found = [
            one
            for one in self.page.findChildren(PaintedButton)
            if one.words() == words and one.isVisibleTo(self.page)
        ]
        assert found, words
        return found[0]

    def names(self) -> list[str]:
        """Who stands in the list."""
        return [row.title for row in self.page.list.model.rows()]

    def _go(self, destination: Destination) -> None:
        if destination.screen == "students":
            self.open(destination.record_id)
        else:
            self.gone.append(destination)


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace) -> Iterator[Desk]:
    """The students' page of the test's own notebook."""
    made = Desk(workspace)
    qtbot.addWidget(made.page)
    yield made
    workspace.wanted.disconnect()
    workspace.changed.disconnect()


def _today_at(hour: int) -> datetime:
    return datetime.combine(date.today(), datetime.min.time()).replace(hour=hour)


@pytest.fixture
def ines(notebook: Notebook, library: Library) -> Student:
    """Inês, followed, with a mother, an interview of today, a task and a referral."""
    one = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(one.id))
    open_case(notebook, student_id=one.id, today=date.today())
    builders.finished(
        notebook, library, student_id=one.id, moment=_today_at(10),
        values={"steps": [{"text": "Ring the school doctor"}]},
    )  # fmt: skip
    with notebook.change():
        partner = notebook.partners.save(builders.partner())
        sent = date.today() - timedelta(days=20)
        notebook.referrals.save(
            builders.referral(one.id, partner_id=partner.id, status="sent", date=sent, sent_date=sent)
        )
    return one


# The list


def test_an_empty_notebook_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    """Import, add, or begin without a list: three ways, and the first has the keyboard."""
    page = desk.open()
    page.focus_first()
    assert "No student for now" in "\n".join(label.text() for label in page.findChildren(QLabel))
    desk.button("Import a list").click()
    desk.button("Quick contact").click()
    assert [(gone.screen, gone.form) for gone in desk.gone] == [("roster", ""), ("sheet", "f1-interview")]
    assert page.notes_subject() is None


def test_the_first_student_can_be_written_without_a_list(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """Add a student, one name, Ctrl+Enter: their sheet lies open."""
    desk.open()

    def answer(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "Weydert")
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_asked(answer)
    desk.button("Add a student").click()
    assert [student.family_name for student in notebook.students.list()] == ["Weydert"]
    assert "Weydert" in desk.words()
    assert desk.names() == ["Weydert"]


def test_followed_students_come_first_and_everybody_is_one_press_away(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """A class list of hundreds does not bury the ones one works with."""
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme")
    page = desk.open()
    assert (page.list.tabs.current(), desk.names()) == (FOLLOWED, ["Da Costa, Inês"])
    page.list.tabs._choose(ALL)
    assert desk.names() == ["Da Costa, Inês", "Hoffmann, Jérôme"]


def test_with_nobody_followed_everybody_is_shown(desk: Desk, notebook: Notebook) -> None:
    """The day after the class list was imported the list is not empty."""
    builders.kept_student(notebook)
    page = desk.open()
    assert (page.list.tabs.current(), desk.names()) == (ALL, ["Da Costa, Inês"])


def test_a_row_says_name_class_and_news(desk: Desk, ines: Student) -> None:
    """One sentence for the eye and for a reader."""
    page = desk.open()
    row = page.list.model.rows()[0]
    assert row.said == "Da Costa, Inês, 5G2, seen today"


def test_typing_finds_by_name_class_and_case_without_accents(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Whoever is typed is found, followed or not, and an empty field brings the list back."""
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme", class_name="2G1")
    page = desk.open()
    reference = notebook.cases.of_student([ines.id])[0].reference
    for typed, found in (
        ("ines", "Da Costa, Inês"),
        (reference, "Da Costa, Inês"),
        ("jero", "Hoffmann, Jérôme"),
    ):
        page.list.field.setText(typed)
        assert desk.names() == [found]
    page.list.field.setText("nobody at all")
    assert desk.names() == []
    page.list.field.clear()
    assert "Da Costa, Inês" in desk.names()


def test_the_keyboard_alone_finds_and_opens(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Letters on the list go into the field, Down goes to the rows, resting on one opens it."""
    builders.kept_student(notebook, family_name="Dahm", given_name="Noé")
    page = desk.open()
    page.list.tabs._choose(ALL)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_D)
    assert page.list.field.text() == "d"
    qtbot.keyClicks(page.list.field, "a")
    qtbot.keyClick(page.list.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.notes_subject() == (ines.id, ines.id))
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Noé Dahm" in desk.words())


def test_enter_in_the_field_opens_the_first(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """Two letters and Enter."""
    page = desk.open()
    qtbot.keyClicks(page.list.field, "in")
    qtbot.keyClick(page.list.field, Qt.Key.Key_Return)
    assert page.notes_subject() == (ines.id, ines.id)


def test_five_thousand_students_are_read_page_by_page(desk: Desk, notebook: Notebook, qtbot: QtBot) -> None:
    """Opening reads one page; somebody far down is read up to, and shown as chosen."""
    many = [
        Student(family_name=f"Nom{n:04d}", given_name="Ada", class_name=f"{n % 7 + 1}G{n % 4 + 1}")
        for n in range(5000)
    ]
    with notebook.change():
        notebook.students.save_many(many)
    page = desk.open()
    assert len(desk.names()) == 100
    page.list.rows.scrollToBottom()
    qtbot.waitUntil(lambda: len(desk.names()) > 100)
    desk.open(many[3210].id)
    assert page.list.rows.currentIndex().row() == 3210
    assert desk.names()[3210] == "Nom3210, Ada"


def test_a_change_keeps_the_place_in_the_list(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Correcting somebody does not throw the list back to its beginning."""
    with notebook.change():
        notebook.students.save_many(
            [Student(family_name=f"Nom{n:03d}", given_name="Ada") for n in range(400)]
        )
    page = desk.open()
    page.list.tabs._choose(ALL)
    page.list.rows.scrollToBottom()
    QApplication.processEvents()
    before = (len(desk.names()), page.list.rows.verticalScrollBar().value())
    desk.workspace.act(save_guardian, guardian=builders.guardian(ines.id, given_name="Rui"))
    assert (len(desk.names()), page.list.rows.verticalScrollBar().value()) == before


# The sheet


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


def test_joined_sheets_say_so_and_can_be_separated(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """The joined sheet leads to the one that goes on, and one press separates them."""
    other = builders.kept_student(notebook, family_name="Da Costa-Reis")
    join_students(notebook, kept_id=ines.id, other_id=other.id)
    page = desk.open(other.id)
    assert page.notes_subject() == (ines.id, ines.id)
    assert "Joined with the sheet of Inês Da Costa-Reis." in desk.words()
    desk.button("Separate").click()
    assert notebook.students.get(other.id).joined_into is None
    assert "Joined with the sheet" not in desk.words()


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


# What one does there


def test_binning_asks_and_can_be_undone(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Into the bin after one question, and back with one press."""
    page = desk.open(ines.id)
    when_asked(press("bin"))
    page.sheet.head.bin_wanted.emit()
    assert notebook.students.get(ines.id).removed_at is not None
    assert desk.names() == []
    done, undo = desk.undo[-1]
    assert done == "Put in the bin: Inês Da Costa"
    undo()
    assert notebook.students.get(ines.id).removed_at is None
    assert desk.names() == ["Da Costa, Inês"]


def test_the_safe_answer_keeps(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Escape puts nobody in the bin."""
    page = desk.open(ines.id)
    when_asked(lambda dialog: dialog.reject())
    page.sheet.head.bin_wanted.emit()
    assert notebook.students.get(ines.id).removed_at is None


def test_a_sheet_is_filed_to_somebody_else_and_back(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Sheet, tasks and the personal note beside it go along; undoing brings all back."""
    jerome = builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme")
    page = desk.open(ines.id)
    interview = notebook.interviews.of_student([ines.id])[0]
    desk.workspace.personal.save(subject_id=interview.id, student_id=ines.id, text="aside")

    def answer(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "jero")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(answer)
    assert page.sheet.chronology is not None
    page.sheet.chronology.refile_wanted.emit("interview", interview.id)
    assert notebook.interviews.get(interview.id).student_id == jerome.id
    assert [task.student_id for task in notebook.tasks.of_source(interview.id)] == [jerome.id]
    assert len(desk.workspace.personal.of_student([jerome.id])) == 1
    desk.undo[-1][1]()
    assert notebook.interviews.get(interview.id).student_id == ines.id
    assert desk.workspace.personal.of_student([jerome.id]) == []


def test_the_menu_of_an_entry_opens_with_the_keyboard_too(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """Open, file elsewhere, bin; a case has no sheet to file."""
    page = desk.open(ines.id)
    assert page.sheet.chronology is not None
    timeline = page.sheet.chronology.timeline
    for row in range(timeline.model().rowCount()):
        timeline.setCurrentIndex(timeline.model().index(row, 0))
        kind = timeline.model()._rows[row].key.split(":")[0]  # type: ignore[attr-defined]
        timeline.customContextMenuRequested.emit(QPoint(-5, -5))
        menu = timeline.findChildren(QMenu)[-1]
        words = [action.text() for action in menu.actions() if action.text()]
        assert words == (
            ["Open"] if kind == "case" else ["Open", "File to another student…", "Put in the bin"]
        )
        menu.close()


def test_a_binned_sheet_leaves_the_chronology_and_comes_back(
    desk: Desk, notebook: Notebook, ines: Student
) -> None:
    """The entry goes at once; undoing brings it back to its place."""
    page = desk.open(ines.id)
    interview = notebook.interviews.of_student([ines.id])[0]
    assert page.sheet.chronology is not None
    page.sheet.chronology.bin_wanted.emit("interview", interview.id)
    assert notebook.interviews.of_student([ines.id]) == []
    assert page.sheet.chronology.timeline.model().rowCount() == 2
    desk.undo[-1][1]()
    assert page.sheet.chronology.timeline.model().rowCount() == 3


def test_joining_shows_both_sides_and_can_be_undone(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Choose the other sheet by typing, see both, join; undoing separates."""
    other = builders.kept_student(notebook, family_name="Da Costa-Reis", phone="")
    page = desk.open(ines.id)

    def join(dialog: Any) -> None:
        shown = "\n".join(label.text() for label in dialog.findChildren(QLabel))
        assert "Da Costa, Inês" in shown
        assert "Da Costa-Reis, Inês" in shown
        dialog.buttons["join"].click()

    def choose(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "Reis")
        when_asked(join)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(choose)
    page.sheet.head.join_wanted.emit()
    assert notebook.students.get(other.id).joined_into == ines.id
    desk.undo[-1][1]()
    assert notebook.students.get(other.id).joined_into is None


def test_cases_follow_each_other(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Close with an outcome, open a new one; both stand there, the open one first."""
    desk.open(ines.id)

    def close(dialog: Any) -> None:
        dialog._outcome.choose("OUT-APAIS")
        dialog.buttons["save"].click()

    when_asked(close)
    desk.button("Close the case").click()
    first = notebook.cases.of_student([ines.id])[0]
    assert (first.state, first.outcome, first.closed) == ("closed", "OUT-APAIS", date.today())
    desk.button("Open a case").click()
    assert sorted(case.state for case in notebook.cases.of_student([ines.id])) == ["closed", "open"]
    assert not _has_visible(desk, "Open again")


def test_a_closed_case_can_be_opened_again(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """And closed as it was, by undoing."""
    desk.open(ines.id)
    when_asked(press("save"))
    desk.button("Close the case").click()
    desk.button("Open again").click()
    assert notebook.cases.of_student([ines.id])[0].state == "open"
    desk.undo[-1][1]()
    assert notebook.cases.of_student([ines.id])[0].state == "closed"


def _has_visible(desk: Desk, words: str) -> bool:
    return any(
        one.words() == words and one.isVisibleTo(desk.page) for one in desk.page.findChildren(PaintedButton)
    )


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


def test_a_narrow_window_shows_one_thing_at_a_time(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """List, then sheet with a way back, never both squeezed together."""
    desk.page.resize(900, 700)
    page = desk.open()
    assert page.list.isVisibleTo(page)
    assert not page.sheet.isVisibleTo(page)
    desk.open(ines.id)
    assert page.sheet.isVisibleTo(page)
    assert not page.list.isVisibleTo(page)
    desk.button("Students").click()
    assert page.list.isVisibleTo(page)
    assert page.notes_subject() is None


def test_warnings_stand_in_a_banner_nobody_can_close(desk: Desk, ines: Student) -> None:
    """What protects somebody has no cross."""
    page = desk.open(ines.id)
    banner = page.sheet.findChildren(Banner)[0]
    assert banner.findChildren(Button) == []
    assert "Do not leave a message" in banner.accessibleName()
