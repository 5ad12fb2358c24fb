"""A package being prepared: what leaves, what stays, one press."""

from datetime import timedelta
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.errors import AgreementOver
from app.models.agreement import Agreement
from app.models.case import Case
from app.models.told import Told
from app.ui.dialogs.agreement_over import AgreementOver as Asked
from app.ui.pages.hand_over import HandOverPage
from app.ui.transfer.case_choice import CaseChoice
from app.ui.transfer.told_rows import ToldRows
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.empty_state import OpenNotebook
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders
from tests.acquaintance import acquaint
from tests.ui.asking import press, when_asked
from tests.ui.pages.transferring import WAIT, button, ground, shown, words


def test_what_leaves_and_what_stays_is_read_before(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """Nothing chosen or no ground said, nothing can be closed; chosen, each field is there with its words."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    qtbot.waitUntil(lambda: "Tick the cases" in words(page), timeout=WAIT)
    assert not button(page, "Close the package").isEnabled()
    page.choose(case.id)
    qtbot.waitUntil(lambda: "1 case" in words(page), timeout=WAIT)
    assert "Say on what ground it leaves" in words(page)
    assert not button(page, "Close the package").isEnabled()
    ground(page).choose("AGREEMENT")
    assert "Only Marc Feller will be able to open it." in words(page)
    assert button(page, "Close the package").isEnabled()
    assert "On se revoit dans un mois." not in words(page)
    button(page, "Read every field before closing").click()
    assert "On se revoit dans un mois." in words(page)
    assert "personal notes, always" in words(page)
    assert "how to reach the student" in words(page)
    assert "who wrote each record, and when" in words(page)


def test_whoever_ticks_many_waits_for_one_look(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """While the worker has other things to do the page says that it looks; only the last look counts."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    free = Event()
    workspace.tasks.run(free.wait, done=lambda _: None)
    try:
        shown(qtbot, page, record_id=known.id)
        before = page._looking
        page.choose(case.id)
        assert "Looking at what would leave…" in words(page)
        assert "Tick the cases" not in words(page)
        assert before is not None
        assert before.cancelled()
    finally:
        free.set()
    qtbot.waitUntil(lambda: "1 case" in words(page), timeout=WAIT)


def test_one_press_closes_one_package(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Pressed twice, or another ground chosen while it is being written: one file, one number, one ground."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    page.close_package(tmp_path)
    page.choose(case.id)
    page.close_package(tmp_path)
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    page.close_package(tmp_path)
    ground(page).choose("AGREEMENT")
    close = button(page, "Close the package")
    page.close_package(tmp_path)
    ground(page).choose("PROTECTION")
    assert not close.isEnabled()
    page.close_package(tmp_path)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    drawing = page.findChildren(OpenNotebook)[-1]
    assert drawing.height() >= drawing.sizeHint().height()
    assert len(list(tmp_path.glob("carnet-*.age"))) == 1
    (line,) = [one for one in workspace.notebook.disclosures.list() if one.means == "sent"]
    assert line.ground == "AGREEMENT"


def test_a_case_whose_agreement_is_over_is_not_handed_over_on_it(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Asked first; and whoever goes on regardless gets neither a file nor a number. Another ground does."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    over = Agreement(
        student_id=case.student_id, given_on=workspace.today - timedelta(days=9), scope="service",
        giver="student", withdrawn_on=workspace.today,
    )  # fmt: skip
    save_agreement(workspace.notebook, agreement=over)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    page.choose(case.id)
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    ground(page).choose("AGREEMENT")
    when_asked(press("stay"))
    assert not page._may_leave()
    with qtbot.waitSignal(workspace.failed, timeout=WAIT) as failed:
        page.close_package(tmp_path)
    assert isinstance(failed.args[0], AgreementOver)
    assert list(tmp_path.glob("*.age")) == []
    assert workspace.notebook.transfers.packages(direction="out") == []
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    when_asked(_on_protection)
    assert page._may_leave()
    assert ground(page).chosen() == "PROTECTION"


def _on_protection(dialog: Asked) -> None:
    dialog.grounds.choose("PROTECTION")
    dialog.buttons["go"].click()


def test_among_many_cases_one_is_found_by_name(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """A few are shown; typing finds the others; what is ticked stays in sight."""
    notebook = workspace.notebook
    for n in range(12):
        one = builders.kept_student(notebook, family_name=f"Aachen {n:02}")
        with notebook.change():
            notebook.cases.save(builders.case(one.id, f"2026-1{n:03}"))
    choice = CaseChoice(workspace, sent_before=set())
    qtbot.addWidget(choice)
    choice.show()

    def seen() -> list[str]:
        return [row.words() for row in choice.findChildren(CheckRow) if row.isVisible()]

    assert len(seen()) == 8
    assert not any("Da Costa" in one for one in seen())
    choice.focus_first()
    choice._filter.setText("ines cost")
    assert [one.split("   ")[0] for one in seen()] == ["Da Costa, Inês"]
    choice.choose(case.id)
    choice._filter.setText("aachen 03")
    assert len(seen()) == 2
    assert choice.chosen == [case.id]


def test_very_many_records_are_shown_a_few_at_a_time(qtbot: QtBot, workspace: Workspace) -> None:
    """The first forty at once, the rest at a press, none left out."""
    told = [
        Told(kind="case", record_id=str(n), title=f"Case {n}", fields=[("State", "open")]) for n in range(90)
    ]
    rows = ToldRows(workspace, told)
    qtbot.addWidget(rows)
    rows.show()
    counts = []
    for _ in range(3):
        QApplication.processEvents()
        counts.append(sum(label.text().startswith("Case") for label in rows.findChildren(Label)))
        more = rows.findChild(Button)
        assert more is not None
        assert more.isVisible() == (counts[-1] < 90)
        more.click()
    assert counts == [40, 80, 90]
