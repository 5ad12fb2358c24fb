"""From a key to its letter, and from the words to the disk."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.draft import Draft
from app.storage.notebook import NOTEBOOK, Notebook
from app.ui.pages.sheet import SheetPage
from app.ui.theme.theme import Theme
from tests.bench.bare import connect
from tests.bench.corpus import Corpus
from tests.bench.ledger import Ledger, Samples, in_turn, percentile
from tests.bench.notebooks import interview_values
from tests.builders import TODAY
from tests.stories.desk import Desk

_KEYS, _TURNS = 120, 6
_PAUSE = 0.02  # seconds between two keys: faster than anybody types, slow enough for drafts in between
_DRAFT = 2048


class _Paints(QObject):
    """Counts how often a text was painted."""

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(text)
        self.count = 0
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def desk(opened: Notebook, library: Library, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """The real window on 10,000 interviews."""
    with Desk(qtbot, opened, library=library, locale=Locale("fr"), theme=theme) as desk:
        yield desk


def _typed(text: QPlainTextEdit) -> list[float]:
    """Milliseconds from key to letter, at the pace of a hand; what else is due happens in between."""
    paints, took = _Paints(text), []
    for number in range(_KEYS):
        due = time.perf_counter() + _PAUSE
        while time.perf_counter() < due:
            QApplication.processEvents()
        before, began = paints.count, time.perf_counter()
        QTest.keyClick(text, "abcdefgh "[number % 9])
        while paints.count == before:
            QApplication.processEvents()
            assert time.perf_counter() < began + 5, "no letter came"
        took.append((time.perf_counter() - began) * 1000)
    return took


def test_key_to_letter(ledger: Ledger, desk: Desk, qtbot: QtBot) -> None:
    """Into 1,500 characters of an interview, drafts going to the disk meanwhile."""
    words = Corpus(sentences=500).text(1500)[:1500]
    page = desk.go("sheet", form="f1-interview", student_id=desk.notebook.students.list()[5].id)
    assert isinstance(page, SheetPage)
    assert page._view is not None
    page._view.focus_question("analysis")
    ours = desk.here
    assert isinstance(ours, QPlainTextEdit)
    bare = QPlainTextEdit()
    qtbot.addWidget(bare)
    bare.setFont(ours.font())
    ours.setPlainText(words)
    desk.settle()
    bare.resize(ours.size())
    bare.setPlainText(words)
    for text in (ours, bare):
        text.moveCursor(text.textCursor().MoveOperation.End)
    bare.show()
    desk.window.activateWindow()
    page._view.focus_question("analysis")
    desk.settle()
    _typed(ours), _typed(bare)

    def measure() -> Samples:
        samples: Samples = []
        for _ in range(_TURNS):
            samples += zip(_typed(ours), _typed(bare), strict=True)
        return samples

    for name, of, bound in (("median", percentile(0.5), 1.1), ("99 of 100", percentile(0.99), 1.5)):
        ledger.judge(
            f"key to letter, drafts on, {name}", against="a bare QPlainTextEdit", bound=bound, of=of,
            measure=measure,
        )  # fmt: skip
    assert desk.notebook.drafts.list(), "drafts were on"


def test_autosave(ledger: Ledger, opened: Notebook) -> None:
    """A draft of 2 KB, on disk."""
    path = opened.folder / NOTEBOOK
    key = opened.keys_of_files()[path]
    other = Path(shutil.copy2(path, opened.folder / "bare.db"))
    bare, content = connect(other, key), Corpus(sentences=200).text(_DRAFT)[:_DRAFT]
    kept = iter(range(10**6))

    def keep() -> None:
        opened.drafts.keep(_draft(f"{content}{next(kept)}"))

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ("d" * 32, "interview", "f1-interview", 1, None, None, "", "", f"{content}{next(kept)}".encode()),
        )
        bare.execute("COMMIT")

    ledger.judge(
        "autosave of a draft, 2 KB", against="a raw SQLCipher commit", bound=1.3,
        measure=lambda: in_turn(keep, commit, rounds=60, warm=5),
    )  # fmt: skip
    bare.close()


def _draft(words: str) -> Draft:
    return Draft(
        record_id="d" * 32, kind="interview", form="f1-interview", form_version=1, content={"demand": words}
    )


def test_saving_an_interview(
    ledger: Ledger, opened: Notebook, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Record, answers, revision, index, in one change, against the same statements alone; for information."""
    path = opened.folder / NOTEBOOK
    bare = connect(Path(shutil.copy2(path, opened.folder / "bare.db")), opened.keys_of_files()[path])
    statements: list[tuple[str, Any]] = []
    _listen(opened, statements, monkeypatch)
    student, corpus = opened.students.list()[7], Corpus(seed=11, sentences=2000)

    def save() -> None:
        statements.clear()
        sheet = new_sheet(
            opened, library=library, form_key="f1-interview", locale=Locale("fr"), student_id=student.id
        )
        values = sheet.values | interview_values(corpus, TODAY)
        finish_sheet(opened, library=library, sheet=sheet, values=values, today=TODAY)

    def measure() -> Samples:
        samples = []
        for number in range(42):
            began = time.perf_counter()
            save()
            middle = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            for sql, parameters in statements:
                bare.execute(sql, parameters)
            bare.execute("COMMIT")
            if number > 1:
                samples.append(((middle - began) * 1000, (time.perf_counter() - middle) * 1000))
        return samples

    ledger.judge("saving an interview", against="its writing statements alone", bound=None, measure=measure)
    bare.close()


def _listen(notebook: Notebook, statements: list[tuple[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember every statement that writes, in order."""
    engine = notebook.history._engine
    run: Callable[..., int] = engine.run
    many: Callable[..., None] = engine.run_many

    def heard(sql: str, parameters: Any = ()) -> int:
        statements.append((sql, tuple(parameters)))
        return run(sql, parameters)

    def heard_many(sql: str, parameters: Any) -> None:
        rows = [tuple(row) for row in parameters]
        statements.extend((sql, row) for row in rows)
        many(sql, rows)

    monkeypatch.setattr(engine, "run", heard)
    monkeypatch.setattr(engine, "run_many", heard_many)
