"""`carnet restore`: a copy put back into a new folder."""

import argparse
from pathlib import Path

from app.actions.copies.restore_notebook import restore_copy
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.i18n import N_, Locale
from app.storage.restoring import refuse_filled


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("copy", type=Path, metavar="BACKUP", help=N_("the folder of a copy"))
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("an empty or new folder"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the notebook is there: JSON {"notebook", "copy"}; 1 when the folder holds anything."""
    refuse_filled(arguments.notebook)  # before a phrase is asked for
    restore_copy(folder=arguments.copy, passphrase=phrase_of(arguments, locale), target=arguments.notebook)
    if arguments.json:
        answer({"notebook": str(arguments.notebook), "copy": str(arguments.copy)})
    say(locale.text("The notebook is in {folder}. The copy stays where it was.", folder=arguments.notebook))
    return 0
