"""What a person types into a search field as a question to the full-text index."""

import unicodedata
from collections.abc import Callable, Iterable

Also = Callable[[str, bool], Iterable[str]]
"""Other signs a typed word stands for; the flag says that it is only a beginning."""

_SHORTEST = 2
_JOINED = {"œ": "oe", "æ": "ae", "ß": "ss"}


def query_of(text: str, *, least: int = 1, also: Also | None = None) -> str:
    """What a person typed as an FTS5 query: every word quoted, the last one a beginning; "" when too short.

    Unquoted, `n'guyen-dupont` would be a syntax error. A last word of fewer letters than `least`, behind
    others, is not looked for yet: one letter begins words of every sheet, which takes seconds to find out.
    `also` names what a word may stand for besides.
    """
    words = "".join(s if s.isalnum() or unicodedata.combining(s) else " " for s in text).split()
    if len(words) > 1 and len(words[-1]) < least:
        words.pop()
    if not words or (len(words) == 1 and len(words[0]) < _SHORTEST):
        return ""
    terms = [[f'"{form}"' for form in _spellings(word)] for word in words]
    terms[-1] = [f"{form}*" for form in terms[-1]]
    if also is not None:
        for at, word in enumerate(words):
            terms[at] += [f'"{sign}"' for sign in also(word, at == len(words) - 1)]
    return " AND ".join(f"({' OR '.join(forms)})" if len(forms) > 1 else forms[0] for forms in terms)


def _spellings(word: str) -> list[str]:
    """The word with its joined letters apart and together: who types "soeur" means "sœur"."""
    apart, together = word.lower(), word.lower()
    for joined, letters in _JOINED.items():
        apart, together = apart.replace(joined, letters), together.replace(letters, joined)
    return list(dict.fromkeys((word, apart, together))) if apart != together else [word]
