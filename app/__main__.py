"""Start: the window, or a headless command."""

import argparse
import multiprocessing
import sys
from importlib import import_module
from pathlib import Path

from app import __version__, log, settings
from app.errors import CarnetError, Unexpected
from app.i18n import Locale, window_languages

COMMANDS = {
    "new": "new",
    "demo": "demo",
    "check": "check",
    "card": "card",
    "print": "print",
    "import-roster": "import_roster",
}
_REFUSED, _USAGE, _STOPPED = 1, 2, 130


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for; 0 done, 1 refused or found broken, 2 wrong usage."""
    multiprocessing.freeze_support()
    given = sys.argv[1:] if arguments is None else arguments
    log.configure()
    log.install_hooks()
    try:
        if any(word in COMMANDS for word in given):
            return _command(given)
        return _window(given)
    except KeyboardInterrupt:
        return _STOPPED


def _window(given: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="carnet", description="The case notebook of one practitioner.",
        epilog=f"commands: {', '.join(COMMANDS)}; see carnet COMMAND --help",
    )  # fmt: skip
    parser.add_argument("notebook", nargs="?", type=Path, metavar="NOTEBOOK", help="the folder of a notebook")
    _add_common(parser)
    parsed = parser.parse_args(given)
    from app.ui.application import run  # commands never load Qt

    return run(notebook=parsed.notebook, language=parsed.lang)


def _command(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="carnet")
    _add_common(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = {}
    for name, module in COMMANDS.items():
        if name not in given:  # the rest is not loaded for nothing
            commands.add_parser(name)
            continue
        modules[name] = import_module(f"app.commands.{module}")
        sub = commands.add_parser(name, help=modules[name].HELP, description=modules[name].HELP)
        _add_language(sub, default=argparse.SUPPRESS)
        modules[name].add_arguments(sub)
    parsed = parser.parse_args(given)
    locale = Locale(parsed.lang or settings.load().language or window_languages()[0])
    try:
        return int(modules[parsed.command].run(parsed, locale))
    except CarnetError as failure:
        print(failure.said(locale), file=sys.stderr)  # noqa: T201
        return _REFUSED
    except Exception as error:  # a door: nobody is shown a traceback
        log.log_failure(error)
        print(Unexpected().said(locale), file=sys.stderr)  # noqa: T201
        return _REFUSED


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"Carnet {__version__}")
    _add_language(parser, default=None)


def _add_language(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument("--lang", choices=window_languages(), default=default, help="the language spoken")


if __name__ == "__main__":
    sys.exit(main())
