"""The command line in the person's language."""

import argparse
import re
import sys
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from app import __version__
from app.commands import COMMANDS
from app.i18n import N_, Locale, window_languages

WRONG_USAGE = 2
_SEEN = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), N_("Still missing: {what}.")),
    (re.compile(r"one of the arguments (?P<any>.+) is required"), N_("Still missing: {what}.")),
    (re.compile(r"argument (?P<what>[^:]+): expected .+"), N_("Still missing: what follows {what}.")),
    (re.compile(r"argument (?P<what>[^:]+): .+"), N_("What is said for {what} is not understood.")),
)
_OTHERWISE = N_("This is not how the command is used.")


class CommandParser(argparse.ArgumentParser):
    """argparse whose own words, and the help of every argument, are said in one language."""

    def __init__(self, *, locale: Locale, description: str = "", **rest: Any) -> None:
        self._locale = locale
        rest.setdefault("formatter_class", partial(_Formatter, locale=locale))
        super().__init__(add_help=False, allow_abbrev=False, description=locale.text(description), **rest)
        self._positionals.title = locale.text("what is given")
        self._optionals.title = locale.text("what can be said")
        self.add_argument("-h", "--help", action="help", help=N_("say how it is used, and stop"))

    def add_language(self) -> None:
        """`--lang`, which every command has."""
        self.add_argument(
            "--lang", choices=window_languages(), default=argparse.SUPPRESS, help=N_("the language spoken")
        )

    def error(self, message: str) -> NoReturn:
        """Say how it is used, one sentence about what was wrong, and stop with 2."""
        self.print_usage(sys.stderr)
        for pattern, sentence in _SEEN:
            if found := pattern.fullmatch(message):
                said = found.groupdict()
                if "any" in said:  # as in the line of usage above it
                    said["what"] = said.pop("any").replace(" ", " | ")
                self.exit(WRONG_USAGE, self._locale.text(sentence, **said) + "\n")
        self.exit(WRONG_USAGE, self._locale.text(_OTHERWISE) + "\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, *, locale: Locale) -> None:
        super().__init__(prog, width=100, max_help_position=32)
        self._said_in = locale

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        said = self._said_in.text("usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._said_in.text(action.help) if action.help else action.help


def window_parser(locale: Locale) -> CommandParser:
    """`carnet [NOTEBOOK]`: what opens the window; its help names the commands."""
    heading = locale.text("commands, each with its own --help:")
    commands = "\n".join(f"  {name:<16}{locale.text(what)}" for name, what in COMMANDS.items())
    parser = CommandParser(
        prog="carnet",
        locale=locale,
        description=N_("The case notebook of one practitioner. Without a command, its window opens."),
        epilog=f"{heading}\n{commands}",
    )
    parser.add_argument("notebook", nargs="?", metavar="NOTEBOOK", help=N_("the folder of a notebook"))
    parser.add_argument(
        "--version", action="version", version=f"Carnet {__version__}", help=N_("say the version, and stop")
    )
    parser.add_language()
    return parser


def command_parser(name: str, locale: Locale) -> CommandParser:
    """`carnet NAME`: the command adds what it is told."""
    parser = CommandParser(prog=f"carnet {name}", locale=locale, description=COMMANDS[name])
    parser.add_language()
    return parser
