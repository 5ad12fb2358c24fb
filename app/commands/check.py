"""`carnet check`: is everything in a notebook whole."""

import argparse
from pathlib import Path

from app.commands.note_opened import note_opened
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.errors import KeysDamaged, KeysMissing, NotebookDamaged, NotebookMissing
from app.i18n import N_, Locale
from app.storage.notebook import Notebook

_BROKEN = (KeysDamaged, KeysMissing, NotebookDamaged, NotebookMissing)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when all is well, 1 when something is broken: JSON {"ok", "problems": [short code]}."""
    phrase = phrase_of(arguments, locale)
    try:
        problems = _problems(arguments.notebook, phrase)
    except _BROKEN as failure:
        if arguments.json:
            answer({"ok": False, "problems": [f"opening: {type(failure).__name__}"]})
        raise
    if arguments.json:
        answer({"ok": not problems, "problems": problems})
    if not problems:
        say(locale.text("Everything in this notebook is whole."))
        return 0
    say(locale.text("Something in this notebook is broken. Open your most recent copy."))
    if not arguments.json:
        for problem in problems:
            say(f"  {problem}")
    return 1


def _problems(folder: Path, phrase: str) -> list[str]:
    notebook = Notebook.open(folder, passphrase=phrase)
    try:
        problems = notebook.damage()
        if not problems:  # nothing is written into a file that is broken
            note_opened(notebook)
        return problems
    finally:
        notebook.close()
