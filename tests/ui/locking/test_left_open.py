"""What was being written in a question comes back with it."""

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import app.ui.dialogs
from app.models.agreement import Agreement
from app.models.attachment import Attachment
from app.models.caution import Caution
from app.models.enrolment import Enrolment
from app.models.guardian import Guardian
from app.models.handover import Handover
from app.models.professional import Professional
from app.models.resident import Resident
from app.storage.notebook import Notebook
from app.ui.application import Application
from app.ui.dialogs.edit_advice import AdviceEditor, new_advice
from app.ui.dialogs.edit_agreement import AgreementEditor, edit_agreement
from app.ui.dialogs.edit_around import AroundEditor
from app.ui.dialogs.edit_case import CaseEditor, edit_case
from app.ui.dialogs.edit_caution import CautionEditor, edit_caution
from app.ui.dialogs.edit_dialog import EditDialog
from app.ui.dialogs.edit_enrolment import EnrolmentEditor, edit_enrolment
from app.ui.dialogs.edit_entry import EntryEditor, edit_entry
from app.ui.dialogs.edit_guardian import GuardianEditor, edit_guardian
from app.ui.dialogs.edit_partner import _Editor as PartnerEditor
from app.ui.dialogs.edit_partner import edit_partner
from app.ui.dialogs.edit_professional import ProfessionalEditor, edit_professional
from app.ui.dialogs.edit_request import RequestEditor, new_request
from app.ui.dialogs.edit_resident import ResidentEditor, edit_resident
from app.ui.dialogs.edit_selection import SelectionEditor, edit_selection
from app.ui.dialogs.edit_student import StudentEditor, edit_student
from app.ui.dialogs.note_told import ToldEditor, note_told
from app.ui.dialogs.read_card import CardReading, read_card
from app.ui.dialogs.save_attachment import ToWhom, save_attachment
from app.ui.dialogs.take_back import TakeBack, take_back
from app.ui.fields.typed_fields import typed_in
from app.ui.locking.left_open import LEFT_OPEN
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace
from tests import builders
from tests.builders import TODAY
from tests.ui.locking.hands import WAIT, has_the_keyboard, open_with_phrase, press_lock

Ask = Callable[[Workspace, QWidget], object]


def _attached(workspace: Workspace) -> Attachment:
    """A picture kept with the case."""
    notebook = workspace.notebook
    (case, *_) = notebook.cases.list()
    attachment = Attachment(
        record_kind="case", record_id=case.id, name="Dessin.png", type="png", size=1, sha256="0" * 64,
        author_id=notebook.author_id,
    )  # fmt: skip
    with notebook.change():
        return notebook.attachments.save(attachment)


def _new_guardian(workspace: Workspace, parent: QWidget) -> None:
    student = workspace.notebook.students.list()[0]
    edit_guardian(workspace, parent, Guardian(student_id=student.id), is_new=True)


def _correspondent(workspace: Workspace) -> str:
    with workspace.notebook.change():
        workspace.notebook.correspondents.save(known := builders.correspondent())
    return known.id


def _take_back(workspace: Workspace, parent: QWidget) -> None:
    case = workspace.notebook.cases.list()[0]
    given = Handover(
        case_id=case.id, correspondent_id=_correspondent(workspace), package_id="0" * 32, direction="out",
        turn=1,
    )  # fmt: skip
    with workspace.notebook.change():
        workspace.notebook.transfers.handovers.add(given)
    take_back(workspace, parent, case)


def _around(edit: Any, kind: Any, **values: Any) -> Ask:
    """One of the questions about what stands around a student, somebody new."""

    def ask(workspace: Workspace, parent: QWidget) -> None:
        student = workspace.notebook.students.list()[0]
        edit(workspace, parent, kind(student_id=student.id, **values), is_new=True)

    return ask


ASKS: dict[str, tuple[type[Dialog], Ask, str]] = {
    "student": (StudentEditor, lambda w, p: edit_student(w, p, w.notebook.students.list()[0]), "birth"),
    "new student": (StudentEditor, lambda w, p: edit_student(w, p, typed="Léa"), "lines.family_name"),
    "guardian": (
        GuardianEditor, lambda w, p: edit_guardian(w, p, w.notebook.guardians.list()[0]), "warning",
    ),
    "new guardian": (GuardianEditor, _new_guardian, "lines.phone"),
    "case": (CaseEditor, lambda w, p: edit_case(w, p, w.notebook.cases.list()[0], closing=True), "closed"),
    "agreement": (AgreementEditor, _around(edit_agreement, Agreement, given_on=TODAY), "note"),
    "advice": (AdviceEditor, new_advice, "note"),
    "request": (RequestEditor, new_request, "text"),
    "caution": (CautionEditor, _around(edit_caution, Caution), "text"),
    "enrolment": (EnrolmentEditor, _around(edit_enrolment, Enrolment, school_year="2026-2027"), "since"),
    "professional": (ProfessionalEditor, _around(edit_professional, Professional), "role"),
    "resident": (ResidentEditor, _around(edit_resident, Resident), "year"),
    "told": (ToldEditor, lambda w, p: note_told(w, p, student_id=w.notebook.students.list()[0].id), "said"),
    "attachment": (ToWhom, lambda w, p: save_attachment(w, p, _attached(w)), "receiver"),
    "entry": (EntryEditor, lambda w, p: edit_entry(w, p, list_key="n02-reasons"), "first"),
    "given case": (TakeBack, _take_back, "why"),
    "selection": (SelectionEditor, lambda w, p: edit_selection(w, p, _correspondent(w), None), "name"),
    "partner": (PartnerEditor, lambda w, p: edit_partner(w, p, w.notebook.partners.list()[0]), "lines.hours"),
    "card": (CardReading, lambda w, p: read_card(w, p), "text"),
    "new partner": (PartnerEditor, lambda w, p: edit_partner(w, p, None), "lines.service"),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKS)
def test_a_question_comes_back_as_it_was(carnet: Application, qtbot: QtBot, name: str) -> None:
    """Half a date, half a name: not saved, not lost, and asked again about the same person."""
    kind, ask, place = ASKS[name]
    main = carnet.main
    assert main is not None
    before = _records(main.workspace.notebook)
    kept: list[Any] = []

    def write_and_lock() -> None:
        question = _up(kind)
        if question is None or not has_the_keyboard():
            QTimer.singleShot(10, write_and_lock)
            return
        qtbot.keyClicks(_field(question, place), "ab 3")
        kept.append(typed_in(question))
        press_lock()

    QTimer.singleShot(10, write_and_lock)
    ask(main.workspace, main)
    assert kept
    qtbot.waitUntil(lambda: carnet.locking._closing is None, timeout=WAIT)
    seen: list[Any] = []

    def look_and_leave() -> None:
        question = _up(kind)
        if question is None:
            QTimer.singleShot(10, look_and_leave)
            return
        seen.append(typed_in(question))
        question.done(0)

    QTimer.singleShot(10, look_and_leave)
    main = open_with_phrase(qtbot, carnet)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    assert seen == kept
    assert "ab 3" in str(seen)
    assert _records(main.workspace.notebook) == before
    qtbot.waitUntil(lambda: main.workspace.notebook.preferences.get(LEFT_OPEN) == [], timeout=WAIT)


def test_every_question_one_writes_in_comes_back() -> None:
    """One that was written later is tried here too."""
    found = set()
    for module in pkgutil.iter_modules(app.ui.dialogs.__path__):
        for kind in vars(import_module(f"app.ui.dialogs.{module.name}")).values():
            if inspect.isclass(kind) and issubclass(kind, EditDialog):
                found.add(kind)
    assert found - {EditDialog, AroundEditor} == {
        kind for kind, _, _ in ASKS.values() if issubclass(kind, EditDialog)
    }


def test_a_question_nobody_wrote_in_does_not_come_back(carnet: Application, qtbot: QtBot) -> None:
    """Only words are worth an interruption."""
    main = carnet.main
    assert main is not None
    QTimer.singleShot(300, press_lock)
    edit_student(main.workspace, main, main.workspace.notebook.students.list()[0])
    qtbot.waitUntil(lambda: carnet.locking._closing is None, timeout=WAIT)
    open_with_phrase(qtbot, carnet)
    qtbot.wait(200)
    assert _up(StudentEditor) is None


def _up(kind: type[Dialog]) -> Dialog | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()), None
    )


def _field(question: Any, place: str) -> QWidget:
    name, _, key = place.partition(".")
    found = getattr(question, f"_{name}")
    field: QWidget = found[key] if key else found
    return field


def _records(notebook: Notebook) -> list[Any]:
    kinds = ("student", "guardian", "case", "partner", "request", "advice")
    return [notebook.shelf(kind).list() for kind in kinds]
