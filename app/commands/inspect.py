"""`carnet inspect`: what a package is, and with a notebook what it would do."""

import argparse
from pathlib import Path

from app import paths
from app.actions.receiving.open_package import open_package
from app.actions.unit_changes.open_library import open_library
from app.commands.note_opened import note_opened
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.commands.tell_package import VERDICTS, tell_counts, tell_package
from app.errors import FileUnreadable
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.security.seal import recipients_of
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("file", type=Path, metavar="FILE", help=N_("a package"))
    parser.add_argument(
        "--notebook",
        type=Path,
        metavar="NOTEBOOK",
        help=N_("whose package it is; without, only the outside is said"),
    )
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when it could be looked at. Without a notebook: age file, number of recipients, size."""
    try:
        size = arguments.file.stat().st_size
        with arguments.file.open("rb") as untrusted:
            recipients = recipients_of(untrusted)
    except OSError as error:
        raise FileUnreadable(file=arguments.file.name) from error
    report: dict[str, object] = {"format": "age", "recipients": recipients, "size": size}
    outside = locale.text("An age file for {n} recipients, {size} bytes.", n=recipients, size=size)
    if arguments.notebook is None:
        if arguments.json:
            answer(report)
        say(outside)
        return 0
    library = Library.load(paths.resources())
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        library = open_library(notebook, shipped=library)
        opened = open_package(notebook, library=library, path=arguments.file)
        counts = {said: opened.count(verdict) for verdict, said in VERDICTS.items()}  # type: ignore[arg-type]
        report |= {
            "sender": opened.correspondent.name,
            "kind": opened.header.kind,
            "number": opened.header.sequence,
            "missing": opened.missing,
            "forked": opened.is_forked,
            **counts,
        }
        note_opened(notebook)
        if opened.header.parts > 1:
            report |= {
                "part": opened.header.part,
                "parts": opened.header.parts,
                "missing_parts": opened.missing_parts,
            }
        if arguments.json:
            answer(report)
        say(outside)
        tell_package(opened, locale=locale)
        if opened.header.kind == "records" and not arguments.json:
            tell_counts(opened, counts, locale=locale)
    finally:
        notebook.close()  # and what waits of the package goes with it
    return 0
