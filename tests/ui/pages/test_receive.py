"""A package that comes: looked at, taken, answered, refused."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.receiving.judged_records import JudgedRecords
from app.models.case import Case
from app.models.package import Package
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.page import Page
from app.ui.pages.receive import ReceivePage
from app.ui.pages.transfer import TransferPage
from app.ui.rail_counts import rail_counts
from app.ui.theme.theme import Theme
from app.ui.transfer.arrival import Arrival
from app.ui.transfer.package_line import PackageLine
from app.ui.transfer.write_receipt import write_receipt
from app.ui.widgets.banner import Banner
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.pages.transferring import WAIT, button, handed_over, shown, words


def test_a_case_goes_over_and_its_receipt_comes_back(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, theme: Theme, case: Case, tmp_path: Path
) -> None:
    """Handed over, looked at, taken, answered, noted; the second time changes nothing."""
    acquaint(workspace.notebook, unit.notebook)
    sent = handed_over(qtbot, workspace, case, tmp_path / "out")
    assert sent.name.startswith("carnet-")
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "Written, not handed over yet" in words(page)

    received = ReceivePage(unit)
    shown(qtbot, received)
    received.read(sent)
    qtbot.waitUntil(lambda: received.opened is not None, timeout=WAIT)
    assert "On se revoit dans un mois." in words(received)
    assert unit.notebook.cases.count() == 0
    opened = received.opened
    assert opened is not None
    odd = JudgedRecords(opened.records.lines)
    odd.add(0, opened.records.lines.at(0), fault="Because.")
    doubtful = msgspec.structs.replace(opened, records=odd, missing=[1, 2])
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    Arrival(unit, doubtful).show_on(sheet)
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Because." in told
    assert "1 refused" in told
    assert any("Numbers 1, 2" in one for one in told)
    received.take()
    qtbot.waitUntil(lambda: "It is in the notebook" in words(received), timeout=WAIT)
    assert unit.notebook.cases.get(case.id).reference == case.reference
    assert rail_counts(unit)["transfer"] == 1
    received.read(sent)
    qtbot.waitUntil(lambda: received.opened is not None, timeout=WAIT)
    assert "opened before" in words(received)

    (tmp_path / "back").mkdir()
    (package,) = unit.notebook.transfers.packages(direction="in")
    at_unit = TransferPage(unit)
    shown(qtbot, at_unit)
    assert button(at_unit, "Write the receipt…")
    assert write_receipt(unit, at_unit, package_id=package.id, folder=tmp_path / "back")
    assert "Receipt written on" in words(at_unit)
    assert rail_counts(unit)["transfer"] == 0
    (receipt,) = (tmp_path / "back").iterdir()
    back = ReceivePage(workspace)
    shown(qtbot, back)
    back.read(receipt)
    qtbot.waitUntil(lambda: back.opened is not None, timeout=WAIT)
    assert "for your package no. 1" in words(back)
    back.take()
    qtbot.waitUntil(lambda: "Marc Feller has received package no. 1" in words(back), timeout=WAIT)
    assert "Receipt read on" in words(page)
    assert [line for line in page.findChildren(PackageLine) if line.isVisibleTo(page)]

    again = HandOverPage(workspace)
    (to,) = workspace.notebook.correspondents.list()
    shown(qtbot, again, record_id=to.id)
    again.choose(case.id)
    qtbot.waitUntil(lambda: "has everything of these cases already" in words(again), timeout=WAIT)


def test_a_row_that_forks_is_refused(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Two letters of the same number: the second one is refused with its reason, and cannot be taken."""
    _, there = acquaint(workspace.notebook, unit.notebook)
    path = handed_over(qtbot, workspace, case, tmp_path / "stick")
    page = ReceivePage(unit)
    shown(qtbot, page)
    page.read(path)
    qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
    assert "goes on in two places" not in words(page)
    assert page.opened is not None
    with unit.notebook.change():
        unit.notebook.transfers.add_package(
            Package(
                correspondent_id=there.id, direction="in", kind="records", sequence=1, hash="0" * 64,
                stream_id=page.opened.header.stream_id,
            )
        )  # fmt: skip
    page.read(path)
    qtbot.waitUntil(partial(_is_told, page, "goes on in two places"), timeout=WAIT)
    page.take()
    assert page.opened is None
    assert unit.notebook.students.list() == []


def test_a_strange_file_is_refused_in_words(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """No package, a cut one, a sender no longer known: one sentence, and the next file can be chosen."""
    acquaint(workspace.notebook, unit.notebook)
    sent = handed_over(qtbot, workspace, case, tmp_path / "out")
    page = ReceivePage(unit)
    shown(qtbot, page)
    (tmp_path / "list.csv").write_text("Nom;Prénom", encoding="utf-8")
    (tmp_path / "cut.age").write_bytes(sent.read_bytes()[:-7])
    for path, sentence in (
        (tmp_path / "list.csv", "This file is not a Carnet package."),
        (tmp_path / "cut.age", "This package is not whole."),
    ):
        page.read(path)
        qtbot.waitUntil(partial(_is_told, page, sentence), timeout=WAIT)
        assert button(page, "Choose the file…")
    (known,) = unit.notebook.correspondents.list()
    retire_correspondent(unit.notebook, correspondent_id=known.id)
    page.read(sent)
    qtbot.waitUntil(partial(_is_told, page, "with whom you no longer exchange"), timeout=WAIT)
    assert unit.notebook.cases.count() == 0


def _is_told(page: Page, sentence: str) -> bool:
    said = [label.text() for banner in page.findChildren(Banner) for label in banner.findChildren(QLabel)]
    return any(sentence in one for one in said)
