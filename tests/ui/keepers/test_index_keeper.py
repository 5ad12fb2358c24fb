"""Sheets of an older program are indexed anew while the window is open, and nobody is told."""

from pytestqt.qtbot import QtBot

from app.ui.keepers.index_keeper import IndexKeeper
from app.ui.workspace import Workspace
from tests.builders import finished, kept_student


def test_it_goes_on_until_all_is_done(qtbot: QtBot, workspace: Workspace) -> None:
    """Piece after piece; then it rests, and the sheets are found by the words of today."""
    notebook = workspace.notebook
    student = kept_student(notebook)
    for _ in range(25):
        finished(notebook, workspace.library, student_id=student.id, values={"main_reason": "LU-01"})
    notebook.search._engine.run("UPDATE search_entry SET coded = 0")
    notebook.search._engine.run("UPDATE writings SET body = 'perte de motivation'")
    keeper = IndexKeeper(workspace, workspace, first_ms=0)
    qtbot.waitUntil(lambda: keeper.at_rest)
    assert notebook.search.uncoded(1) == []
    found = notebook.search.writings("Motivationsverlust", limit=50, also=workspace.coded_words.meant)
    assert len(found) == 25


def test_a_locked_notebook_is_left_alone(qtbot: QtBot, workspace: Workspace) -> None:
    """Nothing is read or written once it is locked; the next opening goes on."""
    finished(workspace.notebook, workspace.library, student_id=kept_student(workspace.notebook).id)
    workspace.notebook.search._engine.run("UPDATE search_entry SET coded = 0")
    workspace.locked = True
    keeper = IndexKeeper(workspace, workspace, first_ms=0)
    qtbot.waitUntil(lambda: keeper.at_rest)
    assert len(workspace.notebook.search.uncoded(5)) == 1
