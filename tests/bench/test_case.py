"""Opening a student's sheet with few interviews and with many."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import NOTEBOOK, Notebook
from app.ui.destination import Destination
from app.ui.pages.students import StudentsPage
from app.ui.theme.theme import Theme
from app.ui.widgets.timeline import Timeline
from tests.bench.bare import connect
from tests.bench.ledger import Ledger, Samples
from tests.bench.notebooks import FEW, MANY, Large
from tests.stories.desk import Desk

_ROUNDS = 15
_QUERY = (
    "SELECT i.date, i.start, a.value FROM interview i"
    " LEFT JOIN answer a ON a.record_id = i.id AND a.question = 'demand' AND a.\"row\" = 0"
    " WHERE i.student_id = ? AND i.removed_at IS NULL ORDER BY i.date DESC, i.start DESC"
)


@pytest.fixture
def desk(opened: Notebook, library: Library, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """The real window on 10,000 interviews."""
    with Desk(qtbot, opened, library=library, locale=Locale("fr"), theme=theme) as desk:
        yield desk


class _Painted(QObject):
    """Has this widget been painted since it was asked last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.yes = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.yes = self.yes or event.type() == QEvent.Type.Paint
        return False

    def wait(self) -> None:
        """Until it is."""
        until = time.perf_counter() + 10
        while not self.yes:
            QApplication.processEvents()
            assert time.perf_counter() < until, "nothing was painted"


def test_open_a_case(ledger: Ledger, desk: Desk, ten_thousand: Large, qtbot: QtBot) -> None:
    """From the choice to the painted chronology: 200 interviews, then 200 against 5."""
    many, few, somebody, *_ = ten_thousand.students
    assert len(desk.notebook.interviews.of_student([many])) == MANY
    assert len(desk.notebook.interviews.of_student([few])) == FEW
    path = desk.notebook.folder / NOTEBOOK
    bare, view, model = connect(path, desk.notebook.keys_of_files()[path]), QListView(), QStringListModel()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setUniformItemSizes(True)
    view.resize(900, 700)
    view.show()
    assert isinstance(desk.go("students", record_id=somebody), StudentsPage)

    def ours(student_id: str) -> float:
        desk.go("students", record_id=somebody)
        began = time.perf_counter()
        desk.window.go(Destination("students", record_id=student_id))
        timeline = next(one for one in desk.page.findChildren(Timeline) if one.isVisible())
        _Painted(timeline.viewport()).wait()
        return (time.perf_counter() - began) * 1000

    def raw(student_id: str) -> float:
        model.setStringList([])
        QApplication.processEvents()
        began = time.perf_counter()
        rows = bare.execute(_QUERY, (student_id,)).fetchall()
        model.setStringList([_line(*row) for row in rows])
        _Painted(view.viewport()).wait()
        return (time.perf_counter() - began) * 1000

    def measure(other: str | None) -> Samples:
        ours(many), raw(many)
        return [(ours(many), raw(many) if other is None else ours(other)) for _ in range(_ROUNDS)]

    ledger.judge(
        "open a case, 200 against 5 interviews", against="ours: 200; bare: 5", bound=1.5,
        measure=lambda: measure(few),
    )  # fmt: skip
    ledger.judge(
        "open a case of 200 interviews", against="raw query + one paint", bound=2,
        measure=lambda: measure(None),
    )  # fmt: skip
    bare.close()


def _line(day: str, start: str, said: Any) -> str:
    return f"{day} {start} {json.loads(said)[:240] if said else ''}"
