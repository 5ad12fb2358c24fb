"""What stands in two versions is said wherever it is shown, until somebody decides."""

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.conflicts.decide_conflict import Chosen, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.conflicts.open_conflicts import open_conflicts
from app.frameworks.library import Library
from app.models.case import Case
from app.models.conflict import Conflict
from app.models.record import new_id, now
from app.ui.destination import Destination
from app.ui.pages.paper import PaperPage
from app.ui.pages.partners import PartnersPage
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from tests import builders
from tests.acquaintance import acquaint
from tests.actions.receiving.test_receive_package import rewritten
from tests.exchange.pair import Pair


def apart(workspace: Workspace, unit: Workspace, library: Library, stick: Path) -> Pair:
    """Both wrote the student's class and the conclusion; the unit has Claire's words beside its own."""
    stick.mkdir()
    pair = Pair(workspace.notebook, unit.notebook, library, stick)
    pair.take(pair.hand_over().path)
    for notebook, class_name in ((pair.ours, "4G1"), (pair.unit, "4G9")):
        (student,) = notebook.students.list()
        with notebook.change():
            notebook.students.save(msgspec.structs.replace(student, class_name=class_name))
        rewritten(notebook, pair, conclusion=f"En {class_name}.")
    assert pair.take(pair.hand_over().path).counts == {"identical": 1, "conflict": 2}
    return pair


def said(shown: QWidget) -> str:
    """What its banners say."""
    return "\n".join(
        one.accessibleName() for one in shown.findChildren(Banner) if one.isVisibleTo(shown)
    )  # fmt: skip


def pressed(qtbot: QtBot, unit: Workspace, shown: QWidget) -> Destination:
    """Where “See both” leads."""
    (look,) = [
        one for one in shown.findChildren(Button) if one.isVisibleTo(shown) and one.words() == "See both"
    ]
    with qtbot.waitSignal(unit.wanted) as went:
        look.click()
    where = went.args[0]
    assert isinstance(where, Destination)
    return where


def decided(unit: Workspace, conflict: Conflict) -> None:
    """As it stands here."""
    sides = look_at_conflict(unit.notebook, library=unit.library, conflict=conflict, locale=unit.locale).sides
    chosen = {one.key: Chosen(choice="ours") for one in sides}
    decide_conflict(unit.notebook, library=unit.library, conflict=conflict, chosen=chosen)


def test_the_student_s_sheet_says_it(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, library: Library, case: Case, tmp_path: Path
) -> None:
    """The student's own sheet and the interview, each by its name; nothing once both are decided."""
    apart(workspace, unit, library, tmp_path / "stick")
    of_interview, of_student = sorted(open_conflicts(unit.notebook), key=lambda one: one.kind)
    sheet = StudentSheet(unit)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_student(case.student_id)
    assert said(sheet).count("Claire Aubrin wrote here too") == 2
    assert "Student Inês Da Costa: Claire Aubrin" in said(sheet)
    assert pressed(qtbot, unit, sheet).screen == "conflict"
    decided(unit, of_student)
    sheet.show_student(case.student_id)
    assert said(sheet).count("Claire Aubrin wrote here too") == 1
    where = pressed(qtbot, unit, sheet)
    assert (where.screen, where.record_id) == ("conflict", of_interview.id)
    decided(unit, of_interview)
    sheet.show_student(case.student_id)
    assert "wrote here too" not in said(sheet)


def test_the_page_of_a_paper_says_it_before_it_leaves(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, library: Library, case: Case, tmp_path: Path
) -> None:
    """Also when it is the student in two versions, whose name and class stand on it."""
    apart(workspace, unit, library, tmp_path / "stick")
    (interview,) = unit.notebook.interviews.list()
    paper = PaperPage(unit)
    qtbot.addWidget(paper)
    paper.show()
    conflicts = {one.kind: one for one in open_conflicts(unit.notebook)}
    for kind in ("interview", "student"):
        paper.open(Destination("paper", kind="interview", record_id=interview.id))
        assert "Claire Aubrin wrote here too" in said(paper)
        assert pressed(qtbot, unit, paper).record_id == conflicts[kind].id
        decided(unit, conflicts[kind])
    paper.open(Destination("paper", kind="interview", record_id=interview.id))
    assert "wrote here too" not in said(paper)


def test_the_directory_says_it(qtbot: QtBot, workspace: Workspace, unit: Workspace) -> None:
    """An entry both sides wrote, above the entries; gone once it is settled."""
    acquaint(workspace.notebook, unit.notebook)
    (sender,) = unit.notebook.correspondents.list()
    with unit.notebook.change() as change:
        partner = unit.notebook.partners.save(builders.partner())
        there = {"fields": {"service": partner.service, "phone": "27 99 00 11"}}
        conflict = Conflict(
            kind="partner", record_id=partner.id, correspondent_id=sender.id, package_id=new_id(),
            ours={"record": msgspec.to_builtins(partner)}, theirs=there, their_revision=new_id(),
        )  # fmt: skip
        unit.notebook.transfers.add_conflicts([conflict])
    page = PartnersPage(unit)
    qtbot.addWidget(page)
    page.show()
    page.show_changes(change.changes)
    assert f"{partner.service}: Claire Aubrin wrote here too" in said(page)
    assert pressed(qtbot, unit, page).record_id == conflict.id
    with unit.notebook.change() as change:
        unit.notebook.transfers.settle([conflict.id], now())
    page.show_changes(change.changes)
    assert said(page) == ""
