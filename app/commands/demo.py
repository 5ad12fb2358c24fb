"""`carnet demo`: a notebook with invented people, and the whole main job done on them."""

import argparse
import os
from datetime import date
from pathlib import Path

from app import paths, whole_file
from app.actions.demonstration.demonstrate_transfer import demonstrate_transfer
from app.actions.demonstration.make_demonstration import make_demonstration
from app.actions.disclosure.save_paper import save_paper
from app.actions.papers.hand_out_file import hand_out_file
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.sheets.open_sheet import open_sheet
from app.commands.say import answer, say
from app.documents import form_pdf
from app.errors import FileNotWritten, FolderNotEmpty
from app.exchange.card_file import SUFFIX
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook

_COUNTED = ("student", "guardian", "case", "interview", "plan", "referral", "task", "partner")
PHRASE = "carnet de démonstration sans secret"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=N_("an empty or new folder"))
    parser.add_argument(
        "--students", type=_positive, default=37, metavar="N", help=N_("how many students (37)")
    )
    parser.add_argument(
        "--years", type=_positive, default=2, metavar="N", help=N_("over how many school years (2)")
    )
    parser.add_argument(
        "--seed", type=int, default=7, metavar="N", help=N_("the same number makes the same people (7)")
    )
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when everything is there: both notebooks, their passphrase, the papers, the package, its receipt."""
    folder: Path = arguments.folder
    phrase_file = folder / "passphrase.txt"
    _begin(folder, phrase_file)
    library = Library.load(paths.resources())
    notebook = make_demonstration(
        folder / "practitioner", library=library, locale=locale, passphrase=PHRASE,
        students=arguments.students, years=arguments.years, seed=arguments.seed, cost=FLOOR,
    )  # fmt: skip
    try:
        filled, blank = folder / "referral.pdf", folder / "referral-blank.pdf"
        _refer(notebook, library, locale, filled, blank)
        handed = demonstrate_transfer(notebook, library=library, folder=folder, passphrase=PHRASE, cost=FLOOR)
        counts = {kind + "s": notebook.shelf(kind).count() for kind in _COUNTED}
    finally:
        notebook.close()
    report = {
        "practitioner": {"notebook": str(folder / "practitioner"), "passphrase_file": str(phrase_file)},
        "unit": {"notebook": str(handed.unit), "passphrase_file": str(phrase_file)},
        "referral_pdf": str(filled),
        "blank_referral_pdf": str(blank),
        "package": str(handed.package),
        "acknowledgement": str(handed.acknowledgement),
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
        (locale.text("the unit’s notebook"), handed.unit),
        *((locale.text("card"), path) for path in sorted(folder.glob(f"*{SUFFIX}"))),
        (locale.text("package for the unit"), handed.package),
        (locale.text("its receipt"), handed.acknowledgement),
    ):
        say(locale.text("  {what}: {place}", what=words, place=place))
    say("  " + locale.plural("{n} student", "{n} students", counts["students"]))
    say("  " + locale.plural("{n} interview", "{n} interviews", counts["interviews"]))
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _begin(folder: Path, phrase_file: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FolderNotEmpty
        whole_file.write(path=phrase_file, content=f"{PHRASE}{os.linesep}".encode())
    except FileExistsError as error:
        raise FolderNotEmpty from error
    except OSError as error:
        raise FileNotWritten from error


def _refer(notebook: Notebook, library: Library, locale: Locale, filled: Path, blank: Path) -> None:
    """The newest referral as it goes out, with its line in the ledger, and the same form for the pen."""
    record = notebook.referrals.newest(limit=1)[0]
    sheet = open_sheet(notebook, library=library, kind="referral", record_id=record.id)
    subject = prepare_paper(notebook, library=library, sheet=sheet, locale=locale, today=date.today())
    partner = notebook.partners.find(record.partner_id)
    hand_out_file(
        notebook, sheet=sheet, pdf=form_pdf.build(subject, locale), path=filled,
        recipient=partner.service if partner else "", ground="AGREEMENT", language=locale.code,
        today=date.today(),
    )  # fmt: skip
    subject = prepare_blank_paper(
        notebook, library=library, form_key=sheet.form.key, locale=locale, day=date.today()
    )
    save_paper(pdf=form_pdf.build(subject, locale), path=blank)
