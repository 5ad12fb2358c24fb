"""Every letter from the student to the printed page by keyboard, beside a word processor's template."""

from collections.abc import Iterator
from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.pages.letter import LetterPage
from app.ui.pages.students import StudentsPage
from app.ui.theme.theme import Theme
from tests import builders
from tests.bench.fingers import Fingers
from tests.bench.letter_cases import LETTERS
from tests.bench.pressed import Timed, one_student, put_away, tell
from tests.bench.template_keys import Keys, template_letter_keys
from tests.frameworks.resources import shipped
from tests.stories.desk import Desk

_FOUND: dict[str, Timed] = {}


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    """Under everything else."""
    yield
    tell(_FOUND.values())


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Notebook]:
    """A student who was seen this morning."""
    made = one_student(tmp_path_factory.mktemp("letters") / "carnet", "lu-sepas")
    student = made.students.list()[0]
    morning = datetime.combine(datetime.now().date(), time(8, 10))
    builders.finished(made, library, student_id=student.id, values={"duration": 45}, moment=morning)
    yield made
    made.close()


def test_every_letter_has_its_case() -> None:
    """A letter that ships is timed."""
    assert set(LETTERS) == set(shipped().letters)


@pytest.mark.parametrize("key", LETTERS)
def test_from_the_student_to_the_printed_letter(
    key: str, notebook: Notebook, library: Library, theme: Theme, qtbot: QtBot
) -> None:
    """By keys alone: the letter chosen, what it asks answered, ready for the printer with nothing missing."""
    desk = Desk(qtbot, notebook, library=library, locale=Locale("fr"), theme=theme)
    try:
        _FOUND[key] = _time(desk, key)
    finally:
        put_away(desk)


def _time(desk: Desk, key: str) -> Timed:
    student, case = desk.notebook.students.list()[0], LETTERS[key]
    page = desk.go("students", record_id=student.id)
    assert isinstance(page, StudentsPage)
    head, fingers = page.sheet.head, Fingers(desk)
    head.begin.setFocus(Qt.FocusReason.OtherFocusReason)
    fingers.begin(head._more, head.menu, desk.workspace.locale.words(shipped().letters[key].title))
    letter = desk.page
    assert isinstance(letter, LetterPage)
    assert letter._choices is not None
    assert letter._choices.letter.key == key
    fingers.wait(lambda: bool(letter._pdf or case.to))  # what can be reached depends on it
    if case.to:
        assert letter._addressees is not None
        assert letter._addressees._partner is not None
        fingers.pick(letter._addressees._partner, case.to)
    asked = letter._choices._asked
    assert asked is not None
    for name, words in case.said.items():
        fingers.wait(lambda: bool(letter._pdf))
        fingers.tab_to(asked._widgets[name].tab_stops()[0])
        fingers.write(words)
    if case.ground:
        fingers.pick(letter._ground._field, case.ground)
    fingers.wait(lambda: asked.answers().keys() >= case.said.keys())
    fingers.wait(lambda: not asked._soon.isActive() and letter.print.isEnabled())
    assert letter._missing.isHidden(), "nothing is left to a pen"
    fingers.press("Ctrl+P", 0)
    fingers.moved += 2  # Ctrl+P, and Enter in the printer's own question, which is the system's
    subjects = [letter._subject(one, Locale("fr")) for one in letter._addressees.chosen()]  # type: ignore[union-attr]
    return Timed(key, Keys(fingers.moved, fingers.written), template_letter_keys(subjects), fingers.seconds)
