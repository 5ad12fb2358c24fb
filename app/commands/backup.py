"""`carnet backup`: a verified encrypted copy."""

import argparse
from pathlib import Path

from app.actions.copies.copy_notebook import copy_notebook
from app.commands.note_opened import note_opened
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.i18n import N_, Locale
from app.storage.kept_copies import copy_in
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument(
        "destination", type=Path, metavar="DEST", help=N_("the folder the copy goes into, in one of its own")
    )
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the copy was read back whole: JSON {"copy", "bytes"}; otherwise nothing is left of it."""
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        copy = copy_notebook(notebook, destination=arguments.destination)
        note_opened(notebook)
    finally:
        notebook.close()
    if arguments.json:
        found = copy_in(copy)
        answer({"copy": str(copy), "bytes": found.size if found else 0})
    say(locale.text("The copy is in {folder}. It was read back whole.", folder=copy))
    return 0
