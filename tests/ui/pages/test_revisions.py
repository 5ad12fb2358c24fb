"""Revisions on the screen: reached from every sheet, read whole, brought back and undone."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.cases.save_case import save_case
from app.actions.save_partner import save_partner
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.save_guardian import save_guardian
from app.ui.destination import Destination
from app.ui.dialogs.edit_case import edit_case
from app.ui.dialogs.edit_guardian import edit_guardian
from app.ui.dialogs.edit_partner import edit_partner
from app.ui.main_window import MainWindow
from app.ui.pages.revision import RevisionPage
from app.ui.pages.revisions import RevisionsPage
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


def _words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if not label.isHidden())


def _buttons(page: QWidget, words: str) -> list[Button]:
    return [one for one in page.findChildren(Button) if one.accessibleName() == words and not one.isHidden()]


def _two_revisions(workspace: Workspace) -> str:
    """An interview written twice."""
    notebook, library = workspace.notebook, workspace.library
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id, values={"demand": "Parapluie"})
    opened = open_sheet(notebook, library=library, kind="interview", record_id=sheet.record.id)
    values = opened.values | {"demand": "Tournesol"}
    finish_sheet(notebook, library=library, sheet=opened, values=values, today=builders.TODAY)
    return str(sheet.record.id)


def _said(workspace: Workspace, record_id: str) -> str:
    sheet = open_sheet(workspace.notebook, library=workspace.library, kind="interview", record_id=record_id)
    return str(sheet.values["demand"])


def test_a_revision_is_brought_back_and_undone(qtbot: QtBot, workspace: Workspace) -> None:
    """The page tells both wordings; one press brings the older one back, the strip undoes it."""
    record_id = _two_revisions(workspace)
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go(Destination("sheet", kind="interview", record_id=record_id))
    page = window.page()
    assert page is not None
    _buttons(page, "Revisions")[0].click()
    page = window.page()
    assert isinstance(page, RevisionsPage)
    words = _words(page)
    assert "before: Parapluie" in words
    assert "now: Tournesol" in words
    assert "First written" in words
    assert [look.number for look in page.looks] == [2, 1]
    (take,) = _buttons(page, "Bring it back")  # the present one has nothing to bring back
    take.click()
    assert _said(workspace, record_id) == "Parapluie"
    assert [look.number for look in page.looks] == [3, 2, 1]
    _buttons(window, "Undo")[0].click()
    assert _said(workspace, record_id) == "Tournesol"
    assert len(page.looks) == 4


def test_a_revision_is_read_whole(qtbot: QtBot, workspace: Workspace) -> None:
    """Everything the sheet said then, and from there it comes back."""
    record_id = _two_revisions(workspace)
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    window.go(Destination("revisions", kind="interview", record_id=record_id))
    page = window.page()
    assert page is not None
    _buttons(page, "Read it whole")[-1].click()
    page = window.page()
    assert isinstance(page, RevisionPage)
    assert "Parapluie" in _words(page)
    assert "Tournesol" not in _words(page)
    page.take.click()
    assert isinstance(window.page(), RevisionsPage)
    assert _said(workspace, record_id) == "Parapluie"


def test_every_dialog_leads_to_the_revisions(qtbot: QtBot, workspace: Workspace) -> None:
    """Guardian, case and directory entry; what was typed is not left without a word."""
    notebook = workspace.notebook
    student = builders.kept_student(notebook)
    guardian, case, partner = builders.guardian(student.id), builders.case(student.id), builders.partner()
    save_guardian(notebook, guardian=guardian)
    save_case(notebook, case=case)
    save_partner(notebook, partner=partner)
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    for kind, record, edit in (
        ("guardian", guardian, edit_guardian), ("case", case, edit_case), ("partner", partner, edit_partner),
    ):  # fmt: skip
        when_asked(press("revisions"))
        edit(workspace, window, record)  # type: ignore[operator]
        assert window.here == Destination("revisions", kind=kind, record_id=record.id)
        page = window.page()
        assert isinstance(page, RevisionsPage)
        assert [look.is_present for look in page.looks] == [True]
    window.go(Destination("today"))

    def typed_and_pressed_twice(dialog: object) -> None:
        dialog._lines["person"].setText("Quelqu’un d’autre")  # type: ignore[attr-defined]
        for expected in ("today", "revisions"):
            dialog.buttons["revisions"].click()  # type: ignore[attr-defined]
            assert dialog.answer == ("revisions" if expected == "revisions" else "")  # type: ignore[attr-defined]

    when_asked(typed_and_pressed_twice)
    edit_partner(workspace, window, partner)
    assert window.here.screen == "revisions"
    assert notebook.partners.get(partner.id).person == "Tom Welter"


def test_a_student_and_a_directory_entry_are_read_whole(qtbot: QtBot, workspace: Workspace) -> None:
    """Records that are no sheets say each attribute by its name."""
    student = builders.kept_student(workspace.notebook)
    page = RevisionPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("revision", record_id=workspace.notebook.history.of(student.id)[0].id))
    for words in ("Da Costa", "04/03/2011", "Portuguese, French", "Lycée du Moulin", "5G2"):
        assert words in _words(page)
    assert page.take.isHidden()  # it is what stands there now
