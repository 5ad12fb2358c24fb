"""Attachments in a package, as the window says it: before it leaves, and before it is taken."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.models.case import Case
from app.ui.pages.attachment import AttachmentPage
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.receive import ReceivePage
from app.ui.workspace import Workspace
from tests import builders, pictures
from tests.acquaintance import acquaint
from tests.attached import attached
from tests.ui.pages.transferring import WAIT, button, handed_over, shown, words


def test_they_are_named_on_both_sides(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """With name and size where they leave, with the reason where they do not; then from whom."""
    notebook = workspace.notebook
    known, _ = acquaint(notebook, unit.notebook)
    silent = builders.finished(
        notebook, workspace.library, student_id=case.student_id, values={"analysis": "Ici."}
    ).record
    good = attached(
        notebook, pictures.pdf(pages=1), kind="case", record_id=case.id, name="certificat de scolarité.pdf"
    )
    attached(notebook, b"%PDF-1.7\n" + bytes(500) + b"%%EOF", kind="case", record_id=case.id, name="scan.pdf")
    attached(notebook, pictures.pdf(pages=1), kind="interview", record_id=silent.id, name="courriel.pdf")
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    page.choose(case.id)
    qtbot.waitUntil(lambda: "certificat de scolarité.pdf" in words(page), timeout=WAIT)
    assert "PDF, 1 kB" in words(page)
    assert "courriel.pdf, PDF, 1 kB: nothing of the sheet it is kept with leaves" in words(page)
    button(page, "Read every field before closing").click()
    assert f"case {case.reference}" in words(page)
    sent = handed_over(qtbot, workspace, case, tmp_path / "out")
    received = ReceivePage(unit)
    shown(qtbot, received)
    received.read(sent)
    qtbot.waitUntil(lambda: received.opened is not None, timeout=4 * WAIT)
    said = words(received)
    assert "Attachment certificat de scolarité.pdf" in said
    assert "Attachment scan.pdf" in said
    assert "The file is damaged and cannot be shown." in said
    assert "courriel.pdf" not in said
    received.take()
    qtbot.waitUntil(lambda: "It is in the notebook" in words(received), timeout=4 * WAIT)
    assert [one.id for one in unit.notebook.attachments.list()] == [good.id]
    looked = AttachmentPage(unit)
    shown(qtbot, looked, record_id=good.id)
    assert f"came from {notebook.author.name}" in words(looked)
    looked.leave()
