"""Languages as values: windows and papers each carry their own.

Sentences are written in English in the code and translated by gettext catalogues in
`resources/locale`. Nothing here is global, so a Portuguese letter can leave a French window.
"""

import gettext
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from app import paths

SOURCE = "en"
NAMES = {"fr": "Français", "en": "English", "de": "Deutsch", "lb": "Lëtzebuergesch", "pt": "Português"}
_FALLBACKS = {"lb": ("de", "fr"), "de": ("en", "fr"), "pt": ("fr", "en"), "fr": ("en",), "en": ("fr",)}
_DOMAIN = "carnet"


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for "translated elsewhere"
    """Mark a sentence for the catalogues where it is declared; it is translated where it is shown."""
    return message


def window_languages(folder: Path | None = None) -> list[str]:
    """The languages whose catalogue is complete, French first; English is the source."""
    folder = folder or paths.resources() / "locale"
    complete = [code for code in NAMES if code == SOURCE or (folder / code / "COMPLETE").exists()]
    return sorted(complete, key=list(NAMES).index)


class Locale:
    """One language: its sentences, its way of writing dates."""

    def __init__(self, code: str, folder: Path | None = None) -> None:
        self.code = code
        self._catalogue = _catalogue((folder or paths.resources() / "locale") / code)

    def __repr__(self) -> str:
        return f"<Locale {self.code}>"

    def text(self, message: str, **values: object) -> str:
        """The sentence in this language, its {names} filled in."""
        sentence = self._catalogue.gettext(message) if message else ""
        return sentence.format(**values) if values else sentence

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The sentence agreeing with `n`, which is also {n}."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def words(self, words: Mapping[str, str]) -> str:
        """The words of a data file in this language, or in the nearest one it has."""
        for code in (self.code, *_FALLBACKS.get(self.code, ()), *words):
            if words.get(code):
                return words[code]
        return ""

    def date(self, day: date, style: str = "short") -> str:
        """`short` 12/11/2026, `near` 12/11, `long` 12 novembre 2026, `day` jeudi 12 novembre, `brief`."""
        pattern = {
            "short": {"fr": "dd/MM/yyyy", "en": "dd/MM/yyyy", "pt": "dd/MM/yyyy"}.get(
                self.code, "dd.MM.yyyy"
            ),
            "near": {"fr": "dd/MM", "en": "dd/MM", "pt": "dd/MM"}.get(self.code, "dd.MM."),
            "long": "long",
            "day": {"en": "EEEE d MMMM", "fr": "EEEE d MMMM"}.get(self.code, "EEEE, d. MMMM"),
            "brief": {"fr": "EEE dd/MM", "en": "EEE dd/MM", "pt": "EEE dd/MM"}.get(self.code, "EEE dd.MM."),
        }[style]
        from babel.dates import format_date  # slow to import, and no date is shown before unlocking

        return format_date(day, pattern, locale=self._babel)

    def moment(self, at: str) -> str:
        """An ISO moment in UTC as local "12/11/2026 10:14"."""
        local = datetime.fromisoformat(at).astimezone()
        return f"{self.date(local.date())} {local:%H:%M}"

    @staticmethod
    def clock(at: str) -> str:
        """An ISO moment in UTC as local "10:14"."""
        return f"{datetime.fromisoformat(at).astimezone():%H:%M}"

    @cached_property
    def _babel(self) -> str:
        """How babel calls it; a language it never heard of writes its dates as English does."""
        from babel import localedata

        return self.code if self.code != SOURCE and localedata.exists(self.code) else "en_GB"


def _catalogue(folder: Path) -> gettext.NullTranslations:
    """The compiled catalogue of a language, or none: gettext's own search takes longer than the reading."""
    try:
        with (folder / "LC_MESSAGES" / f"{_DOMAIN}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError:
        return gettext.NullTranslations()
