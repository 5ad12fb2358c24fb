"""Handing over for good: the conditions asked, the cases found anew, and what is read here afterwards."""

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.sending.keep_selection import selections
from app.models.case import Case
from app.models.handover import Handover
from app.models.selection import Selection
from app.ui.destination import Destination
from app.ui.dialogs.edit_selection import SelectionEditor, edit_selection
from app.ui.dialogs.take_back import TakeBack, take_back
from app.ui.locking.left_open import ask_again, left_open
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.sheet import SheetPage
from app.ui.student_sheet.not_left_line import NotLeftLine
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.transfer.for_good_choice import ForGoodChoice
from app.ui.transfer.ground_choice import GroundChoice
from app.ui.transfer.selection_row import SelectionRow
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.widgets.pressable_lines import PressableLines
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.asking import press, when_asked
from tests.ui.pages.transferring import WAIT, button, ground, handed_over, shown, words


def given_away(workspace: Workspace, case: Case, *, acknowledged: str | None) -> Handover:
    """As if a package had left with the case, and perhaps its receipt been read."""
    (other,) = workspace.notebook.correspondents.list()
    handover = Handover(
        case_id=case.id, correspondent_id=other.id, package_id="b" * 32, direction="out", turn=1,
        acknowledged_at=acknowledged,
    )  # fmt: skip
    with workspace.notebook.change() as change:
        workspace.notebook.transfers.handovers.add(handover)
    workspace.tell(change.changes)
    return handover


def test_what_a_service_asks_holds_together_or_nothing_leaves(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """In France sharing under secrecy has five conditions: asked once, all of them, kept in the ledger."""
    workspace.notebook.framework = "fr-ssfe"
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id, kind=case.id, question="given")
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    assert page.findChildren(ForGoodChoice)[0].for_good
    ground(page).choose("SHARED_SECRECY")
    rows = page.findChildren(GroundChoice)[0].findChildren(CheckRow)
    assert len(rows) == 5
    assert "tick each" in words(page)
    page.close_package(tmp_path)
    assert list(tmp_path.glob("*.age")) == []
    for row in rows:
        assert not button(page, "Close the package").isEnabled()
        row.setChecked(True)
    assert button(page, "Close the package").isEnabled()
    page.close_package(tmp_path)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    (line,) = workspace.notebook.disclosures.list()
    assert line.conditions.split() == ["bound", "mission", "purpose", "necessary", "told"]
    (handover,) = workspace.notebook.transfers.handovers.list()
    assert (handover.case_id, handover.direction, handover.acknowledged_at) == (case.id, "out", None)
    button(page, "It is handed over").click()
    (package,) = workspace.notebook.transfers.packages()
    assert package.state == "handed_over"


def test_a_ground_without_conditions_asks_for_none(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """Another ground, or another country: nothing to tick."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id, kind=case.id)
    ground(page).choose("SHARED_SECRECY")
    assert page.findChildren(GroundChoice)[0].findChildren(CheckRow) == []


def test_a_selection_is_looked_up_anew(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Named once; later it ticks what it means then, and says what is new since the last package."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)

    def name_it(dialog: SelectionEditor) -> None:
        dialog._take("save")
        assert dialog.isVisible()  # it has no name yet
        assert "0 cases" in dialog._count.text()  # nothing was handed over to them
        dialog._shared.choose("any")
        assert "1 case" in dialog._count.text()
        dialog._name.setText("Mes dossiers ouverts")
        dialog.buttons["save"].click()

    when_asked(name_it)
    button(page, "New selection…").click()
    (kept,) = selections(workspace.notebook)
    assert (kept.name, kept.state, kept.shared) == ("Mes dossiers ouverts", "open", "any")
    assert page._cases is not None
    assert page._cases.chosen == [case.id]
    handed_over(qtbot, workspace, case, tmp_path / "out")
    page.open(Destination("handover", record_id=known.id))
    page.findChildren(SelectionRow)[-1].choose(kept.id)
    qtbot.waitUntil(lambda: "1 as it was" in words(page), timeout=WAIT)
    assert "Since package no. 1 of" in words(page)
    with workspace.notebook.change():
        workspace.notebook.cases.save(
            msgspec.structs.replace(
                workspace.notebook.cases.get(case.id), state="closed", closed=workspace.today
            )
        )
    page.findChildren(SelectionRow)[-1].choose("")
    page.findChildren(SelectionRow)[-1].choose(kept.id)
    assert page._cases.chosen == []
    when_asked(press("drop"))
    with qtbot.waitSignal(workspace.undo_offered) as offered:
        button(page, "Correct it…").click()
    assert selections(workspace.notebook) == []
    offered.args[1]()
    assert selections(workspace.notebook) == [kept]


def test_a_given_case_says_with_whom_it_is(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """Until the receipt a mark and everything as before; then read here, taken back only with a reason."""
    acquaint(workspace.notebook, unit.notebook)
    handover = given_away(workspace, case, acknowledged=None)
    sheet = StudentSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.resize(800, 700)
    sheet.show()
    sheet.show_student(case.student_id)
    facts = sheet.findChild(PressableLines, f"case:{case.id}")
    assert facts is not None
    assert "not yet acknowledged" in facts.accessibleName()
    assert sheet.file is not None
    assert sheet.file.open_case == case
    with workspace.notebook.change():
        workspace.notebook.transfers.handovers.acknowledge(handover, "2026-11-20T10:00:00Z")
    sheet.show_student(case.student_id)
    assert sheet.file.open_case is None
    facts = sheet.findChildren(PressableLines, f"case:{case.id}")[-1]
    assert "read here, not written" in facts.accessibleName()

    def say_why(dialog: TakeBack) -> None:
        said = " ".join(label.text() for label in dialog.findChildren(Label))
        assert "To be looked at again from" in said
        dialog._take("save")
        assert dialog.isVisible()  # nobody said why
        dialog._why.setPlainText("Marc est parti.")
        dialog.buttons["save"].click()

    when_asked(say_why)
    with qtbot.waitSignal(workspace.undo_offered) as offered:
        facts.click()
    assert workspace.notebook.transfers.handovers.given() == {}
    offered.args[1]()
    assert workspace.notebook.transfers.handovers.given().keys() == {case.id}


def test_a_sheet_of_a_given_case_is_read(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """No field to type in, who has it, and the way to paper."""
    acquaint(workspace.notebook, unit.notebook)
    given_away(workspace, case, acknowledged="2026-11-20T10:00:00Z")
    (interview,) = workspace.notebook.interviews.list()
    page = SheetPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.open(Destination("sheet", kind="interview", record_id=interview.id))
    page.show()
    page.focus_first()
    assert page._view is None
    said = words(page)
    assert "On se revoit dans un mois." in said
    assert "This case was given to Marc Feller" in said
    with qtbot.waitSignal(workspace.wanted) as went:
        button(page, "Paper").click()
    assert went.args[0].screen == "paper"


def test_what_was_being_written_is_asked_again(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """After the lock the reason and the name of a selection stand where they stood."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    given_away(workspace, case, acknowledged="2026-11-20T10:00:00Z")
    window = QWidget()
    qtbot.addWidget(window)
    kept = []

    def begin(dialog: TakeBack | SelectionEditor) -> None:
        field = dialog._why if isinstance(dialog, TakeBack) else dialog._name
        (field.setPlainText if isinstance(dialog, TakeBack) else field.setText)("Parce que")  # type: ignore[attr-defined]
        kept.extend(left_open())

    when_asked(begin)
    take_back(workspace, window, case)
    when_asked(begin)
    edit_selection(workspace, window, known.id, Selection(name="Mes dossiers", correspondent_id=known.id))
    assert [one["question"] for one in kept] == ["take_back", "selection"]
    workspace.notebook.preferences.set("left_open", kept)
    seen = []

    def look(dialog: TakeBack | SelectionEditor) -> None:
        seen.append(dialog.written() if isinstance(dialog, TakeBack) else dialog.written().name)
        if isinstance(dialog, TakeBack):
            when_asked(look)

    when_asked(look)
    ask_again(workspace, window)
    assert seen == ["Parce que", "Parce que"]


def test_what_did_not_leave_with_a_case_is_offered(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """How much the colleague does not have stands beneath the case; nothing once they have it."""
    acquaint(workspace.notebook, unit.notebook)
    given_away(workspace, case, acknowledged="2026-11-20T10:00:00Z")
    sheet = StudentSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.resize(800, 700)
    sheet.show()
    sheet.show_student(case.student_id)
    line = sheet.findChildren(NotLeftLine)[-1]
    qtbot.waitUntil(line.isVisible, timeout=WAIT)
    assert "Marc Feller does not have 1 record" in " ".join(one.text() for one in line.findChildren(Label))
    with qtbot.waitSignal(workspace.wanted) as went:
        button(line, "Hand over what is missing…").click()
    assert (went.args[0].screen, went.args[0].kind) == ("handover", case.id)
    handed_over(qtbot, workspace, case, tmp_path / "out")
    sheet.show_student(case.student_id)
    line = sheet.findChildren(NotLeftLine)[-1]
    done: list[bool] = []
    workspace.tasks.run(lambda: None, done=lambda _: done.append(True))  # asked after it: answered after it
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert not line.isVisible()
