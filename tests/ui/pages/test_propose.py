"""A unit proposes on its page, a practitioner answers on theirs, and the unit sees who has what."""

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.actions.proposals.own_unit import is_own_unit
from app.frameworks.library import Library
from app.models.received_revision import ReceivedRevision
from app.ui.pages.members import MembersPage
from app.ui.pages.propose import ProposePage
from app.ui.pages.receive import ReceivePage
from app.ui.pages.transfer import TransferPage
from app.ui.transfer.as_text_row import AsTextRow, as_text
from app.ui.transfer.entry_choice import EntryChoice
from app.ui.transfer.write_receipt import write_receipt
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace
from tests import builders
from tests.acquaintance import acquaint
from tests.ui.pages.transferring import WAIT, button, shown, words


def prepared(unit: Workspace, library: Library) -> str:
    """A case and an entry of the directory at the unit; the case."""
    student = builders.kept_student(unit.notebook, given_name="Ysé", family_name="Colombe", school_id=None)
    builders.finished(unit.notebook, library, student_id=student.id, values={"conclusion": "À suivre."})
    with unit.notebook.change():
        unit.notebook.partners.save(builders.partner())
    (case,) = unit.notebook.cases.list()
    return case.id


def proposed(qtbot: QtBot, unit: Workspace, to: str, case_id: str, folder: Path) -> Path:
    """Both proposed on the page, as text; the file."""
    page = ProposePage(unit)
    shown(qtbot, page, record_id=to)
    close = button(page, "Close the package")
    assert "Tick what you propose." in words(page)
    assert not close.isEnabled()
    page.partners.choose(unit.notebook.partners.list()[0].id)
    assert close.isEnabled(), "an entry of the directory needs no ground"
    page.cases.choose(case_id)
    assert not close.isEnabled()
    page.ground.choose("AGREEMENT")
    assert "Package no. 1, 2 proposals" in words(page)
    assert not page.unit_file.isEnabled(), "nothing was changed in the lists and forms"
    page.as_text.setChecked(True)
    folder.mkdir()
    page.close_package(folder)
    page.close_package(folder)
    qtbot.waitUntil(lambda: "What Claire Aubrin answers comes back" in words(page), timeout=WAIT)
    (path,) = folder.iterdir()
    return path


def test_a_unit_proposes_and_each_is_answered(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, library: Library, tmp_path: Path
) -> None:
    """Refused until it is one's unit; then one is accepted, one declined; the unit reads both."""
    known, there = acquaint(workspace.notebook, unit.notebook)
    case_id = prepared(unit, library)
    path = proposed(qtbot, unit, there.id, case_id, tmp_path / "out")
    assert path.suffix == ".txt"

    page = ReceivePage(workspace)
    shown(qtbot, page)
    page.read(path)
    qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
    assert "Only your own unit may propose." in words(page)
    at_home = TransferPage(workspace)
    shown(qtbot, at_home)
    button(at_home, "This is my unit").click()
    assert is_own_unit(workspace.notebook, known)
    assert "Your unit: what it proposes you accept or decline." in words(at_home)

    page.read(path)
    qtbot.waitUntil(lambda: page.arrival is not None and bool(page.arrival.offers), timeout=WAIT)
    assert "À suivre." in words(page)
    take = button(page, "Take into the notebook")
    assert not take.isEnabled(), "there is nothing but proposals, and none is answered"
    assert page.arrival is not None
    rows = {row.offer.said.about: row for row in page.arrival.offers if row.offer.said}
    assert [row.answer for row in rows.values()] == [None, None]
    rows["case"].choose(True)
    rows["partner"].choose(False)
    assert take.isEnabled()
    assert case_id not in {one.id for one in workspace.notebook.cases.list()}
    take.click()
    qtbot.waitUntil(lambda: "Every proposal is answered" in words(page), timeout=WAIT)
    assert case_id in {one.id for one in workspace.notebook.cases.list()}
    assert workspace.notebook.partners.list() == []

    (package,) = workspace.notebook.transfers.packages(direction="in")
    (tmp_path / "back").mkdir()
    assert write_receipt(workspace, at_home, package_id=package.id, folder=tmp_path / "back")
    (receipt,) = (tmp_path / "back").iterdir()
    members = MembersPage(unit)
    shown(qtbot, members)
    qtbot.waitUntil(partial(_says, members, "proposed, no answer yet"), timeout=WAIT)
    back = ReceivePage(unit)
    shown(qtbot, back)
    back.read(receipt)
    qtbot.waitUntil(lambda: back.opened is not None, timeout=WAIT)
    back.take()
    qtbot.waitUntil(lambda: "has received package no. 1" in words(back), timeout=WAIT)
    qtbot.waitUntil(lambda: not _says(members, "proposed, no answer yet"), timeout=WAIT)
    assert members.overview is not None
    (member,) = members.overview.members
    assert [one.case.id for one in member.cases] == [case_id]


def _says(page: MembersPage, said: str) -> bool:
    lines = [line.accessibleName() for line in page.findChildren(DayLine) if line.isVisibleTo(page)]
    return any(said in line for line in lines)


def test_two_sheets_of_one_person_are_looked_at(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, library: Library
) -> None:
    """Two who sound alike are shown with where they came from; said to be two they are gone; undone, back."""
    _, there = acquaint(workspace.notebook, unit.notebook)
    mine = builders.kept_student(unit.notebook, given_name="Ysé", family_name="Colombe", school_id=None)
    theirs = builders.kept_student(unit.notebook, given_name="Yse", family_name="Colombe", school_id=None)
    with unit.notebook.change():
        unit.notebook.transfers.add_received(
            [
                ReceivedRevision(
                    correspondent_id=there.id, record_id=theirs.id, revision_id="a" * 32,
                    projection_hash="b" * 64, local_revision=theirs.revision, package_id="c" * 32,
                )
            ]
        )  # fmt: skip
    page = MembersPage(unit)
    undone: list[object] = []
    unit.undo_offered.connect(lambda _, undo: undone.append(undo))
    shown(qtbot, page)
    qtbot.waitUntil(lambda: "Colombe, Yse" in words(page), timeout=WAIT)
    assert "written here" in words(page)
    assert "Claire Aubrin" in words(page)
    button(page, "They are two").click()
    qtbot.waitUntil(lambda: page.overview is not None and page.overview.same == [], timeout=WAIT)
    assert "Perhaps one person" not in words(page)
    (undo,) = undone
    undo()  # type: ignore[operator]
    qtbot.waitUntil(lambda: page.overview is not None and len(page.overview.same) == 1, timeout=WAIT)
    assert unit.notebook.students.get(mine.id).joined_into is None


def test_many_entries_are_found_by_name(qtbot: QtBot, workspace: Workspace) -> None:
    """A few are shown, typing finds the others, what is ticked stays in sight."""
    choice = EntryChoice(workspace, [(str(n), f"Service {n:02}", "Esch") for n in range(12)], words="Service")
    qtbot.addWidget(choice)
    choice.show()

    def seen() -> list[str]:
        return [row.words() for row in choice.findChildren(CheckRow) if row.isVisible()]

    assert len(seen()) == 6
    choice._filter.setText("11")
    assert seen() == ["Service 11"]
    choice.choose("3")
    assert choice.chosen == ["3"]
    assert seen() == ["Service 03", "Service 11"]


def test_what_was_chosen_for_mail_stays_chosen(qtbot: QtBot, workspace: Workspace) -> None:
    """Whoever needs text once needs it every time, for receipts too."""
    row = AsTextRow(workspace)
    qtbot.addWidget(row)
    assert (row.isChecked(), as_text(workspace)) == (False, False)
    row.setChecked(True)
    assert as_text(workspace)
    again = AsTextRow(workspace)
    qtbot.addWidget(again)
    assert again.isChecked()
