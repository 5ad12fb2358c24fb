"""The page of requests and advice."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.actions.demand.save_advice import save_advice
from app.actions.demand.save_request import save_request
from app.models.school_year import school_year
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.requests import RequestsPage
from app.ui.rail_counts import rail_counts
from app.ui.search.found import found_rows
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import when_asked


@pytest.fixture
def page(workspace: Workspace, notebook: Notebook, qtbot: QtBot) -> RequestsPage:
    """With a request of three weeks ago, one of the year before, one refused, and a piece of advice."""
    today = workspace.today
    for request in (
        builders.request(received=today - timedelta(days=21), reason="LU-02"),
        builders.request(received=today - timedelta(days=400), for_whom="Tiago"),
        builders.request(received=today, outcome="refused", for_whom="", text=""),
    ):
        save_request(notebook, request=request)
    save_advice(notebook, advice=builders.advice(given_on=today))
    made = RequestsPage(workspace)
    qtbot.addWidget(made)
    made.open(Destination("requests"))
    return made


def lines(page: RequestsPage) -> list[str]:
    """What the lines say, as readers hear it."""
    return [line.accessibleName() for line in page.sheet.rows.findChildren(DayLine) if not line.isHidden()]


def test_whoever_waits_stands_first_and_from_years_before_too(page: RequestsPage) -> None:
    """Newest first; what could hurt is not said over a shoulder."""
    first, before, ended = lines(page)
    assert first == "Inês, 5G2, teacher, class tutor, for 21 days"
    assert before.startswith("Tiago, ")
    assert before.endswith("for 400 days")
    assert ended.startswith("Nobody named yet, teacher, class tutor, mobbing · refused by the young person")
    assert ended.endswith("closed after 0 days")
    assert rail_counts(page.workspace)["requests"] == 2


def test_another_year_shows_its_own(page: RequestsPage) -> None:
    """The year before, as it was received then."""
    page.year.choose(school_year(page.workspace.today - timedelta(days=400)))
    assert [line.split(",")[0] for line in lines(page)] == ["Tiago"]


def test_advice_has_its_lines(page: RequestsPage) -> None:
    """Topic, who asked, how, how long."""
    page.tabs._choose("advice")
    assert lines(page) == [
        "not attending school, primary head, phone · Qui écrire en premier aux parents., 15\u202fmin"
    ]


def test_the_figures_are_saved_as_paper(page: RequestsPage, tmp_path: Path) -> None:
    """Tables on the page, the same on paper."""
    page.tabs._choose("figures")
    said = [label.text() for label in page.sheet.rows.findChildren(Label)]
    assert said[said.index("Waited longer than 14 days") + 1] == "1"
    page.figures.save_to(tmp_path / "demand.pdf")
    assert (tmp_path / "demand.pdf").read_bytes().startswith(b"%PDF")


def test_an_empty_page_says_what_it_is_for(workspace: Workspace, qtbot: QtBot) -> None:
    """One sentence a tab."""
    page = RequestsPage(workspace)
    qtbot.addWidget(page)
    for tab, words in (("requests", "Note here whoever asks"), ("advice", "Counsel to a teacher")):
        page.tabs.set_current(tab)
        page.open(Destination("requests"))
        assert any(one.text().startswith(words) for one in page.sheet.rows.findChildren(Label))


def test_what_the_search_finds_is_opened(page: RequestsPage, notebook: Notebook, qtbot: QtBot) -> None:
    """A row leads to the page, which asks about that very record."""
    workspace, seen = page.workspace, []
    (hit,) = notebook.search.writings("écrire")
    (row,) = [one for one in found_rows(workspace, [], [hit], "écrire") if one.title.startswith("Advice")]
    assert row.destination == Destination("requests", kind="advice", record_id=hit.record_id)
    when_asked(lambda editor: seen.append(editor.record.id))
    page.open(row.destination)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [hit.record_id]
    assert page.tabs.current() == "advice"


def test_two_keys_note_one_from_anywhere(workspace: Workspace, qtbot: QtBot) -> None:
    """Ctrl+R and Ctrl+B, on whatever page one is."""
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.go(Destination("students"))
    with qtbot.waitExposed(window):
        window.show()
    asked: list[str] = []
    for key in ("R", "B"):
        window.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        when_asked(lambda editor: asked.append(editor.question))
        _press(key)
        qtbot.waitUntil(lambda key=key: len(asked) == "RB".index(key) + 1)
    assert asked == ["request", "advice"]
    window.stop_search()


def _press(key: str) -> None:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)


def test_a_day_long_ago_is_in_its_school_year(page: RequestsPage) -> None:
    """The years offered are those in which something came, and the present one."""
    today = page.workspace.today
    offered = {page.year.itemData(n) for n in range(page.year.count())}
    assert offered == {school_year(today), school_year(today - timedelta(days=400)),
                       school_year(today - timedelta(days=21))}  # fmt: skip
