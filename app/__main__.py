"""Start: the window, or a headless command."""

import sys
from collections.abc import Sequence

from app import private_process

_REFUSED, _STOPPED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; 0 done, 1 refused or found broken, 2 wrong usage."""
    private_process.close_off()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        return _words(words) if words else _window(None, None)
    except KeyboardInterrupt:
        return _STOPPED


def _window(notebook: str | None, language: str | None) -> int:
    """The window alone is on the way: what commands need would take a quarter of its start."""
    from app.ui.application import run

    return run(notebook=notebook, language=language)


def _words(words: Sequence[str]) -> int:
    import multiprocessing

    from app import log

    multiprocessing.freeze_support()
    log.configure()
    log.install_hooks()
    at = _command_in(words)
    if at is not None:
        return _command(words[at], [*words[:at], *words[at + 1 :]])
    from app.commands.language import language_of
    from app.commands.parser import window_parser

    parsed = window_parser(language_of(words)).parse_args(words)
    return _window(parsed.notebook, getattr(parsed, "lang", None))


def _command_in(words: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is no option and no option's value."""
    from app.commands import COMMANDS

    for at, word in enumerate(words):
        if not word.startswith("-") and (at == 0 or words[at - 1] != "--lang"):
            return at if word in COMMANDS else None
    return None


def _command(name: str, words: Sequence[str]) -> int:
    from importlib import import_module

    from app import log
    from app.commands.language import language_of
    from app.commands.parser import command_parser
    from app.errors import CarnetError, Unexpected

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
