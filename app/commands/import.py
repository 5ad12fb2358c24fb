"""`carnet import`: take over what a package holds, or read a receipt."""  # noqa: N999  # the command’s own name

import argparse
from pathlib import Path

from app import paths
from app.actions.receipts.open_acknowledgement import open_acknowledgement, own_packages
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.open_package import WENT_BACK, OpenedPackage, open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.unit_changes.open_library import open_library
from app.commands.as_text import add_as_text
from app.commands.note_opened import note_opened
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.commands.tell_package import VERDICTS, tell_counts, tell_package
from app.errors import FileNotWritten, FileThere
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument("file", type=Path, metavar="FILE", help=N_("a package"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--preview", action="store_true", help=N_("write nothing"))
    either.add_argument(
        "--acknowledge", type=Path, metavar="FILE", help=N_("write the receipt for the sender into FILE")
    )
    add_as_text(parser)
    parser.add_argument("--force", action="store_true", help=N_("replace the file when it is there"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when it was taken over: JSON {"new", "updated", "identical", "conflicts", "refused"}."""
    if arguments.acknowledge and arguments.acknowledge.exists() and not arguments.force:
        raise FileThere(file=arguments.acknowledge.name)
    if arguments.acknowledge and not arguments.acknowledge.absolute().parent.is_dir():
        raise FileNotWritten  # said before anything is taken over, not after
    library = Library.load(paths.resources())
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        library = open_library(notebook, shipped=library)
        opened = open_package(notebook, library=library, path=arguments.file)
        opened.refuse_fork()
        if opened.header.kind == "acknowledgement":
            return _read_receipt(notebook, opened, arguments, locale)
        counts = {said: opened.count(verdict) for verdict, said in VERDICTS.items()}  # type: ignore[arg-type]
        if not arguments.preview:
            received = receive_package(notebook, library=library, opened=opened).counts
            counts = {said: received.get(verdict, 0) for verdict, said in VERDICTS.items()}
            if arguments.acknowledge:
                write_acknowledgement(
                    notebook, package_id=opened.header.package_id, path=arguments.acknowledge,
                    as_text=arguments.as_text,
                )  # fmt: skip
            note_opened(notebook)
        if arguments.json:
            answer(counts)
        tell_package(opened, locale=locale)
        if not arguments.json:
            tell_counts(opened, counts, locale=locale)
    finally:
        notebook.close()  # and what waits of the package goes with it
    return 0


def _read_receipt(
    notebook: Notebook, opened: OpenedPackage, arguments: argparse.Namespace, locale: Locale
) -> int:
    marked = own_packages(notebook, opened=opened)
    if opened.unknown_receipts:
        say(locale.text(WENT_BACK))
    if not arguments.preview:
        marked = open_acknowledgement(notebook, opened=opened).package_ids
        note_opened(notebook)
    if arguments.json:
        answer({"acknowledged": marked} | dict.fromkeys(VERDICTS.values(), 0))
    said = locale.plural("{n} package was received.", "{n} packages were received.", len(marked))
    say(said)
    return 0
