"""Ctrl+L, whatever lies over the window: hidden at once, shut within a second, nothing lost."""

import inspect
import pkgutil
import time
import typing
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

import app.ui.dialogs
from app.actions.cards.open_card import OpenedCard
from app.actions.cards.own_card import own_card
from app.models.advice import Advice
from app.models.agreement import Agreement
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.caution import Caution
from app.models.correspondent import Correspondent
from app.models.enrolment import Enrolment
from app.models.guardian import Guardian
from app.models.handover import Handover
from app.models.partner import Partner
from app.models.professional import Professional
from app.models.request import Request
from app.models.resident import Resident
from app.models.selection import Selection
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.application import Application
from app.ui.ask_place import ask_file, ask_files, ask_folder, ask_new_file
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.dialogs.link_sibling import AllOfThem
from app.ui.dialogs.save_attachment import may_replace
from app.ui.paper.printing import ask_printer
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.locking.hands import WAIT, has_the_keyboard, open_with_phrase, press_lock, seen_besides

# Seconds. Until it is covered nothing is waited for, so the time the window's own thread works is counted:
# whatever else runs on this computer takes no part. Until it is shut the disk is waited for too.
HIDDEN, SHUT = 0.2, 1.0
Ask = Callable[[Workspace, QWidget], object]
_ASKED = ["workspace", "parent"]  # what a function takes first that asks something


def _questions() -> dict[str, Callable[..., object]]:
    """Every function of app/ui/dialogs that asks something: those called with a workspace and a window."""
    found = {}
    for module in pkgutil.iter_modules(app.ui.dialogs.__path__):
        for name, asks in vars(import_module(f"app.ui.dialogs.{module.name}")).items():
            here = inspect.isfunction(asks) and asks.__module__ == f"app.ui.dialogs.{module.name}"
            if here and name[0] != "_" and list(inspect.signature(asks).parameters)[:2] == _ASKED:
                found[f"{module.name}.{name}"] = asks
    return found


def _answers(notebook: Notebook) -> dict[Any, object]:
    """Something of every kind a question may be about."""
    student = notebook.students.list()[0]
    other = builders.kept_student(notebook, family_name="Kremer", given_name="Léa")
    over = Agreement(
        student_id=student.id, given_on=builders.TODAY, scope="other", withdrawn_on=builders.TODAY
    )
    advice, request = Advice(given_on=builders.TODAY), Request(received=builders.TODAY, for_whom="Qui ?")
    (case,), correspondent = notebook.cases.list(), builders.correspondent()
    given = Handover(
        case_id=case.id, correspondent_id=correspondent.id, package_id="0" * 32, direction="out", turn=1
    )
    with notebook.change():
        notebook.agreements.save(over)
        notebook.advice.save(advice)
        notebook.requests.save(request)
        notebook.correspondents.save(correspondent)
        notebook.transfers.handovers.add(given)
    return {
        Student: student, Guardian: notebook.guardians.list()[0], Case: case,
        Partner: notebook.partners.list()[0], Correspondent: correspondent,
        OpenedCard: _card(notebook), Path: Path("classe.csv"), Attachment: _attachment(notebook),
        Agreement: Agreement(student_id=student.id, given_on=builders.TODAY),
        Caution: Caution(student_id=student.id, text="Adresse à garder secrète."),
        Enrolment: Enrolment(student_id=student.id, school_year="2026-2027"),
        Professional: Professional(student_id=student.id, name="Dr Weis"),
        Resident: Resident(student_id=student.id, given_name="Marta"), int: 0,
        str: {
            "kept_id": student.id, "other_id": other.id, "list_key": "n02-reasons", "ground": "AGREEMENT",
            "student_id": student.id, "request_id": request.id, "correspondent_id": correspondent.id,
        },
        Advice: advice, Request: request,
        Selection: Selection(name="Toutes", correspondent_id=correspondent.id),
        tuple[str | None, str]: (student.id, "Qui ?"),
    }  # fmt: skip


def _attachment(notebook: Notebook) -> Attachment:
    return Attachment(
        record_kind="case", record_id=notebook.cases.list()[0].id, name="Bilan.pdf", type="pdf", size=1,
        sha256="0" * 64, author_id=notebook.author_id,
    )  # fmt: skip


def _card(notebook: Notebook) -> OpenedCard:
    return OpenedCard(card=own_card(notebook), fingerprint=bytes(32), verdict="new", known=None)


def _ask(asks: Callable[..., object], workspace: Workspace, parent: QWidget) -> object:
    """Ask it about something real; a kind nobody knows here has to be added to `_answers`."""
    answers, hints = _answers(workspace.notebook), typing.get_type_hints(asks)
    named = typing.cast("dict[str, str]", answers[str])
    given = {}
    for parameter in list(inspect.signature(asks).parameters.values())[2:]:
        if parameter.default is not inspect.Parameter.empty:
            continue
        hint = hints[parameter.name]
        kind = (*typing.get_args(hint), hint)[0]
        answer = named.get(parameter.name, "Qui ?") if kind is str else answers[kind]
        several = typing.get_origin(hint) in {list, Sequence}
        given[parameter.name] = [answer] if several else answer
    return asks(workspace, parent, **given)


@pytest.mark.parametrize("name", _questions())
def test_no_question_stops_the_lock(carnet: Application, qtbot: QtBot, name: str) -> None:
    """Every question there is, open over the sheet somebody writes on."""
    _lock_over(qtbot, carnet, lambda workspace, parent: _ask(_questions()[name], workspace, parent))


def test_every_question_is_tried() -> None:
    """Each class is asked by a function beside it, or is one of the few that are not."""
    tried = {name.partition(".")[0] for name in _questions()}
    shared_or_later = {"edit_dialog", "edit_around", "agreement_over"}  # the last by ground_to_leave_on
    for module in pkgutil.iter_modules(app.ui.dialogs.__path__):
        values = vars(import_module(f"app.ui.dialogs.{module.name}")).values()
        here = {
            one.__name__ for one in values
            if inspect.isclass(one) and issubclass(one, Dialog) and one.__module__.endswith(module.name)
        }  # fmt: skip
        assert not here or module.name in tried | shared_or_later, module.name
        assert len(here) < 2, here
    assert {"edit_student", "choose_student"} <= tried


@pytest.mark.parametrize(
    "ask",
    [
        lambda workspace, parent: AllOfThem(workspace, parent, workspace.notebook.students.list()).ask(),
        may_replace,
    ],
    ids=["brothers and sisters of both", "a file that is there"],
)
def test_no_second_question_stops_the_lock(carnet: Application, qtbot: QtBot, ask: Ask) -> None:
    """Nor what is asked once the first question was answered."""
    _lock_over(qtbot, carnet, ask)


@pytest.mark.parametrize(
    "ask",
    [
        lambda _, parent: ask_folder(parent, "Where?"),
        lambda _, parent: ask_file(parent, "Which?", "All (*)"),
        lambda _, parent: ask_files(parent, "Which?", "All (*)"),
        lambda _, parent: ask_new_file(parent, "Where?", "PDF (*.pdf)", name="f1.pdf"),
    ],
    ids=["folder", "file to read", "files to read", "file to write"],
)
def test_no_file_dialog_stops_the_lock(carnet: Application, qtbot: QtBot, ask: Ask) -> None:
    """Choosing a place is no reason to stay open."""
    _lock_over(qtbot, carnet, ask)


def test_replacing_a_file_does_not_stop_it(
    carnet: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question over a question: the file is there already."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "f1.pdf").write_bytes(b"old")

    def ask(_: Workspace, parent: QWidget) -> object:
        QTimer.singleShot(200, lambda: QApplication.activeModalWidget().accept())  # type: ignore[union-attr]
        return ask_new_file(parent, "Where?", "PDF (*.pdf)", name="f1.pdf")

    _lock_over(qtbot, carnet, ask, windows=2)
    assert (tmp_path / "f1.pdf").read_bytes() == b"old"


def test_the_print_dialog_does_not_stop_it(carnet: Application, qtbot: QtBot) -> None:
    """Nor the choice of a printer."""

    def ask(_: Workspace, parent: QWidget) -> object:
        return ask_printer(QPrinter(), parent)

    _lock_over(qtbot, carnet, ask)


def test_a_menu_does_not_stop_it(carnet: Application, qtbot: QtBot) -> None:
    """A menu has the keyboard, and still the key arrives."""

    def ask(_: Workspace, parent: QWidget) -> object:
        menu = QMenu(parent)
        menu.addAction("Open")
        return menu.exec(parent.mapToGlobal(parent.rect().center()))

    _lock_over(qtbot, carnet, ask)


def test_an_open_list_and_a_calendar_do_not_stop_it(carnet: Application, qtbot: QtBot) -> None:
    """Nor what opens under a field."""
    for kind in (ComboField, DateField):

        def ask(workspace: Workspace, parent: QWidget, kind: type = kind) -> object:
            if kind is ComboField:
                field = ComboField(workspace.theme, choices=[("a", "one"), ("b", "two")], parent=parent)
                field.show()
                return field.showPopup()
            day = DateField(workspace.theme, calendar_name="Calendar", parent=parent)
            day.show()
            return day.open_calendar()

        _lock_over(qtbot, carnet, ask)


def test_proposals_and_the_search_do_not_stop_it(carnet: Application, qtbot: QtBot) -> None:
    """Nor rows that come up while one types, nor the search over everything."""
    assert carnet.main is not None
    carnet.main.go(Destination("sheet", form="f1-interview"))
    page = carnet.main.page()
    assert page is not None
    field = page._head._student  # type: ignore[attr-defined]
    qtbot.keyClicks(field, "in")
    assert field.suggestions
    _lock_and_look(qtbot, carnet)
    _unlock(qtbot, carnet)
    assert carnet.main is not None
    carnet.main.search("Costa")
    _lock_and_look(qtbot, carnet)


def test_the_preview_of_a_paper_does_not_stop_it(carnet: Application, qtbot: QtBot) -> None:
    """A paper on the screen is covered like everything, and found again."""
    assert carnet.main is not None
    record = carnet.main.workspace.notebook.interviews.list()[0]
    carnet.main.go(Destination("paper", kind="interview", record_id=record.id))
    _lock_and_look(qtbot, carnet)
    _unlock(qtbot, carnet)
    assert carnet.main.here == Destination("paper", kind="interview", record_id=record.id)


def _lock_over(qtbot: QtBot, carnet: Application, ask: Ask, *, windows: int = 1) -> None:
    """Ask something over a sheet one types on, press the key once it is up, and look."""
    main = carnet.main
    assert main is not None
    record = main.workspace.notebook.interviews.list()[0]
    main.go(Destination("sheet", kind="interview", record_id=record.id))
    page: Any = main.page()
    view = page._view
    view.focus_question("demand")
    qtbot.keyClicks(QApplication.focusWidget(), "Il pleut. ")
    cursor = view.cursor()
    seen = _Seen(carnet)
    _when_up(lambda: len(seen_besides(carnet)) >= windows and has_the_keyboard(), seen.press)
    ask(main.workspace, page)  # comes back because of the key, and only then
    seen.check(qtbot)
    main = _unlock(qtbot, carnet)
    assert main.here == Destination("sheet", kind="interview", record_id=record.id)
    page = main.page()
    assert "Il pleut. " in str(page._view.raw())
    assert page._view.cursor() == cursor
    main.go(Destination("today"))


class _Seen:
    """What is on the screen after the key, and how long everything took."""

    def __init__(self, carnet: Application) -> None:
        assert carnet.main is not None
        assert carnet._opened is not None
        self.carnet, self.main, self.key = carnet, carnet.main, carnet._opened.notebook._key
        self.began = self.hidden = 0.0
        self.others: list[QWidget] = []
        self.title = ""

    def press(self) -> None:
        """The key, and a look right after it."""
        self.began = time.perf_counter()
        worked = time.thread_time()
        press_lock()
        self.hidden = time.thread_time() - worked
        self.others = seen_besides(self.carnet)
        self.title = self.carnet.window.windowTitle()

    def check(self, qtbot: QtBot) -> None:
        """Covered at once, shut soon."""
        qtbot.waitUntil(lambda: bool(self.hidden), timeout=WAIT)
        assert isinstance(self.carnet.window.currentWidget(), Unlock)
        assert self.others == []
        assert self.title == "Carnet"
        assert self.hidden < HIDDEN, f"{self.hidden:.3f} s until it was covered"
        qtbot.waitUntil(lambda: repr(self.key) == "<VaultKey cleared>", timeout=WAIT)
        shut = time.perf_counter() - self.began
        assert shut < SHUT, f"{shut:.3f} s until it was shut"


def _when_up(is_up: Callable[[], bool], act: Callable[[], None], patience: int = 500) -> None:
    def look() -> None:
        if is_up() or patience <= 0:
            act()
            QTimer.singleShot(1000, _let_go)  # where the key did nothing, the test goes on and says so
        else:
            _when_up(is_up, act, patience - 1)

    QTimer.singleShot(10, look)


def _let_go() -> None:
    while (left := QApplication.activeModalWidget()) is not None:
        left.close()
        left.hide()


def _lock_and_look(qtbot: QtBot, carnet: Application) -> None:
    seen = _Seen(carnet)
    seen.press()
    seen.check(qtbot)


def _unlock(qtbot: QtBot, carnet: Application) -> Any:

    main = open_with_phrase(qtbot, carnet)
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, Dialog) and dialog.isVisible():
            dialog.done(0)
    return main
