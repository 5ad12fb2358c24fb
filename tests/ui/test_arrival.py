"""What is said beside a preview when a notebook was put back to an older state."""

import msgspec
from pytestqt.qtbot import QtBot

from app.actions.receiving.open_package import NEW_ROW, WENT_BACK
from app.exchange.package.lines import Receipt
from app.ui.transfer.arrival import Arrival
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace
from tests.exchange.pair import Pair


def test_an_older_state_is_said_in_words(qtbot: QtBot, workspace: Workspace, pair_with_case: Pair) -> None:
    """A row that begins anew and a receipt nobody remembers stand above the preview, else nothing."""
    opened = pair_with_case.look(pair_with_case.hand_over().path)
    unknown = Receipt(package_id="0" * 32, received_at="2026-11-21T10:00:00Z", records={}, counts={})
    for changed, sentences in (
        (opened, set()),
        (msgspec.structs.replace(opened, is_new_row=True), {NEW_ROW}),
        (msgspec.structs.replace(opened, unknown_receipts=[unknown]), {WENT_BACK}),
    ):
        sheet = Sheet(workspace.theme)
        qtbot.addWidget(sheet)
        Arrival(workspace, changed).show_on(sheet)
        said = {label.text() for label in sheet.findChildren(Label)}
        assert said & {NEW_ROW, WENT_BACK} == sentences
