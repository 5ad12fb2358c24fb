"""The page of a sheet: when it was saved, and whose it is."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.models.draft import Draft
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.fields.student_field import StudentField
from app.ui.form_view.form_view import FormView
from app.ui.pages.sheet import SheetPage
from app.ui.widgets.button import Button
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.form_view.sheet import question

LONG_AGO = "2026-01-05T09:30:00+00:00"


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> SheetPage:
    """An empty page on a screen."""
    page = SheetPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    return page


def said(page: SheetPage) -> str:
    """What the page says of saving."""
    indicator = page.findChild(SavedIndicator)
    assert isinstance(indicator, SavedIndicator)
    return indicator.label.text()


def test_an_old_sheet_says_when_it_was_saved(page: SheetPage, notebook: Notebook, library: Library) -> None:
    """Not when it was opened; what is saved now says the clock alone."""
    sheet = builders.finished(notebook, library, student_id=builders.kept_student(notebook).id)
    notebook.history._engine.run(
        "UPDATE revision SET at = ? WHERE record_id = ?", (LONG_AGO, sheet.record.id)
    )
    page.open(Destination("sheet", kind="interview", record_id=sheet.record.id))
    moment = page.workspace.locale.moment(LONG_AGO)
    assert said(page) == f"saved on {moment} · revision 1"
    view = page.findChild(FormView)
    assert isinstance(view, FormView)
    question(view, "place").set_raw("Bureau B12")
    page._touch_sheet()
    page._save()
    clock = page.workspace.locale.clock(notebook.history.of(sheet.record.id)[-1].at)
    assert said(page) == f"saved {clock} · revision 2"


def test_an_old_draft_says_its_day(page: SheetPage, notebook: Notebook) -> None:
    """A clock alone would be taken for today's."""
    draft = Draft(
        record_id="d" * 32, kind="interview", form="f1-interview", form_version=1, student_id=None,
        case_id=None, at=LONG_AGO, cursor={}, content={"form": {}, "unfiled_name": ""},
    )  # fmt: skip
    notebook.drafts.keep(draft)
    page.open(Destination("sheet", kind="interview", record_id=draft.record_id))
    assert said(page) == f"draft kept on {page.workspace.locale.moment(LONG_AGO)}"


def test_looking_for_another_student_changes_nothing(
    page: SheetPage, notebook: Notebook, library: Library
) -> None:
    """A name typed and nobody taken: the sheet stays where it was filed, under no other name."""
    ines = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=ines.id)
    page.open(Destination("sheet", kind="interview", record_id=sheet.record.id))
    other = next(one for one in page.findChildren(Button) if one.words() == "Other student…")
    other.click()
    field = page.findChild(StudentField)
    assert isinstance(field, StudentField)
    QTest.keyClicks(field, "Lena")
    QTest.keySequence(page, QKeySequence("Ctrl+S"))
    page._save()
    kept = notebook.interviews.get(sheet.record.id)
    assert (kept.student_id, kept.unfiled_name) == (ines.id, "")
