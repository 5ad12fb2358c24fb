"""`carnet check`: is everything in a notebook whole."""

import argparse
from pathlib import Path

from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.i18n import Locale
from app.storage.notebook import Notebook

HELP = "check cipher pages, structure, journal chain and search index"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    parser.add_argument("--json", action="store_true")
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when all is well, 1 when something is broken."""
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        problems = notebook.damage()
    finally:
        notebook.close()
    if arguments.json:
        answer({"ok": not problems, "problems": problems})
    elif problems:
        say(locale.text("Something in this notebook is broken:"))
        for problem in problems:
            say(f"  {problem}")
    else:
        say(locale.text("Everything in this notebook is whole."))
    return 1 if problems else 0
