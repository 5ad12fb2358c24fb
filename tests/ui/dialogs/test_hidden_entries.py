"""Correcting a record made before an entry was hidden: nothing of it is lost."""

import msgspec
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.unit_changes.hide_entry import hide_entry
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_case import CaseEditor
from app.ui.dialogs.edit_guardian import GuardianEditor
from app.ui.dialogs.edit_partner import _Editor
from app.ui.workspace import Workspace
from tests import builders


def hide(workspace: Workspace, list_key: str, code: str) -> None:
    """As the page of lists does."""
    assert workspace.act(hide_entry, library=workspace.library, list_key=list_key, code=code, hidden=True)
    item = workspace.lists[list_key].item(code)
    assert item is not None
    assert not item.active


def test_a_hidden_entry_stays_where_it_was_chosen(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """Outcome of a case, kin of a guardian, kind of a partner: read and written again as they were."""
    page = QWidget()
    qtbot.addWidget(page)
    student = builders.kept_student(notebook)
    with notebook.change():
        case = notebook.cases.save(
            builders.case(student.id, state="closed", closed=builders.TODAY, outcome="OUT-APAIS")
        )
        guardian = notebook.guardians.save(builders.guardian(student.id))
        partner = notebook.partners.save(builders.partner())
    for list_key, code in (
        ("n10b-outcomes", "OUT-APAIS"), ("relation", "mother"), ("parental-authority", "joint"),
        ("n09-partner-types", "CCJF"),
    ):  # fmt: skip
        hide(workspace, list_key, code)
    assert CaseEditor(workspace, page, case).written() == case
    kept = GuardianEditor(workspace, page, guardian).written()
    assert (kept.relation, kept.authority) == ("mother", "joint")
    assert _Editor(workspace, page, partner, "").partner().type == "CCJF"
    fresh = CaseEditor(workspace, page, msgspec.structs.replace(case, outcome=None))
    assert "OUT-APAIS" not in [fresh._outcome.itemData(row) for row in range(fresh._outcome.count())]
