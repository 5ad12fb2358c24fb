"""Keeps a draft, then again in a folder one may only read, then again; run as a program by the tests.

    FOLDER PHRASE

Whoever runs the tests as root meets closed folders as everybody else does.
"""

import ctypes
import sys
from pathlib import Path

from app.errors import CarnetError
from app.storage.notebook import Notebook
from tests.storage.test_taken_away import keep

_VERSION = 0x20080522  # of what the system calls capabilities


def main(folder: str, phrase: str) -> None:
    """Print what became of each of the three."""
    notebook = Notebook.open(Path(folder), passphrase=phrase)
    _be_like_anybody()
    for mode, text in ((0o700, "avant"), (0o500, "pendant"), (0o700, "après")):
        Path(folder).chmod(mode)
        try:
            keep(notebook, text)
        except CarnetError as failure:
            print(type(failure).__name__)
        else:
            print("kept")
    notebook.close()


def _be_like_anybody() -> None:
    """Without the power to override what a folder's owner has forbidden."""
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    nothing = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset(header, nothing) == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
