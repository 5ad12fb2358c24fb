"""A sheet written on a newer form, as the window shows it."""

import msgspec
from pytestqt.qtbot import QtBot

from app.models.answer import Answer
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


def test_answers_of_a_newer_form_are_seen_and_kept(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """They stand below the sheet, said to be from a newer form; writing on it loses none."""
    sheet = builders.finished(notebook, workspace.library, student_id=builders.kept_student(notebook).id)
    newer = [Answer(question="mood", value="gaie"), Answer(question="facts", value=12)]
    with notebook.change():
        notebook.interviews.save(msgspec.structs.replace(sheet.record, form_version=9), newer)
    page = SheetPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    page.open(Destination("sheet", kind="interview", record_id=sheet.record.id))
    said = [label.text() for label in page.findChildren(Label)]
    assert {"mood", "gaie", "12"} <= set(said)
    assert any("newer form" in banner.accessibleName() for banner in page.findChildren(Banner))
    page._touch_sheet()
    assert page._save()
    assert notebook.interviews.answers(sheet.record.id) == sorted(newer, key=lambda one: one.question)
    assert notebook.interviews.get(sheet.record.id).form_version == 9


def test_a_person_decides_whether_they_are_printed(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """One tick, not set: no form here says whether they may leave."""
    sheet = builders.finished(notebook, workspace.library, student_id=builders.kept_student(notebook).id)
    with notebook.change():
        notebook.interviews.save(sheet.record, [Answer(question="weather", value="pluie")])
    paper = PaperPage(workspace)
    qtbot.addWidget(paper)
    paper.open(Destination("paper", kind="interview", record_id=sheet.record.id))
    listed = [label.text() for label in paper._lists.findChildren(Label)]
    assert "From an earlier form" in listed
    assert "weather" not in listed
    assert paper._choices is not None
    assert paper._choices._versions is not None
    assert not paper._choices.other_versions
    paper._choices._versions.setChecked(True)
    assert "weather" in [label.text() for label in paper._lists.findChildren(Label)]
