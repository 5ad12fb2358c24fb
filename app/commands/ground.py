"""On what ground something leaves, told on the command line."""

import argparse

from app.commands.say import say
from app.frameworks.library import Library
from app.i18n import N_, Locale

_GROUNDS = "disclosure-grounds"


def add_ground(parser: argparse.ArgumentParser) -> None:
    """`--ground CODE`, for the ledger."""
    parser.add_argument(
        "--ground", default="", metavar="CODE", help=N_("on what ground it goes, for the ledger")
    )


def knows_ground(arguments: argparse.Namespace, *, library: Library, locale: Locale) -> bool:
    """Whether the code is one of the list, or none was told; otherwise those there are have been said."""
    grounds = [item.code for item in library.lists[_GROUNDS].items]
    if not arguments.ground or arguments.ground in grounds:
        return True
    say(locale.text("There is no ground of that code. There are: {known}.", known=", ".join(grounds)))
    return False
