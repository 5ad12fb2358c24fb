"""The absence files of past years on the screen: from the bin, all at once, save those left out."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.certificate import CertificatePage
from app.ui.pages.erase_years import EraseYearsPage
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


def test_the_list_goes_at_once_save_what_is_left_out(qtbot: QtBot, workspace: Workspace) -> None:
    """One is left out, the word is written once: two are gone with their notes, one certificate proves it."""
    notebook, library = workspace.notebook, workspace.library
    for n in range(3):
        student = builders.kept_student(notebook, given_name=f"Ana{n}")
        sheet = builders.finished(
            notebook, library, form_key="f10b-absence", student_id=student.id, framework="fr-ssfe",
            moment=datetime(2025, 11, 12 + n, 10),
        )  # fmt: skip
        workspace.personal.save(subject_id=sheet.record.id, student_id=student.id, text=f"Tournesol {n}.")
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go(Destination("bin"))
    next(
        b
        for b in window.findChildren(Button)
        if b.accessibleName() == "Erase the whole list…" and b.isVisible()
    ).click()
    page = window.page()
    assert isinstance(page, EraseYearsPage)
    assert "3 other forms\n3 personal notes beside it" in _said(page)
    for _, row in page.rows:
        row.setChecked(False)
    page.word.setText("erase")
    assert "Nothing is ticked" in _said(page)
    assert not page.erase.isEnabled()
    for _, row in page.rows[:2]:
        row.setChecked(True)
    assert "2 other forms\n2 personal notes beside it" in _said(page)
    page.erase.click()
    qtbot.waitUntil(lambda: window.here.screen == "certificate", timeout=10_000)
    certificate = window.page()
    assert isinstance(certificate, CertificatePage)
    assert "Absence file, school year 2025–2026: 2" in _said(certificate)
    assert "Ana" not in _said(certificate)
    (left,) = notebook.papers.list()
    assert [note.subject_id for note in workspace.personal.search("tournesol")] == [left.id]
    assert not notebook.erasures.unfinished()
    window.go(Destination("bin"))
    offered = [b.accessibleName() for b in window.page().findChildren(Button)]  # type: ignore[union-attr]
    assert "Erase for ever…" in offered
    assert "Erase the whole list…" not in offered, "a single one is no list"


def _said(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisibleTo(page))
