"""`carnet print`: any form, blank or filled, as a PDF."""

import argparse
from datetime import date
from pathlib import Path

from app import paths
from app.actions.find_sheet import find_sheet
from app.actions.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.record_disclosure import record_disclosure
from app.actions.save_paper import save_paper
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import say
from app.documents import form_pdf
from app.errors import FileNotWritten
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook

HELP = "print any form, blank or filled, into a PDF"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    parser.add_argument("--form", required=True, metavar="KEY", help="e.g. f4-referral")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--record", metavar="REF", help="a case reference, or the beginning of a sheet's identifier"
    )
    which.add_argument("--blank", action="store_true", help="to be written on by hand")
    parser.add_argument(
        "--to", default="", metavar="NAME", help="to whom a filled paper goes, for the ledger"
    )
    parser.add_argument("--ground", default="", metavar="CODE", help="on what ground, for the ledger")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.pdf")
    parser.add_argument("--force", action="store_true", help="replace FILE.pdf when it is there")
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the file is there. A filled paper writes a line in the ledger of what left."""
    if arguments.output.exists() and not arguments.force:
        raise FileNotWritten
    library = Library.load(paths.resources())
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        if arguments.blank:
            subject = prepare_blank_paper(
                notebook, library=library, form_key=arguments.form, locale=locale, day=date.today()
            )
            save_paper(pdf=form_pdf.build(subject, locale), path=arguments.output)
        else:
            sheet = find_sheet(notebook, library=library, form_key=arguments.form, reference=arguments.record)
            subject = prepare_paper(notebook, library=library, sheet=sheet, locale=locale)
            save_paper(pdf=form_pdf.build(subject, locale), path=arguments.output)
            record_disclosure(
                notebook, sheet=sheet, means="saved", recipient=arguments.to or locale.text("not said"),
                ground=arguments.ground, language=locale.code,
            )  # fmt: skip
    finally:
        notebook.close()
    say(locale.text("The paper is in {file}.", file=arguments.output))
    return 0
