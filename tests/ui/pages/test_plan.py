"""A plan in the window: written, gone on from, compared, read as history."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.students.save_guardian import save_guardian
from app.errors import CarnetError
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.plan import Plan
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.form_view.form_view import FormView
from app.ui.form_view.kinds.ranked import Ranked
from app.ui.pages.differences import DifferencesPage
from app.ui.pages.page import Page
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.pages.today import TodayPage
from app.ui.sheet.replaced_sheet import ReplacedSheet
from app.ui.sheet.version_row import VersionRow
from app.ui.student_sheet.plans import PlansBlock
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.painted_button import PaintedButton
from app.ui.workspace import Workspace
from tests import builders
from tests.plans import CARPENTER, STAY, VALUES, kept_plan
from tests.ui.form_view.sheet import question

PAGES: dict[str, type[Page]] = {
    "sheet": SheetPage, "differences": DifferencesPage, "paper": PaperPage, "today": TodayPage,
}  # fmt: skip


class Window(QObject):
    """Shows a page, and the next one where a page wants to go, the way the window does."""

    def __init__(self, workspace: Workspace, bot: QtBot) -> None:
        super().__init__()
        self.workspace, self.bot = workspace, bot
        self.page: Page | None = None
        self.pages: list[Page] = []  # the window keeps them too
        self.failures: list[CarnetError] = []
        self.news: list[Changes] = []
        workspace.wanted.connect(self.go)
        workspace.failed.connect(self.failures.append)
        workspace.changed.connect(self.news.append)

    def go(self, destination: Destination) -> Page:
        """Leave one page and show another."""
        if self.page is not None:
            assert self.page.leave()
            self.page.hide()
        page = PAGES[destination.screen](self.workspace)
        self.bot.addWidget(page)
        page.resize(1182, 768)
        page.open(destination)
        page.show()
        page.focus_first()
        self.page = page
        self.pages.append(page)
        self.settle()
        return page

    def settle(self) -> None:
        """Let everything find its place."""
        self.bot.wait(50)

    def plan(self, record_id: str) -> Page:
        """The sheet of a plan."""
        return self.go(Destination("sheet", kind="plan", record_id=record_id))

    def find(self, kind: type[QWidget]) -> list[QWidget]:
        """What of a kind is seen."""
        assert self.page is not None
        return [one for one in self.page.findChildren(kind) if one.isVisibleTo(self.page)]

    def press(self, words: str) -> None:
        """Press the button that says so."""
        found = [one for one in self.find(Button) if isinstance(one, Button) and one.words() == words]
        assert len(found) == 1, (words, [one.words() for one in self.find(Button) if isinstance(one, Button)])
        found[0].click()
        self.settle()

    def words(self) -> str:
        """Everything that can be read."""
        said = [label.text() for label in self.find(QLabel) if isinstance(label, QLabel)]
        said += [one.accessibleName() for one in self.find(PaintedButton)]
        return "\n".join(said)


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[Window]:
    """Without a page yet; nothing may fail that is not asked for."""
    opened = Window(workspace, qtbot)
    yield opened
    assert opened.failures == []


def view_of(page: Page | None) -> FormView:
    """The form on a sheet."""
    assert page is not None
    (view,) = page.findChildren(FormView)
    return view


def write(page: Page | None, key: str, text: str) -> None:
    """Type into a long text."""
    area = question(view_of(page), key).fields()[0]
    assert isinstance(area, QPlainTextEdit)
    area.setPlainText(text)


def present(notebook: Notebook, student_id: str) -> Plan:
    """The one plan a student has now."""
    (plan,) = notebook.plans.present([student_id])
    return plan


def test_a_plan_is_written_and_kept(window: Window, notebook: Notebook, library: Library) -> None:
    """A new plan is of today, version 1, and what is typed on it is one revision when one leaves."""
    student = builders.kept_student(notebook)
    page = window.go(Destination("sheet", form="f3-plan", student_id=student.id))
    assert "version 1 of" in window.words()
    assert not any(one.words() == "New version" for one in window.find(Button) if isinstance(one, Button))
    ranked = question(view_of(page), "alternatives")
    assert isinstance(ranked, Ranked)
    ranked.set_value([STAY, CARPENTER])
    ranked.stack.move_row(ranked.stack.rows[1], -1)  # type: ignore[attr-defined]
    write(page, "strengths", "Habile")
    assert page.leave()
    kept = present(notebook, student.id)
    assert (kept.version, kept.replaces_id, kept.date) == (1, None, date.today())
    answers = [
        one.value["training"] for one in notebook.plans.answers(kept.id) if one.question == "alternatives"
    ]
    assert answers == [CARPENTER["training"], STAY["training"]]
    assert len(notebook.history.of(kept.id)) == 1


def test_one_goes_on_in_a_new_version(window: Window, notebook: Notebook, library: Library) -> None:
    """What was just typed belongs to the old version, the copy opens, and typing goes on there alone."""
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    page = window.plan(first.record.id)
    write(page, "needs", "Du temps")
    window.press("New version")
    second = present(notebook, student.id)
    assert (second.version, second.replaces_id) == (2, first.record.id)
    assert f"replaces version 1 of {window.workspace.locale.date(first.record.date)}" in window.words()
    assert view_of(window.page).values()["needs"] == "Du temps"
    write(window.page, "needs", "Un essai")
    assert window.page is not None
    assert window.page.leave()
    said = {one.id: [a.value for a in notebook.plans.answers(one.id) if a.question == "needs"]
            for one in notebook.plans.of_student([student.id])}  # fmt: skip
    assert said == {first.record.id: ["Du temps"], second.id: ["Un essai"]}


def test_an_unfinished_word_keeps_one_on_the_sheet(
    workspace: Workspace, qtbot: QtBot, notebook: Notebook, library: Library
) -> None:
    """Where something cannot be understood no version is made, and nothing typed is lost."""
    window = Window(workspace, qtbot)
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    page = window.plan(first.record.id)
    question(view_of(page), "review_date").set_raw("32/13")
    write(page, "needs", "Du temps")
    window.press("New version")
    assert notebook.plans.count() == 1
    assert [type(failure).__name__ for failure in window.failures] == ["SheetIncomplete"]
    draft = notebook.drafts.get(first.record.id)
    assert draft is not None
    assert draft.content["form"]["review_date"] == "32/13"


def test_history_is_read_and_not_written(window: Window, notebook: Notebook, library: Library) -> None:
    """A replaced version shows everything it said, takes no word, and leads to the present one."""
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    window.plan(first.record.id)
    window.press("New version")
    page = window.plan(first.record.id)
    assert page.findChildren(FormView) == []
    assert page.findChildren(ReplacedSheet) != []
    said = window.words()
    assert "replaces this one, which stays as it was" in said
    for words in ("Perd pied depuis septembre.", "“Voir le résultat à la fin de la journée.”"):
        assert words in said
    for words in ("A · Apprentissage de menuisier", "Chances: to be built", "S’inscrire à l’ADEM"):
        assert words in said
    assert page.leave()
    assert len(notebook.history.of(first.record.id)) == 1
    window.press("Open version 2")
    assert "replaces version 1" in window.words()
    assert notebook.damage() == []


def test_history_can_still_be_printed(window: Window, notebook: Notebook, library: Library) -> None:
    """The paper of an earlier version is the paper it was."""
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    window.plan(first.record.id)
    window.press("New version")
    window.plan(first.record.id).print_wanted()
    assert isinstance(window.page, PaperPage)
    assert student.name in window.words()


def test_differences_are_told_in_words(window: Window, notebook: Notebook, library: Library) -> None:
    """Added, removed, changed: each is a word, with its row, its column, before and now."""
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    window.plan(first.record.id)
    window.press("New version")
    view = view_of(window.page)
    ranked = question(view, "alternatives")
    ranked.set_value([STAY | {"deadline": "2027-01-15"}, CARPENTER])
    ranked.changed.emit()
    write(window.page, "needs", "Un essai")
    window.press("See the differences")
    assert isinstance(window.page, DifferencesPage)
    said = window.words().split("\n")
    assert {"added", "removed", "changed"} <= set(said)
    for words in (
        "A · Rester en 4G",
        "rank: B → A",
        "Deadline: 15/01/2027",
        "C · Service volontaire",
        "Un essai",
    ):
        assert words in said
    assert window.page.notes_subject() == (present(notebook, student.id).id, student.id)


def test_any_earlier_version_can_be_compared(window: Window, notebook: Notebook, library: Library) -> None:
    """The version to compare with is chosen; between two that say the same nothing differs."""
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id, values=VALUES | {"needs": "Du temps"})
    window.plan(first.record.id)
    window.press("New version")
    write(window.page, "needs", "Un essai")
    window.press("New version")
    window.press("See the differences")
    assert "Nothing differs between these two versions." in window.words()
    (choice,) = [one for one in window.find(ComboField) if isinstance(one, ComboField)]
    assert [choice.itemText(at).split(" of ")[0] for at in range(choice.count())] == [
        "version 2",
        "version 1",
    ]
    choice.choose(first.record.id)
    choice.activated.emit(1)
    window.settle()
    assert "before: Du temps" in window.words()
    assert choice.chosen() == first.record.id


def test_a_first_version_says_there_is_no_other(window: Window, notebook: Notebook, library: Library) -> None:
    """Asked for differences where there are none, the page says so."""
    first = kept_plan(notebook, library, student_id=builders.kept_student(notebook).id)
    window.go(Destination("differences", kind="plan", record_id=first.record.id))
    assert "No earlier version is in this notebook." in window.words()


def test_a_sheet_without_versions_offers_none(window: Window, notebook: Notebook, library: Library) -> None:
    """Interviews and referrals go on as they did."""
    student = builders.kept_student(notebook)
    interview = builders.finished(notebook, library, student_id=student.id)
    window.go(Destination("sheet", kind="interview", record_id=interview.record.id))
    assert window.find(VersionRow) == []


def test_the_parents_of_an_adult_are_not_asked(window: Window, notebook: Notebook, library: Library) -> None:
    """On the sheet of somebody of age no card asks whether the parents agree."""
    adult = builders.kept_student(notebook, birth_date=date(2000, 1, 1))
    save_guardian(notebook, guardian=builders.guardian(adult.id))
    plan = kept_plan(notebook, library, student_id=adult.id)
    page = window.plan(plan.record.id)
    assert "Parents agree" not in window.words()
    assert "Student agrees" in window.words()
    assert page.leave()
    kept = [a.value for a in notebook.plans.answers(plan.record.id) if a.question == "alternatives"]
    assert kept[0]["parents_agree"] == "yes"


def test_today_asks_for_the_review(window: Window, notebook: Notebook, library: Library) -> None:
    """The plan to review stands on the day, says whose, how late, and opens."""
    student = builders.kept_student(notebook)
    late = date.today() - timedelta(days=2)
    plan = kept_plan(
        notebook, library, student_id=student.id, values={"review_date": late.isoformat()}, day=late
    )
    window.go(Destination("today"))
    assert "1 plan to review" in window.words()
    (line,) = [
        one
        for one in window.find(DayLine)
        if one.accessibleName().startswith(f"Review the plan of {student.name}")
    ]
    assert "2 days late" in line.accessibleName()
    assert isinstance(line, DayLine)
    line.click()
    window.settle()
    assert isinstance(window.page, SheetPage)
    assert window.page.notes_subject() == (plan.record.id, student.id)


def test_the_students_sheet_tells_what_is_late(
    workspace: Workspace, qtbot: QtBot, notebook: Notebook, library: Library
) -> None:
    """The present plan with its version, its review and the steps that wait; a press opens it."""
    student = builders.kept_student(notebook)
    day = date.today()
    steps = [
        {"what": "Étape tardive", "due": (day - timedelta(days=3)).isoformat()},
        {"what": "Étape à venir", "due": (day + timedelta(days=3)).isoformat()},
        {"what": "Étape finie", "due": (day - timedelta(days=3)).isoformat(), "status": "done"},
    ]
    plan = kept_plan(
        notebook, library, student_id=student.id,
        values={"steps": steps, "review_date": day.isoformat()}, day=day - timedelta(days=9),
    )  # fmt: skip
    sheet = StudentSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.resize(900, 900)
    sheet.show()
    sheet.show_student(student.id)
    (block,) = sheet.findChildren(PlansBlock)
    (line,) = block.findChildren(PaintedButton)
    said = line.accessibleName()
    for words in ("Plan", "version 1 of", "review today", "Étape tardive", "3 days late", "Étape à venir"):
        assert words in said
    assert "Étape finie" not in said
    gone: list[Destination] = []
    workspace.wanted.connect(gone.append)
    line.click()
    assert gone == [Destination("sheet", kind="plan", record_id=plan.record.id)]


def test_many_late_steps_are_counted(
    workspace: Workspace, qtbot: QtBot, notebook: Notebook, library: Library
) -> None:
    """A long list of what is late does not push everything else away."""
    student = builders.kept_student(notebook)
    steps = [{"what": f"Étape {number}", "due": "2026-01-01"} for number in range(8)]
    kept_plan(notebook, library, student_id=student.id, values={"steps": steps})
    sheet = StudentSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.show_student(student.id)
    (line,) = sheet.findChildren(PlansBlock)[0].findChildren(PaintedButton)
    assert line.accessibleName().count("Étape") == 5
    assert "and 3 more steps" in line.accessibleName()


def test_initials_are_chosen_before_printing(window: Window, notebook: Notebook, library: Library) -> None:
    """On the paper of a plan the name may be left at its initials; other papers keep the name."""
    student = builders.kept_student(notebook)
    plan = kept_plan(notebook, library, student_id=student.id)
    page = window.go(Destination("paper", kind="plan", record_id=plan.record.id))
    assert isinstance(page, PaperPage)
    (tick,) = [
        one
        for one in window.find(CheckRow)
        if one.accessibleName().startswith("Initials instead of the name")
    ]
    assert isinstance(tick, CheckRow)
    assert page._subject(window.workspace.locale).facts["student.name"] == student.name
    tick.setChecked(True)
    assert page._subject(window.workspace.locale).facts["student.name"] == "I. D. C."
    interview = builders.finished(notebook, library, student_id=student.id)
    window.go(Destination("paper", kind="interview", record_id=interview.record.id))
    assert "Initials instead of the name" not in window.words()
    window.bot.wait(200)


def test_a_version_in_the_bin_opens_the_former_to_the_pen(
    window: Window, notebook: Notebook, library: Library
) -> None:
    """Undoing a version gives the one before back as it was, to go on with."""
    student = builders.kept_student(notebook)
    first = kept_plan(notebook, library, student_id=student.id)
    window.plan(first.record.id)
    window.press("New version")
    window.press("Bin")
    page = window.plan(first.record.id)
    assert view_of(page).values()["wishes"] == VALUES["wishes"]
    assert present(notebook, student.id).id == first.record.id
    assert msgspec.structs.asdict(first.record)["version"] == 1
