"""`carnet import-roster`: bring in a class list."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

from app import paths
from app.actions.rosters.import_guardians import import_guardians
from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.open_list import open_list
from app.actions.rosters.open_roster import OpenedRoster
from app.actions.rosters.preview_guardians import preview_guardians
from app.actions.rosters.preview_roster import preview_roster
from app.actions.unit_changes.open_library import open_library
from app.commands.note_opened import note_opened
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.exchange.rosters.columns import FIELDS
from app.exchange.rosters.entry import UnusedLine
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.guardian_words import guardian_words
from app.exchange.rosters.plan import Verdict
from app.exchange.rosters.untrusted_file import read_file
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument("file", type=Path, metavar="FILE", help=N_("class list: XML, zip, CSV or text"))
    parser.add_argument(
        "--map", metavar="COL=FIELD", action="append", default=[], type=_column_and_field,
        help=N_("what a column holds; may be said several times"),
    )  # fmt: skip
    parser.add_argument("--preview", action="store_true", help=N_("write nothing"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)
    parser.epilog = "FIELD: " + ", ".join(FIELDS)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when new and known students or guardians are written, 2 for a column that is not there."""
    data = read_file(arguments.file)
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        opened = open_list(notebook, data=data)
        headers = [] if isinstance(opened, GuardianList) else opened.table.headers
        for column, _ in arguments.map:
            if column not in headers:
                say(locale.text("There is no column “{column}” in this list.", column=column))
                return 2
        if isinstance(opened, GuardianList):
            report, sentences = _guardians(notebook, opened, arguments, locale)
        else:
            report, sentences = _students(notebook, opened, arguments, locale)
        if not arguments.preview:
            note_opened(notebook)
    finally:
        notebook.close()
    if arguments.json:
        answer(report)
        return 0
    for sentence in [*sentences, *_not_taken(report, locale)]:
        say(sentence)
    return 0


def _students(
    notebook: Notebook, opened: OpenedRoster, arguments: argparse.Namespace, locale: Locale
) -> tuple[dict[str, Any], list[str]]:
    """The report and how it is said; who has left the school is among the lines not taken."""
    mapping, today = opened.mapping.with_said(dict(arguments.map)), date.today()
    plan = preview_roster(notebook, table=opened.table, mapping=mapping, today=today)
    if not arguments.preview:
        library = open_library(notebook, shipped=Library.load(paths.resources()))
        import_roster(notebook, plan=plan, library=library, today=today)
    counts = {verdict: len(plan.with_verdict(verdict)) for verdict in get_args(Verdict)}
    return _report(counts, plan.unused, locale), [
        locale.plural("{n} new student", "{n} new students", counts["new"]),
        locale.plural("{n} known student", "{n} known students", counts["known"]),
        locale.plural(
            "{n} doubtful line, to be decided in the window",
            "{n} doubtful lines, to be decided in the window",
            counts["doubtful"],
        ),
    ]


def _guardians(
    notebook: Notebook, guardians: GuardianList, arguments: argparse.Namespace, locale: Locale
) -> tuple[dict[str, Any], list[str]]:
    """The same for guardians, who are taken for students with an open case only and never in doubt."""
    plan = preview_guardians(notebook, guardians=guardians)
    if not arguments.preview:
        import_guardians(notebook, plan=plan)
    new, known = len(plan.with_verdict("new")), len(plan.with_verdict("known"))
    return _report({"new": new, "known": known, "doubtful": 0}, plan.rejected, locale), [
        locale.plural("{n} new guardian", "{n} new guardians", new),
        locale.plural("{n} known guardian", "{n} known guardians", known),
        *guardian_words(plan, locale),
    ]


def _column_and_field(text: str) -> tuple[str, str]:
    column, _, field = text.rpartition("=")
    if not column or field not in FIELDS:
        raise argparse.ArgumentTypeError("COL=FIELD, where FIELD is one of " + ", ".join(FIELDS))
    return column, field


def _report(counts: dict[str, int], unused: Sequence[UnusedLine], locale: Locale) -> dict[str, Any]:
    rejected = [{"line": line.line, "reason": locale.text(line.reason)} for line in unused]
    return {**counts, "rejected": rejected}


def _not_taken(report: dict[str, Any], locale: Locale) -> list[str]:
    return [locale.text("Line {line}: {reason}", **line) for line in report["rejected"]]
