"""The first start, by the keyboard alone: from no notebook to an open one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.covers.answers import Answers, SchoolAnswer
from app.ui.covers.demonstration import PHRASE as DEMONSTRATION_PHRASE
from app.ui.covers.first_start import FirstStart
from app.ui.covers.making import make_notebook
from app.ui.opening import Opened
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from tests.builders import PHRASE

ENTER = Qt.Key.Key_Return
WAIT = 20_000  # milliseconds: deriving a key is slow on purpose
Make = Callable[..., FirstStart]


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """A worker of the test's own."""
    tasks = Tasks()
    yield tasks
    tasks.stop()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this computer's data lies during the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, locale_en: Locale, tasks: Tasks, home: Path) -> Make:
    """Shows the first start once its services are read."""

    def shown(*, answers: Answers | None = None, can_leave: bool = False) -> FirstStart:
        page = FirstStart(theme, locale_en, tasks, answers=answers, can_leave=can_leave)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        qtbot.waitUntil(lambda: bool(page.findChildren(QWidget)) and _offers(page, "SePAS (Luxembourg)"))
        return page

    return shown


def test_the_keyboard_alone_makes_a_notebook(qtbot: QtBot, make: Make, home: Path) -> None:
    """Typing, Tab, arrows, Space and Enter are enough; what was said stands in the new notebook."""
    page = make()
    _press(qtbot, page, "SePAS (Luxembourg)")
    _keys(qtbot, ENTER)
    _type("Claire Aubrin")
    _keys(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    _type("20 00 00 12")
    _keys(qtbot, ENTER)
    _type("SePAS du Moulin")
    _keys(qtbot, Qt.Key.Key_Tab)
    _type("Lycée du Moulin")
    _keys(qtbot, Qt.Key.Key_Tab)
    _type("Bonnevoie")
    _keys(qtbot, ENTER)
    _type(PHRASE)
    _keys(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    _type(PHRASE)
    with qtbot.waitSignal(page.made, timeout=WAIT) as made:
        _keys(qtbot, ENTER)
    opened: Opened = made.args[0]
    notebook = opened.notebook
    try:
        assert notebook.folder == home / "carnet" / "notebook"
        assert (notebook.framework, notebook.role) == ("lu-sepas", "practitioner")
        assert not notebook.is_demonstration
        assert (notebook.author.name, notebook.author.phone) == ("Claire Aubrin", "20 00 00 12")
        assert notebook.author.profession
        assert (notebook.units.own().name, notebook.units.own().city) == ("SePAS du Moulin", "Bonnevoie")
        assert [school.name for school in notebook.schools.list()] == ["Lycée du Moulin"]
        assert notebook.students.count() == 0
    finally:
        _close(opened)
    Notebook.open(notebook.folder, passphrase=PHRASE).close()


def test_a_unit_has_a_notebook_too(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    """Whose notebook it is is asked with the service, and remembered when one comes back to the step."""
    page = make()
    _press(qtbot, page, "SePAS (Luxembourg)")
    assert page.answers.role == "practitioner"
    _press(qtbot, page, "The unit")
    page.go_on()
    assert page.answers.role == "unit"
    again = make(answers=page.answers)
    again.go_on()
    assert again.answers.role == "unit"
    answers = Answers(
        framework="lu-sepas", role="unit", name="Marc Feller", unit_name="Unité", folder=tmp_path / "unit"
    )
    opened = make_notebook(answers, PHRASE)
    try:
        assert opened.notebook.role == "unit"
    finally:
        _close(opened)


def test_what_is_missing_is_said_where_it_is_typed(qtbot: QtBot, make: Make) -> None:
    """Enter on an incomplete step stays there, says what is missing and puts the cursor on it."""
    page = make()
    page.go_on()
    assert _says(page, "Choose your service.")
    _press(qtbot, page, "SSFE secondary education (France)")
    _keys(qtbot, ENTER, ENTER)
    assert _says(page, "Your name is missing.")
    assert isinstance(_focused(), QLineEdit)
    _type("A")
    assert not _says(page, "Your name is missing.")
    _keys(qtbot, ENTER)
    assert _says(page, "Your profession is missing.")
    assert isinstance(_focused(), QComboBox)


def test_professions_are_those_of_the_country(qtbot: QtBot, make: Make) -> None:
    """A French social worker is not offered a Luxembourg psychologist's post."""
    page = make()
    _press(qtbot, page, "SSFE secondary education (France)")
    _keys(qtbot, ENTER)
    combo = page.step.findChild(QComboBox)
    offered = [combo.itemText(n) for n in range(combo.count())]
    assert "school social worker" in offered
    assert "referent (guidance) teacher" not in offered


def test_nothing_is_lost_going_back(qtbot: QtBot, make: Make) -> None:
    """Back and forth, and through a change of language, answers stay."""
    answers = Answers(framework="fr-ssfe", name="Claire Aubrin", profession="ASS", unit_name="Service social")
    page = make(answers=answers)
    _keys(qtbot, ENTER, ENTER)
    page.go_back()
    page.go_back()
    with qtbot.waitSignal(page.language_chosen) as chosen:
        _press(qtbot, page, "Français")
    assert chosen.args == ["fr"]
    assert (answers.framework, answers.name, answers.profession) == ("fr-ssfe", "Claire Aubrin", "ASS")
    assert answers.unit_name == "Service social"


def test_several_schools(qtbot: QtBot, make: Make) -> None:
    """Schools are added and taken away again; the first one stays."""
    page = make(answers=_answers())
    _keys(qtbot, ENTER, ENTER)
    _press(qtbot, page, "Add a school")
    _type("Lycée des Tanneurs")
    _press(qtbot, page, "Add a school")
    _press(qtbot, page, "Remove this school")
    page.step.keep()
    assert [school.name for school in page.answers.schools] == ["Lycée du Moulin", "Lycée des Tanneurs"]
    _press(qtbot, page, "Remove this school")
    page.step.keep()
    assert [school.name for school in page.answers.schools] == ["Lycée du Moulin"]
    assert not _visible(page, "Remove this school")


def test_a_weak_phrase_is_refused_with_its_reason(qtbot: QtBot, make: Make, tasks: Tasks) -> None:
    """The school's own name is no phrase; how long it would hold is said while typing."""
    page = _at_the_phrase(qtbot, make())
    _type("Lycée du Moulin")
    qtbot.waitUntil(lambda: _says(page, "within minutes"), timeout=WAIT)
    _keys(qtbot, ENTER)
    assert _says(page, "This phrase is too easy to find.")
    assert _says(page, "Leave out names and words that people around you know.")


def test_two_different_phrases_are_no_phrase(qtbot: QtBot, make: Make) -> None:
    """A slip of the finger locks nobody out."""
    page = _at_the_phrase(qtbot, make())
    _type(PHRASE)
    _keys(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    _type(PHRASE + "s")
    _keys(qtbot, ENTER)
    assert _says(page, "The two phrases are not the same.")


def test_a_folder_that_holds_something_is_left_alone(qtbot: QtBot, make: Make, home: Path) -> None:
    """The new notebook never mixes with other files: another folder is proposed, a filled one refused."""
    taken = home / "carnet" / "notebook"
    taken.mkdir(parents=True)
    (taken / "letter.txt").write_text("mine")
    page = _at_the_phrase(qtbot, make())
    _type_phrases(qtbot)
    assert _says(page, str(home / "carnet" / "notebook-2"))
    (home / "carnet" / "notebook-2").mkdir()
    (home / "carnet" / "notebook-2" / "other.txt").write_text("mine too")
    _keys(qtbot, ENTER)
    assert _says(page, "The new notebook needs an empty folder.")


def test_a_folder_that_refuses_is_told(qtbot: QtBot, make: Make, home: Path) -> None:
    """When the notebook cannot be made its sentence stands on the page, and one may try again."""
    (home).mkdir(parents=True)
    (home / "carnet").write_text("a file where a folder should be")
    page = _at_the_phrase(qtbot, make())
    _type_phrases(qtbot)
    _keys(qtbot, ENTER)
    qtbot.waitUntil(lambda: _banner(page) is not None and page.step.isEnabled(), timeout=WAIT)
    (home / "carnet").unlink()
    with qtbot.waitSignal(page.made, timeout=WAIT) as made:
        _keys(qtbot, ENTER)
    _close(made.args[0])


def test_the_demonstration_is_always_at_hand_and_always_fresh(qtbot: QtBot, make: Make, home: Path) -> None:
    """One button opens invented people, marked as such, each time in a folder of its own."""
    folders = set()
    for _ in range(2):
        page = make()
        with qtbot.waitSignal(page.demonstration_made, timeout=2 * WAIT) as made:
            _press(qtbot, page, "Demonstration notebook")
        opened: Opened = made.args[0]
        assert opened.notebook.is_demonstration
        assert opened.notebook.students.count() > 0
        folders.add(opened.notebook.folder)
        _close(opened)
        Notebook.open(opened.notebook.folder, passphrase=DEMONSTRATION_PHRASE).close()
    assert len(folders) == 2
    assert all(home in folder.parents for folder in folders)


def test_one_may_leave_only_where_one_came_from(qtbot: QtBot, make: Make) -> None:
    """With a notebook behind it the first step goes back to its cover; without one there is no way back."""
    page = make(can_leave=True)
    with qtbot.waitSignal(page.left):
        _press(qtbot, page, "Back")
    assert not _visible(make(), "Back")


def test_every_control_has_a_name(qtbot: QtBot, make: Make) -> None:
    """A reader hears what every field and button of every step is for."""
    page = _at_the_phrase(qtbot, make())
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def _answers() -> Answers:
    return Answers(
        framework="lu-sepas", name="Claire Aubrin", profession="PSY_LU", unit_name="SePAS du Moulin",
        schools=[SchoolAnswer(name="Lycée du Moulin", city="Bonnevoie")],
    )  # fmt: skip


def _at_the_phrase(qtbot: QtBot, page: FirstStart) -> FirstStart:
    for name, value in vars(_answers()).items():
        setattr(page.answers, name, value)
    _press(qtbot, page, "SePAS (Luxembourg)")
    _keys(qtbot, ENTER, ENTER, ENTER)
    return page


def _type_phrases(qtbot: QtBot) -> None:
    _type(PHRASE)
    _keys(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    _type(PHRASE)


def _type(text: str) -> None:
    """Sign by sign, accents too, which the test library's own typing does not know."""
    for sign in text:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(_focused(), key)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _keys(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(_focused(), key)


def _visible(page: QWidget, words: str) -> list[QAbstractButton]:
    return [
        button
        for button in page.findChildren(QAbstractButton)
        if button.accessibleName() == words and button.isVisibleTo(page)
    ]


def _offers(page: QWidget, words: str) -> bool:
    return bool(_visible(page, words))


def _press(qtbot: QtBot, page: QWidget, words: str) -> None:
    button = _visible(page, words)[-1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def _says(page: QWidget, words: str) -> bool:
    return any(
        words in (getattr(widget, "text", str)() or "") or words in widget.accessibleName()
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
    )


def _banner(page: FirstStart) -> Banner | None:
    shown = [banner for banner in page.findChildren(Banner) if banner.isVisibleTo(page)]
    return next((banner for banner in shown if "written" in banner.accessibleName()), None)


def _close(opened: Opened) -> None:
    opened.personal.close()
    opened.notebook.close()
