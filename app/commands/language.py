"""The language a command speaks."""

import itertools
import locale as system
from collections.abc import Sequence

from app import settings
from app.i18n import Locale, window_languages

_OPTION = "--lang"


def language_of(words: Sequence[str]) -> Locale:
    """What `--lang` says, otherwise the program's settings, otherwise the computer's, otherwise French.

    Read before the command line is, so that what is said about the command line is in it too.
    """
    known = window_languages()
    said = [after for before, after in itertools.pairwise(words) if before == _OPTION]
    said += [word.partition("=")[2] for word in words if word.startswith(f"{_OPTION}=")]
    for code in (*said, settings.load().language, _of_this_computer()):
        if code in known:
            return Locale(code)
    return Locale(known[0])


def _of_this_computer() -> str:
    return (system.getlocale()[0] or "")[:2].lower()
