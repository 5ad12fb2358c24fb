"""The page of the day: what it says at its top, and how it ends."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.models.task import Task
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.today import TodayPage
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


def opened(workspace: Workspace, bot: QtBot) -> TodayPage:
    """The page on a screen."""
    page = TodayPage(workspace)
    bot.addWidget(page)
    page.resize(1182, 768)
    page.open(Destination("today"))
    page.show()
    return page


def test_a_silent_referral_is_something_that_waits(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """The line under the date never says that nothing waits above a section of what does."""
    student, sent = builders.kept_student(notebook), workspace.today - timedelta(days=40)
    with notebook.change():
        notebook.referrals.save(builders.referral(student.id, date=sent, status="sent", sent_date=sent))
    said = [label.text() for label in opened(workspace, qtbot).findChildren(Label)]
    assert "1 referral without answer" in said
    assert "Nothing waits for you." not in said


def test_very_many_things_to_do_are_all_reached(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """The first sixty at once, the rest at a press, none left out."""
    with notebook.change():
        notebook.tasks.save_many([Task(text=f"Chose {n}") for n in range(75)])
    page = opened(workspace, qtbot)

    def rows() -> int:
        return len([row for row in page.findChildren(CheckRow) if row.isVisibleTo(page)])

    qtbot.waitUntil(lambda: rows() == 60)
    next(one for one in page.findChildren(Button) if one.words() == "and 15 more").click()
    qtbot.waitUntil(lambda: rows() == 75)
