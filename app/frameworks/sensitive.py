"""Words of a list that ought to make one look twice before something is said to others."""

from collections.abc import Sequence

from app.models.folding import fold
from app.models.value_list import ValueList

SENSITIVE_WORDS = "sensitive-words"  # the list they stand in
_LONG = 6  # letters from which any ending counts
_ENDINGS = ("", "s", "e", "es", "ee", "ees", "er", "n", "en", "x")


def sensitive_words(text: str, listed: ValueList | None) -> list[str]:
    """Those of the list that stand in a text, as the list writes them, whatever the language.

    An entry holds several forms with commas between them. A short form counts alone or with a usual
    ending, so that "viol" is found in "violée" and not in "violet".
    """
    words = fold(text).split()
    forms = dict.fromkeys(
        form.strip()
        for item in (listed.offered if listed else ())
        for label in item.label.values()
        for form in label.split(",")
    )
    return [form for form in forms if _stands_in(words, fold(form).split())]


def _stands_in(words: Sequence[str], wanted: Sequence[str]) -> bool:
    if not wanted:
        return False
    *before, last = wanted
    for at in range(len(words) - len(wanted) + 1):
        if list(words[at : at + len(before)]) == before and _is_form(words[at + len(before)], last):
            return True
    return False


def _is_form(word: str, form: str) -> bool:
    if not word.startswith(form):
        return False
    return len(form) >= _LONG or word[len(form) :] in _ENDINGS
