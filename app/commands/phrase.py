"""Where a command gets the passphrase: a file, standard input, or a question; never its own line."""

import argparse
import getpass
import sys
from pathlib import Path

from app.errors import FileUnreadable
from app.i18n import Locale


def add_phrase(parser: argparse.ArgumentParser) -> None:
    """The one option every command that opens a notebook has."""
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help="read the passphrase from FILE (- is standard input)"
    )


def phrase_of(arguments: argparse.Namespace, locale: Locale) -> str:
    """The passphrase without the end of its line; FileUnreadable when the file cannot be read."""
    if arguments.passphrase_file is None:
        return getpass.getpass(locale.text("Passphrase") + " : ")
    try:
        if arguments.passphrase_file == "-":
            return sys.stdin.readline().rstrip("\r\n")
        return Path(arguments.passphrase_file).read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file=Path(arguments.passphrase_file).name) from error
