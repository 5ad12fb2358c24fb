"""Written as text, for mail that lets no other file through."""

import argparse

from app.i18n import N_


def add_as_text(parser: argparse.ArgumentParser) -> None:
    """`--as-text`, for commands that seal a file."""
    parser.add_argument(
        "--as-text",
        action="store_true",
        help=N_("write it as text, which any mail lets through; it is sealed all the same"),
    )
