"""The rows of the search: a reason that could hurt is not read over a shoulder."""

import pytest

from app.frameworks.library import Library
from app.storage.notebook import Notebook
from app.ui.search.found import Found, found_rows
from app.ui.workspace import Workspace
from tests import builders


def rows(workspace: Workspace, typed: str) -> list[Found]:
    """What the search shows of the writings."""
    hits = workspace.notebook.search.writings(typed, also=workspace.coded_words.meant)
    assert hits
    return [row for row in found_rows(workspace, [], hits, typed) if row.quoted]


@pytest.mark.parametrize("typed", ["idées", "suicidaires", "distress", "rendez-vous", "absentéisme"])
def test_a_sensitive_reason_is_found_and_not_shown(
    workspace: Workspace, notebook: Notebook, library: Library, typed: str
) -> None:
    """Whoever types it finds the sheet; the row says neither the reason nor its translations."""
    reasons = {"main_reason": "FR-23", "other_reasons": ["FR-15"], "mode": "RDV"}
    builders.finished(notebook, library, student_id=builders.kept_student(notebook).id, values=reasons)
    (row,) = rows(workspace, typed)
    for hurting in ("suicid", "mal-être", "distress", "Not"):
        assert hurting not in row.said
    assert row.detail


def test_what_was_written_is_shown(workspace: Workspace, notebook: Notebook, library: Library) -> None:
    """The practitioner's own sentence stays, whatever reason was chosen."""
    values = {"main_reason": "LU-02", "demand": "Je veux changer de classe."}
    builders.finished(notebook, library, student_id=builders.kept_student(notebook).id, values=values)
    assert "changer" in rows(workspace, "changer")[0].said


def test_a_code_is_shown_by_its_name_in_the_language_of_the_window(
    workspace: Workspace, notebook: Notebook, library: Library
) -> None:
    """Typed in German, read in English: no sign of the index ever shows."""
    values = {"main_reason": "LU-01", "mode": "RDV"}
    builders.finished(notebook, library, student_id=builders.kept_student(notebook).id, values=values)
    (row,) = rows(workspace, "Motivationsverlust")
    assert "loss of motivation" in row.said
    assert "\ue000" not in row.said
