"""The page of the directory."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.i18n import Locale
from app.ui.destination import Destination
from app.ui.pages.partners import PartnersPage
from app.ui.widgets.empty_state import EmptyState, OpenNotebook
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


def test_an_empty_directory_keeps_to_the_margin_line(
    workspace: Workspace, locale_fr: Locale, qtbot: QtBot
) -> None:
    """What it says stands right of the line like everything else, and its drawing is whole."""
    workspace.locale = locale_fr  # longer: a second line
    page = PartnersPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.open(Destination("partners"))
    with qtbot.waitExposed(page):
        page.show()
    empty, sheet, drawing = (page.findChild(kind) for kind in (EmptyState, Sheet, OpenNotebook))
    assert isinstance(empty, EmptyState)
    assert isinstance(sheet, Sheet)
    assert isinstance(drawing, OpenNotebook)
    qtbot.waitUntil(lambda: empty.mapTo(sheet, QPoint(0, 0)).x() > sheet.line_x)
    qtbot.waitUntil(lambda: drawing.height() == drawing.sizeHint().height())
