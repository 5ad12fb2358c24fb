"""Start: the window, or a headless command."""

import multiprocessing
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from app import log
from app.commands import COMMANDS
from app.commands.language import language_of
from app.commands.parser import command_parser, window_parser
from app.errors import CarnetError, Unexpected

_REFUSED, _STOPPED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; 0 done, 1 refused or found broken, 2 wrong usage."""
    multiprocessing.freeze_support()
    words = sys.argv[1:] if arguments is None else arguments
    log.configure()
    log.install_hooks()
    try:
        at = _command_in(words)
        return _window(words) if at is None else _command(words[at], [*words[:at], *words[at + 1 :]])
    except KeyboardInterrupt:
        return _STOPPED


def _command_in(words: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is no option and no option's value."""
    for at, word in enumerate(words):
        if not word.startswith("-") and (at == 0 or words[at - 1] != "--lang"):
            return at if word in COMMANDS else None
    return None


def _window(words: Sequence[str]) -> int:
    parsed = window_parser(language_of(words)).parse_args(words)
    from app.ui.application import run  # commands never load Qt

    return run(
        notebook=Path(parsed.notebook) if parsed.notebook else None,
        language=getattr(parsed, "lang", None),
    )


def _command(name: str, words: Sequence[str]) -> int:
    locale = language_of(words)
    command = import_module(f"app.commands.{name.replace('-', '_')}")
    parser = command_parser(name, locale)
    command.add_arguments(parser)
    parsed = parser.parse_args(words)
    try:
        return int(command.run(parsed, locale))
    except CarnetError as failure:
        print(failure.said(locale), file=sys.stderr)  # noqa: T201
    except Exception as error:  # a door: nobody is shown a traceback
        log.log_failure(error)
        print(Unexpected().said(locale), file=sys.stderr)  # noqa: T201
    return _REFUSED


if __name__ == "__main__":
    sys.exit(main())
