"""`carnet export`: chosen cases as a sealed package."""

import argparse
from pathlib import Path

from app import paths
from app.actions.attachments.tell_file import file_title
from app.actions.cards.find_correspondent import find_correspondent
from app.actions.cases.present_cases import present_cases
from app.actions.disclosure.conditions_of import conditions_of, refuse_open_conditions
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.actions.unit_changes.open_library import open_library
from app.commands.as_text import add_as_text
from app.commands.ground import add_ground, knows_ground
from app.commands.note_opened import note_opened
from app.commands.parser import WRONG_USAGE
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.errors import CaseUnknown, FileThere
from app.exchange.travelling import ATTACHMENT
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument("--to", required=True, metavar="NAME", help=N_("whose card was compared"))
    parser.add_argument(
        "--case",
        action="append",
        default=[],
        metavar="REF",
        help=N_("a case reference; all open cases otherwise"),
    )
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help=N_("the file to write")
    )
    add_ground(parser)
    parser.add_argument(
        "--conditions-met", action="store_true",
        help=N_("every condition the service asks for on this ground holds"),
    )  # fmt: skip
    parser.add_argument(
        "--for-good", action="store_true", help=N_("the recipient goes on with the cases, not you")
    )
    add_as_text(parser)
    parser.add_argument("--force", action="store_true", help=N_("replace the file when it is there"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the package is there; a line in the ledger for each case."""
    library = Library.load(paths.resources())
    if not knows_ground(arguments, library=library, locale=locale):
        return WRONG_USAGE
    if arguments.output.exists() and not arguments.force:
        raise FileThere(file=arguments.output.name)
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        library = open_library(notebook, shipped=library)
        asked = conditions_of(notebook, library=library, ground=arguments.ground)
        met = [one.key for one in asked] if arguments.conditions_met else []
        refuse_open_conditions(notebook, library=library, ground=arguments.ground, met=met)
        correspondent = find_correspondent(notebook, name=arguments.to)
        outgoing = choose_outgoing(
            notebook,
            library=library,
            correspondent_id=correspondent.id,
            case_ids=_cases(notebook, arguments.case),
            for_good=arguments.for_good,
        )
        sent = send_package(
            notebook,
            correspondent_id=correspondent.id,
            outgoing=outgoing,
            path=arguments.output,
            ground=arguments.ground,
            conditions=met,
            language=locale.code,
            as_text=arguments.as_text,
        )
        note_opened(notebook)
    finally:
        notebook.close()
    if arguments.json:
        counts = {"records": sent.records, "cases": len(outgoing.case_ids)}
        if files := sum(line.kind == ATTACHMENT for line in outgoing.lines):
            counts |= {"attachments": files}
        parts = {"parts": [str(path) for path in sent.paths]} if len(sent.paths) > 1 else {}
        answer({"package": str(sent.path), "number": sent.sequence, **counts, **parts})
    for number, path in enumerate(sent.paths, start=sent.sequence):
        say(locale.text("Package no. {number} is in {file}.", number=number, file=path))
    for one in outgoing.staying:
        title = file_title(one.attachment.name, locale)
        say("  " + locale.text("{mark}: {text}", mark=title, text=locale.text(one.why)))
    return 0


def _cases(notebook: Notebook, references: list[str]) -> list[str]:
    if not references:
        given = notebook.transfers.handovers.given()
        return [one.id for one in notebook.cases.list() if one.state == "open" and one.id not in given]
    found = []
    for reference in references:
        case = notebook.cases.by_reference(reference)
        if case is None or not present_cases(notebook, case_ids=[case.id]):
            raise CaseUnknown(reference=reference)
        found.append(case.id)
    return found
