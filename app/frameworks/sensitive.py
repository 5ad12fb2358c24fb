"""Words of a list that ought to make one look twice before something is said to others."""

from bisect import bisect_left
from collections.abc import Sequence

from app.models.folding import fold
from app.models.value_list import ValueList

SENSITIVE_WORDS = "sensitive-words"  # the list they stand in
_LONG = 6  # letters from which any ending counts
_ENDINGS = ("", "s", "e", "es", "ee", "ees", "er", "n", "en", "x")


class SensitiveWords:
    """The list folded once, for many texts.

    An entry holds several forms with commas between them. A short form counts alone or with a usual
    ending, so that "viol" is found in "violée" and not in "violet".
    """

    def __init__(self, listed: ValueList | None) -> None:
        forms = dict.fromkeys(
            form.strip()
            for item in (listed.offered if listed else ())
            for label in item.label.values()
            for form in label.split(",")
        )
        self._forms = [(form, words) for form in forms if (words := fold(form).split())]

    def in_text(self, text: str) -> list[str]:
        """Those that stand in it, as the list writes them, whatever the language."""
        words = fold(text).split()
        different = sorted(set(words))
        return [form for form, wanted in self._forms if _stands_in(words, different, wanted)]


def _stands_in(words: Sequence[str], different: Sequence[str], wanted: Sequence[str]) -> bool:
    """`different` are the words in the order of the alphabet, each once."""
    *before, last = wanted
    for at in range(bisect_left(different, last), len(different)):
        if not different[at].startswith(last):
            return False
        if _is_form(different[at], last) and (not before or _follows(words, before, different[at])):
            return True
    return False


def _follows(words: Sequence[str], before: Sequence[str], last: str) -> bool:
    long = len(before)
    return any(
        word == last and at >= long and list(words[at - long : at]) == before for at, word in enumerate(words)
    )


def _is_form(word: str, form: str) -> bool:
    if not word.startswith(form):
        return False
    return len(form) >= _LONG or word[len(form) :] in _ENDINGS
