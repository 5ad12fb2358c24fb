"""`carnet import-roster`: bring in a class list."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from app import paths
from app.actions.import_roster import import_roster
from app.actions.open_roster import open_roster
from app.actions.preview_roster import preview_roster
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import answer, say
from app.errors import FileUnreadable
from app.exchange.rosters.columns import FIELDS
from app.exchange.rosters.plan import RosterPlan
from app.exchange.rosters.untrusted_text import MAX_BYTES
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.storage.notebook import Notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument("file", type=Path, metavar="FILE", help=N_("class list, CSV or text"))
    parser.add_argument(
        "--map", metavar="COL=FIELD", action="append", default=[], type=_column_and_field,
        help=N_("what a column holds; may be said several times"),
    )  # fmt: skip
    parser.add_argument("--preview", action="store_true", help=N_("write nothing"))
    parser.add_argument("--json", action="store_true", help=N_("answer in JSON on standard output"))
    add_phrase(parser)
    parser.epilog = "FIELD: " + ", ".join(FIELDS)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when new and known students are written, 2 for a column that is not there."""
    data = _content(arguments.file)
    today = date.today()
    notebook = Notebook.open(arguments.notebook, passphrase=phrase_of(arguments, locale))
    try:
        roster = open_roster(notebook, data=data)
        for column, _ in arguments.map:
            if column not in roster.table.headers:
                say(locale.text("There is no column “{column}” in this list.", column=column))
                return 2
        mapping = roster.mapping.with_said(dict(arguments.map))
        plan = preview_roster(notebook, data=data, mapping=mapping, today=today)
        if not arguments.preview:
            import_roster(notebook, plan=plan, library=Library.load(paths.resources()), today=today)
    finally:
        notebook.close()
    report = _report(plan, locale)
    if arguments.json:
        answer(report)
        return 0
    for sentence in _sentences(report, locale):
        say(sentence)
    return 0


def _column_and_field(text: str) -> tuple[str, str]:
    column, _, field = text.rpartition("=")
    if not column or field not in FIELDS:
        raise argparse.ArgumentTypeError("COL=FIELD, where FIELD is one of " + ", ".join(FIELDS))
    return column, field


def _content(file: Path) -> bytes:
    """What is in the file, or one byte too much of it, which is refused as too large."""
    try:
        with file.open("rb") as source:
            return source.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileUnreadable(file=file.name) from error


def _report(plan: RosterPlan, locale: Locale) -> dict[str, Any]:
    """How many lines are what; who has left the school is among the lines not taken."""
    return {
        "new": len(plan.with_verdict("new")),
        "known": len(plan.with_verdict("known")),
        "doubtful": len(plan.with_verdict("doubtful")),
        "rejected": [{"line": line.line, "reason": locale.text(line.reason)} for line in plan.unused],
    }


def _sentences(report: dict[str, Any], locale: Locale) -> list[str]:
    return [
        locale.plural("{n} new student", "{n} new students", report["new"]),
        locale.plural("{n} known student", "{n} known students", report["known"]),
        locale.plural(
            "{n} doubtful line, to be decided in the window",
            "{n} doubtful lines, to be decided in the window",
            report["doubtful"],
        ),
        *(locale.text("Line {line}: {reason}", **line) for line in report["rejected"]),
    ]
