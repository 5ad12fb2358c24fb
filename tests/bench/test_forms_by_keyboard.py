"""Every form from the student's page to the printed page by keyboard, beside a word processor's template."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.pages.students import StudentsPage
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from tests.bench.fingers import Fingers
from tests.bench.form_cases import CASES, service_for
from tests.bench.pressed import Timed, one_student, put_away, tell
from tests.bench.template_keys import Keys, template_keys
from tests.frameworks.resources import shipped
from tests.stories.desk import Desk

_FOUND: dict[str, Timed] = {}


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    """Under everything else."""
    yield
    tell(_FOUND.values())


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Notebook]]:
    """One notebook a service, opened when it is first wanted, with a student, her mother and a partner."""
    made: dict[str, Notebook] = {}

    class Made(dict[str, Notebook]):
        def __missing__(self, key: str) -> Notebook:
            notebook = made[key] = self[key] = one_student(tmp_path_factory.mktemp(key) / "carnet", key)
            return notebook

    yield Made()
    for notebook in made.values():
        notebook.close()


def test_every_form_has_its_case() -> None:
    """A form that ships is timed."""
    assert set(CASES) == set(shipped().forms)


@pytest.mark.parametrize("key", CASES)
def test_from_the_student_to_the_printed_page(
    key: str, notebooks: dict[str, Notebook], library: Library, theme: Theme, qtbot: QtBot
) -> None:
    """By keys alone: the form begun, filled, shown as paper, and ready for the printer."""
    form, case = library.forms[key], CASES[key]
    notebook = notebooks[service_for(form)]
    desk = Desk(qtbot, notebook, library=library, locale=Locale("fr"), theme=theme)
    try:
        _FOUND[key] = _time(desk, key)
    finally:
        put_away(desk)
    assert case.said


def _time(desk: Desk, key: str) -> Timed:
    student = desk.notebook.students.list()[0]
    form = desk.workspace.library.form_for(key, desk.notebook.framework)
    case, words = CASES[key], desk.workspace.locale.words
    page = desk.go("students", record_id=student.id)
    assert isinstance(page, StudentsPage)
    head, fingers = page.sheet.head, Fingers(desk)
    head.begin.setFocus(Qt.FocusReason.OtherFocusReason)
    if form.key == (head._interview.key if head._interview else ""):
        fingers.press("Ctrl+E")
    elif form.key == (head._referral.key if head._referral else ""):
        title = words(form.short_title) or words(form.title)
        fingers.tab_to(
            next(one for one in head._actions.findChildren(Button) if one.accessibleName() == title)
        )
        fingers.press("Space")
    else:
        fingers.begin(head._more, head.menu, words(form.short_title) or words(form.title))
    sheet = desk.page
    assert isinstance(sheet, SheetPage)
    assert sheet._view is not None
    fingers.fill(sheet._view, case.said)
    fingers.press("Ctrl+P")
    paper = desk.page
    assert isinstance(paper, PaperPage), desk.banners()
    fingers.wait(lambda: bool(paper._pdf))
    _say_to_whom(fingers, paper, key)
    fingers.wait(paper.print.isEnabled)
    fingers.press("Ctrl+P", 0)
    fingers.moved += 2  # Ctrl+P, and Enter in the printer's own question, which is the system's
    template = template_keys(paper._subject(Locale("fr")), case, Locale("fr"))
    return Timed(key, Keys(fingers.moved, fingers.written), template, fingers.seconds)


def _say_to_whom(fingers: Fingers, paper: PaperPage, key: str) -> None:
    case, choices, guard = CASES[key], paper._choices, paper._guard
    assert choices is not None
    assert guard is not None
    if not choices.receiver:
        fingers.tab_to(choices._receiver)
        fingers.write(case.receiver)
    if not choices.ground:
        fingers.pick(choices._ground, case.ground)
    guard.look(choices.receiver, at_once=True)
    QApplication.processEvents()
    if not guard.cleared:
        fingers.tab_to(guard.looked)
        fingers.press("Space")
