"""Long lists: read page by page, walked by keyboard, heard row by row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.list_row import ListRow, ListRowDelegate
from app.ui.widgets.paged_list import PagedList
from app.ui.widgets.paged_model import PAGE, PagedModel
from tests.ui.widgets import said

ALL = [ListRow(f"{n:05}", f"Élève {n:05}", "5G2", "nouveau") for n in range(3 * PAGE + 7)]


def _fetch(after: ListRow | None, limit: int) -> Sequence[ListRow]:
    start = 0 if after is None else ALL.index(after) + 1
    return ALL[start : start + limit]


def _list(qtbot: QtBot, theme: Theme) -> tuple[PagedList, PagedModel[ListRow]]:
    model = PagedModel[ListRow](said=lambda row: row.said, fetch=_fetch)
    view = PagedList(theme, model=model, delegate=ListRowDelegate(theme), name="Élèves")
    qtbot.addWidget(view)
    view.resize(296, 600)
    model.reload()
    with qtbot.waitExposed(view):
        view.show()
    return view, model


def test_pages_come_as_one_scrolls(qtbot: QtBot, theme: Theme) -> None:
    """The first page is enough to begin; the end brings the next until all is read, none twice."""
    view, model = _list(qtbot, theme)
    assert model.rowCount() == PAGE
    for _ in range(5):
        view.scrollToBottom()
        qtbot.wait(20)
    qtbot.waitUntil(lambda: model.rowCount() == len(ALL))
    assert list(model.rows()) == ALL


def test_a_page_can_come_later(qtbot: QtBot, theme: Theme) -> None:
    """Without a reader of its own the model asks once, with the last row, and takes the answer."""
    model = PagedModel[ListRow](said=lambda row: row.said)
    asked: list[object] = []
    model.page_wanted.connect(asked.append)
    model.reload()
    model.append(ALL[:2], more=True)
    model.fetchMore(model.index(-1, 0))
    model.fetchMore(model.index(-1, 0))
    assert asked == [None, ALL[1]]
    model.append(ALL[2:3], more=False)
    assert not model.canFetchMore(model.index(-1, 0))


def test_rows_are_heard_as_sentences(qtbot: QtBot, theme: Theme) -> None:
    """A reader hears name, class and news of a row."""
    view, _ = _list(qtbot, theme)
    assert said.row_name(view, 3) == "Élève 00003, 5G2, nouveau"
    assert said.name(view) == "Élèves"


def test_enter_and_press_choose(qtbot: QtBot, theme: Theme) -> None:
    """Arrows move, Enter and a press choose; letters are left to the search field."""
    view, _ = _list(qtbot, theme)
    view.setFocus()
    view.select(0)
    with qtbot.waitSignal(view.current_row) as moved:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert moved.args == [ALL[1]]
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [ALL[1]]
    spot = view.visualRect(view.model().index(4, 0)).center()
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [ALL[4]]


def test_the_selected_row_is_told_by_more_than_colour(qtbot: QtBot, look: Theme) -> None:
    """The selected row has a bar in the accent at its left, in every look."""
    view, _ = _list(qtbot, look)
    view.resize(look.px(296), 600)
    view.select(1)
    qtbot.wait(10)
    image = view.viewport().grab().toImage()
    rect = view.visualRect(view.model().index(1, 0))
    assert image.pixelColor(look.px(8) + 1, rect.center().y()) == look.color("accent")


def test_rows_grow_with_the_text(qtbot: QtBot, look: Theme) -> None:
    """A row holds two lines of text at every size."""
    view, _ = _list(qtbot, look)
    lines = look.metrics("body").height() + look.metrics("small").height()
    assert view.sizeHintForRow(0) >= lines
