"""What is pasted from elsewhere is words and nothing else."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from tests.ui.form_view.sheet import Desk


class _Asked(http.server.BaseHTTPRequestHandler):
    """Notes that somebody fetched something."""

    times = 0

    def do_GET(self) -> None:
        type(self).times += 1
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def address() -> Iterator[str]:
    """Where a picture in the pasted text would be fetched."""
    _Asked.times = 0
    server = http.server.HTTPServer(("127.0.0.1", 0), _Asked)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()


def _from_a_word_processor(address: str, near: Path) -> QMimeData:
    near.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    content = QMimeData()
    content.setHtml(
        f"<style>p{{color:red}}</style><p><b>Elle</b> dit <img src='{address}a.png'>"
        f"<img src='{near.as_uri()}'><a href='{address}'>non</a><script>alert(1)</script></p>"
    )
    content.setText("Elle dit non")
    content.setData("image/svg+xml", near.read_bytes())
    return content


def test_every_field_of_a_form_takes_the_words_alone(desk: Desk, address: str, tmp_path: Path) -> None:
    """Bold, pictures, links and scripts stay behind; nothing is fetched, from the net or the disk."""
    view = desk.view()
    content = _from_a_word_processor(address, tmp_path / "a.svg")
    areas: list[QWidget] = [*view.findChildren(QTextEdit), *view.findChildren(QPlainTextEdit)]
    assert len(areas) >= 3
    for area in areas:
        assert isinstance(area, QTextEdit | QPlainTextEdit)
        area.insertFromMimeData(content)
        assert "Elle dit non" in area.toPlainText()
        html = area.document().toHtml()
        assert not any(sign in html for sign in ("<img", "<a ", "<script", "color:#ff0000"))
    for _ in range(20):
        QApplication.processEvents()
    assert _Asked.times == 0
    assert "<b>" not in str(view.raw())


def test_lines_and_the_areas_of_questions_too(desk: Desk, theme: Theme, address: str, tmp_path: Path) -> None:
    """A field outside a form is no other door."""
    content = _from_a_word_processor(address, tmp_path / "a.svg")
    area = TextArea(theme)
    area.insertFromMimeData(content)
    assert area.words() == "Elle dit non"
    board = QApplication.clipboard()
    board.setMimeData(content)
    line = QLineEdit()
    line.paste()
    board.clear()
    assert line.text() == "Elle dit non"
    assert _Asked.times == 0


def test_words_that_look_like_html_are_shown_as_they_are(theme: Theme) -> None:
    """A name with signs in it is a name."""
    label = Label(theme, "<img src='file:///etc/hostname'>")
    assert label.textFormat().name == "PlainText"
    assert label.text() == "<img src='file:///etc/hostname'>"
