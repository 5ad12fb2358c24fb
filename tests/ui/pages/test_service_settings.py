"""The settings of the service: its rules, and others used beside it."""

from pytestqt.qtbot import QtBot

from app.ui.destination import Destination
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.settings import SettingsPage
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


def test_the_rules_are_read_and_a_service_is_ticked(workspace: Workspace, qtbot: QtBot) -> None:
    """Law, circles, retention and ages stand there; a service ticked is used at once, and its rules too."""
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    page.open(Destination("settings", kind="service"))

    def said() -> str:
        return "\n".join(label.text() for label in page.findChildren(Label))

    for words in (
        "Amended law of 25 June 2004",
        "the head: what is relevant",
        "two years after the last contact",
        "27 years:",
    ):
        assert words in said()
    assert "art. L913-1" not in said()
    rows = {row.accessibleName(): row for row in page.findChildren(CheckRow)}
    rows["SSFE secondary education (France)"].click()
    assert workspace.library.beside == ("fr-ssfe",)
    qtbot.waitUntil(lambda: "art. L913-1" in said())
    assert "FR-20" in {item.code for item in workspace.lists["n02-reasons"].offered}


def test_a_package_says_what_is_usually_handed_over(workspace: Workspace, qtbot: QtBot) -> None:
    """The rule of the service stands under the ground, where one decides."""
    workspace.notebook.identity  # noqa: B018  # made when first needed
    with workspace.notebook.change():
        correspondent = workspace.notebook.correspondents.save(builders.correspondent())
    page = HandOverPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("handover", record_id=correspondent.id))
    said = [label.text() for label in page.findChildren(Label)]
    usual = "Usually handed over: the record, for the SePAS colleagues of the school. Ground: work in a team"
    assert any(words.startswith(usual) for words in said)
