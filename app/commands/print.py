"""`carnet print`: any form, blank or filled, as a PDF."""

import argparse
from datetime import date
from pathlib import Path

from app import paths
from app.actions.disclosure.save_paper import save_paper
from app.actions.papers.hand_out_file import hand_out_file
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.sheets.find_sheet import find_sheet
from app.actions.unit_changes.open_library import open_library
from app.commands.ground import add_ground, knows_ground
from app.commands.note_opened import note_opened
from app.commands.parser import WRONG_USAGE
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import say
from app.documents import form_pdf
from app.errors import FileThere
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument("--form", required=True, metavar="KEY", help=N_("the form, e.g. f4-referral"))
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--record", metavar="REF", help=N_("a case reference, or the beginning of a sheet’s identifier")
    )
    which.add_argument("--blank", action="store_true", help=N_("to be written on by hand"))
    parser.add_argument(
        "--to", default="", metavar="NAME", help=N_("to whom a filled paper goes, for the ledger")
    )
    add_ground(parser)
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE.pdf", help=N_("the file to write")
    )
    parser.add_argument("--force", action="store_true", help=N_("replace the file when it is there"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the file is there, in the language of `--lang`. A filled paper writes a line in the ledger."""
    library = Library.load(paths.resources())
    if not knows_ground(arguments, library=library, locale=locale):
        return WRONG_USAGE
    if arguments.output.exists() and not arguments.force:
        raise FileThere(file=arguments.output.name)
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        library = open_library(notebook, shipped=library)
        if arguments.blank:
            subject = prepare_blank_paper(
                notebook, library=library, form_key=arguments.form, locale=locale, day=date.today()
            )
            save_paper(pdf=form_pdf.build(subject, locale), path=arguments.output)
        else:
            _print_filled(notebook, library, arguments, locale)
        note_opened(notebook)
    finally:
        notebook.close()
    say(locale.text("The paper is in {file}.", file=arguments.output))
    return 0


def _print_filled(
    notebook: Notebook, library: Library, arguments: argparse.Namespace, locale: Locale
) -> None:
    sheet = find_sheet(notebook, library=library, form_key=arguments.form, reference=arguments.record)
    subject = prepare_paper(notebook, library=library, sheet=sheet, locale=locale, today=date.today())
    pdf = form_pdf.build(subject, locale)
    partner = notebook.partners.find(getattr(sheet.record, "partner_id", None))
    hand_out_file(
        notebook, sheet=sheet, pdf=pdf, path=arguments.output,
        recipient=arguments.to or (partner.service if partner else ""),
        ground=arguments.ground, language=locale.code, today=date.today(),
    )  # fmt: skip
