"""What both sides wrote: two versions side by side."""

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from app.models.case import Case
from app.ui.pages.conflict import ConflictPage
from app.ui.pages.receive import ReceivePage
from app.ui.pages.transfer import TransferPage
from app.ui.rail_counts import rail_counts
from app.ui.strips.two_versions_banner import TwoVersionsBanner
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.pages.transferring import WAIT, handed_over, shown, words


def test_both_sides_wrote_and_both_versions_are_there(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """A class corrected on both sides stays as it is here, with the other one beside it."""
    acquaint(workspace.notebook, unit.notebook)
    page = ReceivePage(unit)
    shown(qtbot, page)
    for n, (here, there) in enumerate([("5G2", ""), ("4G1", "4G9")]):
        for notebook, name in ((workspace.notebook, here), (unit.notebook, there)):
            if name:
                student = notebook.students.get(case.student_id)
                with notebook.change():
                    notebook.students.save(msgspec.structs.replace(student, class_name=name))
        page.read(handed_over(qtbot, workspace, case, tmp_path / f"out{n}"))
        qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
        page.take()
        qtbot.waitUntil(lambda: "It is in the notebook" in words(page), timeout=WAIT)
    assert unit.notebook.students.get(case.student_id).class_name == "4G9"
    assert rail_counts(unit)["transfer"] == 3  # two receipts owed, two versions of one student
    listed = TransferPage(unit)
    shown(qtbot, listed)
    (line,) = listed.findChildren(DayLine)
    with qtbot.waitSignal(unit.wanted) as went:
        line.click()
    banner = TwoVersionsBanner(unit)
    qtbot.addWidget(banner)
    banner.show_record(case.id)
    assert not banner.isVisibleTo(None)
    banner.show_record(case.student_id)
    with qtbot.waitSignal(unit.wanted) as shown_there:
        banner.findChildren(Button)[0].click()
    assert shown_there.args[0].record_id == went.args[0].record_id
    both = ConflictPage(unit)
    shown(qtbot, both, record_id=went.args[0].record_id)
    assert "5G2" in words(both)
    assert [card.accessibleDescription() for card in both.choices[0].cards.values()] == ["4G9", "4G1", ""]
    assert unit.notebook.students.get(case.student_id).class_name == "4G9"  # looking changes nothing
    (choice,) = both.choices
    assert not both.decide.isEnabled()
    choice.choose("written")
    choice.area.setPlainText("4G2")
    assert both.keep() is not None
    again = ConflictPage(unit)
    shown(qtbot, again, record_id=went.args[0].record_id)  # as after the lock: what was begun is there
    assert again.choices[0].area.words() == "4G2"
    with qtbot.waitSignal(unit.undo_offered) as offered:
        again.decide.click()
    assert unit.notebook.students.get(case.student_id).class_name == "4G2"
    assert unit.notebook.transfers.conflicts() == []
    assert rail_counts(unit)["transfer"] == 2
    offered.args[1]()
    assert unit.notebook.students.get(case.student_id).class_name == "4G9"
    assert len(unit.notebook.transfers.conflicts()) == 1
