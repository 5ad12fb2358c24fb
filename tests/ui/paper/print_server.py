"""A printing system of a few lines: speaks as much IPP as a program needs that prints, and keeps what came.

In a process of its own: whoever asks it from the window's thread holds Python until the answer is there.
"""

import os
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL
from ctypes.util import find_library
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.architecture.house import ROOT

QUEUE = "salle"
_CREATE_JOB, _SEND_DOCUMENT = 0x0005, 0x0006
_OPERATION, _JOB, _END, _PRINTER = 1, 2, 3, 4
_INTEGER, _ENUM, _NAME, _KEYWORD, _URI, _CHARSET, _LANGUAGE, _MIME = (
    0x21, 0x23, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49,
)  # fmt: skip
_IDLE, _STOPPED, _REFUSED = 3, 5, 0x0506


def prints_by_cups() -> bool:
    """Whether this computer has the library of CUPS."""
    return sys.platform == "linux" and find_library("cups") is not None


class PrintServer:
    """One printer as a test sees it, through the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def papers(self) -> list[bytes]:
        """The documents it was given whole."""
        return [path.read_bytes() for path in sorted(self._folder.glob("paper-*.pdf"))]

    @property
    def asked(self) -> list[bytes]:
        """With what options."""
        return [path.read_bytes() for path in sorted(self._folder.glob("job-*"))]

    @property
    def is_reached(self) -> bool:
        """Whether a document stands before a door that is held."""
        return (self._folder / "reached").exists()

    def hold(self) -> None:
        """Whoever hands a document over waits from now on."""
        (self._folder / "hold").touch()

    def go_on(self) -> None:
        """Take what waits."""
        (self._folder / "hold").unlink()

    def vanish(self) -> None:
        """No paper is taken any more."""
        (self._folder / "gone").touch()


@contextmanager
def print_server(folder: Path) -> Iterator[PrintServer]:
    """Running, and the one this process and those it starts print on."""
    folder.mkdir()
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.paper.print_server", str(folder)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert program.stdout is not None
    before, address = os.environ.get("CUPS_SERVER", "/nowhere"), program.stdout.readline().strip()
    cups = CDLL("libcups.so.2")
    os.environ["CUPS_SERVER"] = address
    cups.cupsSetServer(address.encode())
    try:
        yield PrintServer(folder)
    finally:
        cups.cupsSetServer(before.encode())
        os.environ["CUPS_SERVER"] = before
        program.kill()
        program.communicate()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = Path()
    jobs = 0

    def do_GET(self) -> None:
        """No driver file, no icon."""
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        """One question of a printing program."""
        body = self._body()
        operation, number = struct.unpack(">HI", body[2:8])
        refused = (self.folder / "gone").exists() and operation in (_CREATE_JOB, _SEND_DOCUMENT)
        answer = _head(_REFUSED if refused else 0, number)
        if operation == _CREATE_JOB and not refused:
            _Answer.jobs += 1
            (self.folder / f"job-{self.jobs}").write_bytes(body)
        elif operation == _SEND_DOCUMENT and not refused:
            self._take(body[body.index(b"%PDF") :])
        if operation in (_CREATE_JOB, _SEND_DOCUMENT):
            answer += bytes([_JOB]) + _value(_INTEGER, "job-id", self.jobs) + _value(_ENUM, "job-state", 3)
        else:
            answer += bytes([_PRINTER]) + self._printer()
        answer += bytes([_END])
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def _take(self, paper: bytes) -> None:
        number = self.jobs
        while (self.folder / "hold").exists():
            (self.folder / "reached").touch()
            time.sleep(0.01)
        part = self.folder / f"part-{number}"
        part.write_bytes(paper)
        part.rename(self.folder / f"paper-{number}.pdf")

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", "0")))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def _printer(self) -> bytes:
        state = _STOPPED if (self.folder / "gone").exists() else _IDLE
        return b"".join((
            _value(_NAME, "printer-name", QUEUE),
            _value(_URI, "printer-uri-supported", f"ipp://{self.headers['Host']}/printers/{QUEUE}"),
            _value(_ENUM, "printer-type", 0x0004), _value(_NAME, "printer-info", "Salle des maîtres"),
            _value(_ENUM, "printer-state", state),
            _value(_KEYWORD, "media-default", "iso_a4_210x297mm"),
            _value(_MIME, "document-format-supported", "application/pdf"),
        ))  # fmt: skip


def _head(status: int, number: int) -> bytes:
    return (
        struct.pack(">BBHI", 2, 0, status, number)
        + bytes([_OPERATION])
        + _value(_CHARSET, "attributes-charset", "utf-8")
        + _value(_LANGUAGE, "attributes-natural-language", "en")
    )


def _value(tag: int, name: str, value: str | int) -> bytes:
    content = struct.pack(">i", value) if isinstance(value, int) else value.encode()
    long = len(name)
    return struct.pack(f">BH{long}sH", tag, long, name.encode(), len(content)) + content


def _serve(folder: Path) -> None:
    _Answer.folder = folder
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as server:
        print(f"127.0.0.1:{server.server_address[1]}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
