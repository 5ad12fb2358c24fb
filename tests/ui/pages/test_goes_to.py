"""To whom a paper goes where its form knows, and on what ground: proposed, and still anybody’s to change."""

import pytest
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.paper import PaperPage
from app.ui.pages.paper_choices import GROUNDS
from app.ui.workspace import Workspace
from tests import builders


def paper_of(qtbot: QtBot, window: MainWindow, workspace: Workspace, form: str) -> PaperPage:
    """The paper of a new sheet of Inês on that form."""
    student = builders.kept_student(workspace.notebook)
    sheet = builders.finished(workspace.notebook, workspace.library, form_key=form, student_id=student.id)
    window.go(Destination("paper", kind=sheet.kind, record_id=sheet.record.id))
    page = window.page()
    assert isinstance(page, PaperPage)
    qtbot.waitUntil(lambda: bool(page._pdf))
    return page


@pytest.mark.parametrize(
    ("form", "receiver", "ground", "circle"),
    [
        ("f9-stay-in-school", "CePAS", "AGREEMENT", "partner"),
        ("f15-notice", "Inês Da Costa", "OWN_DATA", "student"),
        ("f10-council", "", "AGREEMENT", ""),
    ],
)
def test_what_the_form_knows_is_proposed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, form: str, receiver: str, ground: str, circle: str
) -> None:
    """And is no stranger to be looked at twice; another one is."""
    page = paper_of(qtbot, window, workspace, form)
    choices, guard = page._choices, page._guard
    assert choices is not None
    assert guard is not None
    assert (choices.receiver, choices.ground, choices.circle) == (receiver, ground, circle)
    assert guard.cleared
    choices._receiver.setText("Cabinet Inconnu")
    assert not guard.cleared


def test_the_own_file_needs_no_other_receiver(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    """The ground says it; what somebody wrote stays."""
    page = paper_of(qtbot, window, workspace, "f1-interview")
    choices, guard = page._choices, page._guard
    assert choices is not None
    assert guard is not None
    choices._ground.choose("OWN_FILE")
    assert choices.receiver == "paper file of the service"
    assert choices.circle == "service"
    assert guard.cleared
    choices._receiver.setText("Marta Da Costa")
    choices._ground.choose("AGREEMENT")
    choices._ground.choose("OWN_FILE")
    assert choices.receiver == "Marta Da Costa"


def test_forms_name_grounds_there_are(library: Library) -> None:
    """A ground is a code of the list, and who it goes to is said in every language of windows."""
    known = {item.code for item in library.lists[GROUNDS].items}
    for form in library.forms.values():
        assert form.ground in {"", *known}, form.key
        assert not form.goes_to or {"fr", "de", "en"} <= set(form.goes_to), form.key
