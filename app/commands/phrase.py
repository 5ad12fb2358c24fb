"""Where a command gets the passphrase: a file, standard input, or a question; never its own line."""

import argparse
import getpass
import sys
import warnings
from pathlib import Path

from app.errors import FileUnreadable, PassphraseMissing
from app.i18n import N_, Locale

_STANDARD_INPUT = "-"


def add_phrase(parser: argparse.ArgumentParser) -> None:
    """The one option every command that opens a notebook has."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=N_("read the passphrase from the first line of FILE; - is standard input"),
    )


def phrase_of(arguments: argparse.Namespace, locale: Locale) -> str:
    """The passphrase without the end of its line.

    FileUnreadable when the file cannot be read, PassphraseMissing when there is nothing to read or
    nobody to ask.
    """
    source = arguments.passphrase_file
    try:
        if source is None:
            return _asked(locale.text("Passphrase: "))
        phrase = _first_line(source).decode("utf-8-sig").rstrip("\r\n")
    except EOFError:
        raise PassphraseMissing from None
    except (OSError, UnicodeDecodeError):
        # the cause goes no further: it could quote the line
        raise FileUnreadable(file=Path(source or _STANDARD_INPUT).name) from None
    if not phrase:
        raise PassphraseMissing
    return phrase


def _asked(question: str) -> str:
    """Typed unseen; where the screen would show it, nobody is asked."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(question)
        except getpass.GetPassWarning:
            raise PassphraseMissing from None


def _first_line(source: str) -> bytes:
    if source == _STANDARD_INPUT:
        return sys.stdin.buffer.readline()
    with Path(source).open("rb") as file:
        return file.readline()
