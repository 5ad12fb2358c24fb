"""What was read on the page is what lies in the file, byte for byte."""

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from app.actions.packages.tell_travelling import tell_lines
from app.exchange.package.lines import RecordLine, canonical
from app.models.case import Case
from app.ui.pages.hand_over import HandOverPage
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.exchange.letter import opened_bytes
from tests.ui.pages.transferring import WAIT, ground, handed_over, shown, words, write


def test_what_was_read_leaves_though_it_was_written_anew_meanwhile(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Nothing slips in between reading and closing; what was written since leaves with the next one."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    page.choose(case.id)
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    ground(page).choose("AGREEMENT")
    assert page.preview is not None
    read, told = [canonical(line) for line in page.preview.outgoing.lines], page.preview.leaves
    student = workspace.notebook.students.get(case.student_id)
    with workspace.notebook.change():
        workspace.notebook.students.save(msgspec.structs.replace(student, class_name="3G7"))
    write(workspace.notebook, workspace.library, case, "Écrit après la lecture.")
    page.close_package(tmp_path)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    (file,) = tmp_path.glob("carnet-*.age")
    _, *left, _, _ = opened_bytes(file, unit.notebook).splitlines()
    assert left == read
    lines = [msgspec.json.decode(line, type=RecordLine) for line in left]
    again = tell_lines(workspace.notebook, library=workspace.library, lines=lines, locale=workspace.locale)
    assert again == told
    later = opened_bytes(handed_over(qtbot, workspace, case, tmp_path / "next"), unit.notebook)
    assert "Écrit après la lecture.".encode() in later
    assert b"3G7" in later
