"""`carnet demo`: a notebook with invented people, and the whole main job done on them."""

import argparse
import os
from datetime import date
from pathlib import Path

from app import paths, whole_file
from app.actions.make_demonstration import make_demonstration
from app.actions.open_sheet import open_sheet
from app.actions.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.record_disclosure import record_disclosure
from app.actions.save_paper import save_paper
from app.commands.say import answer, say
from app.documents import form_pdf
from app.errors import FileNotWritten
from app.frameworks.library import Library
from app.i18n import Locale
from app.security.passphrase import FLOOR

HELP = "write a notebook with invented people and do the whole main job on them"
PHRASE = "carnet de démonstration sans secret"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--students", type=int, default=37, metavar="N")
    parser.add_argument("--years", type=int, default=2, metavar="N")
    parser.add_argument("--seed", type=int, default=7, metavar="N")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when everything is there: notebook, its passphrase, the referral filled and blank."""
    folder: Path = arguments.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        phrase_file = folder / "passphrase.txt"
        whole_file.write(path=phrase_file, content=f"{PHRASE}{os.linesep}".encode())
    except OSError as error:
        raise FileNotWritten from error
    library = Library.load(paths.resources())
    notebook = make_demonstration(
        folder / "practitioner", library=library, locale=locale, passphrase=PHRASE,
        students=arguments.students, years=arguments.years, seed=arguments.seed, cost=FLOOR,
    )  # fmt: skip
    try:
        record = notebook.referrals.newest(limit=1)[0]
        sheet = open_sheet(notebook, library=library, kind="referral", record_id=record.id)
        filled, blank = folder / "referral.pdf", folder / "referral-blank.pdf"
        save_paper(
            pdf=form_pdf.build(prepare_paper(notebook, library=library, sheet=sheet, locale=locale), locale),
            path=filled,
        )
        partner = notebook.partners.find(record.partner_id)
        record_disclosure(
            notebook, sheet=sheet, means="saved", recipient=partner.service if partner else "",
            ground="AGREEMENT", language=locale.code,
        )  # fmt: skip
        subject = prepare_blank_paper(
            notebook, library=library, form_key=sheet.form.key, locale=locale, day=date.today()
        )
        save_paper(pdf=form_pdf.build(subject, locale), path=blank)
        counts = {
            "students": notebook.students.count(),
            "interviews": notebook.interviews.count(),
            "referrals": notebook.referrals.count(),
            "tasks": notebook.tasks.count(),
            "partners": notebook.partners.count(),
        }
    finally:
        notebook.close()
    report = {
        "practitioner": {"notebook": str(folder / "practitioner"), "passphrase_file": str(phrase_file)},
        "referral_pdf": str(filled),
        "blank_referral_pdf": str(blank),
        "counts": counts,
    }
    if arguments.json:
        answer(report)
        return 0
    say(locale.text("Invented people only. What was made:"))
    for words, place in (
        (locale.text("notebook"), folder / "practitioner"),
        (locale.text("its passphrase"), phrase_file),
        (locale.text("referral, filled"), filled),
        (locale.text("referral, blank"), blank),
    ):
        say(f"  {words}: {place}")
    say("  " + ", ".join(f"{name}: {n}" for name, n in counts.items()))
    return 0
