"""`carnet card`: one's own identity card, or a correspondent's accepted."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from app.actions.cards.accept_card import accept_card
from app.actions.cards.open_card import open_card
from app.actions.cards.own_card import own_card
from app.actions.cards.write_card import write_card
from app.commands.note_opened import note_opened
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.errors import CardInvalid, FileThere
from app.exchange.card_file import LARGEST, card_fingerprint, read
from app.i18n import N_, Locale
from app.models.card import Card
from app.security.fingerprint import fingerprint_digits, fingerprint_words
from app.storage.notebook import Notebook

_HOW = ("face", "phone", "stated", "no")
_YES = {"y", "yes", "o", "oui", "j", "ja"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--accept", type=Path, metavar="FILE", help=N_("a correspondent’s card"))
    either.add_argument("-o", "--output", type=Path, metavar="FILE", help=N_("write one’s own card there"))
    parser.add_argument(
        "--compared", choices=_HOW, default="stated",
        help=N_("how the words were compared with their owner; no: keep the card, exchange nothing yet"),
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help=N_("replace the file when it is there"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the card is shown, written or accepted; 1 when the person says the words differ."""
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        if arguments.accept is not None:
            return _accept(notebook, arguments, locale)
        card = own_card(notebook)
        if arguments.output is not None:
            if not arguments.force and _is_something_else(arguments.output, card):
                raise FileThere(file=arguments.output.name)
            write_card(notebook, path=arguments.output)
        note_opened(notebook)
        report = _report(card, locale)
        if arguments.json:
            answer(report | {"file": str(arguments.output) if arguments.output else None})
        else:
            _say(report, locale)
        return 0
    finally:
        notebook.close()


def _is_something_else(path: Path, card: Card) -> bool:
    """Whether another file lies there already; one's own card may be written over itself."""
    if not path.exists():
        return False
    try:
        with path.open("rb") as untrusted:
            return read(untrusted.read(LARGEST + 1)).sign_key != card.sign_key
    except (CardInvalid, OSError):
        return True


def _accept(notebook: Notebook, arguments: argparse.Namespace, locale: Locale) -> int:
    opened = open_card(notebook, path=arguments.accept)
    report = _report(opened.card, locale)
    if not arguments.json:
        _say(report, locale)
    how = "" if arguments.compared == "no" else arguments.compared
    if how == "stated" and not arguments.json and sys.stdin.isatty():
        say(locale.text("Are these the words on the owner’s side? [y/N]"))
        if sys.stdin.readline().strip().lower() not in _YES:
            say(locale.text("Nothing was saved."))
            return 1
    accept_card(notebook, card=opened.card, compared_how=how, compared_at=date.today())
    note_opened(notebook)
    known = notebook.correspondents.by_key(opened.card.sign_key)
    state = known.state if known else "changed"
    if arguments.json:
        answer(report | {"verdict": opened.verdict, "state": state})
    elif state == "changed":
        say(locale.text("This is not the card you compared. Nothing is exchanged until you compare again."))
    else:
        say(locale.text("The card is kept."))
    return 0


def _report(card: Card, locale: Locale) -> dict[str, Any]:
    digest = card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key)
    return {
        "id": card.id, "name": card.name, "unit": card.unit, "role": card.role,
        "words": fingerprint_words(digest, locale.code), "digits": fingerprint_digits(digest),
    }  # fmt: skip


def _say(report: dict[str, Any], locale: Locale) -> None:
    say(f"{report['name']}, {report['unit']}")
    say("  " + " ".join(report["words"]))
    say("  " + " ".join(report["digits"]))
