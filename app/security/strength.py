"""How long a chosen phrase would hold against somebody who has the computer."""

import math
import re
import unicodedata
from collections.abc import Sequence

import msgspec

from app.i18n import N_

SHORTEST = 14  # characters
_READ = 72  # zxcvbn looks no further; what follows only ever adds

# Decimal logarithms of the guesses a phrase must withstand for levels 1 to 4. Each guess costs a
# whole Argon2id derivation; a rack of graphics cards makes about ten thousand a second.
_LEVELS = (6, 9, 12, 16)

# What one word is worth to somebody who tries words rather than letters, in any language.
_WORD, _LITTLE_WORDS, _KNOWN_WORD, _SIGN, _YEAR = 4.0, {1: 1.0, 2: 1.7, 3: 2.3}, 0.5, 0.5, 2.0

_SENTENCES = (
    N_("Whoever steals this computer would find this phrase within minutes."),
    N_("Whoever steals this computer would find this phrase within a day."),
    N_("Whoever steals this computer could find this phrase within days, or three years at most."),
    N_("Finding this phrase would take years, even with very powerful machines."),
    N_("Finding this phrase would take longer than a lifetime, even with very powerful machines."),
)
_LONGER = N_("Make it at least fourteen characters: several words with spaces are easy to remember.")
_PERSONAL = N_("Leave out names and words that people around you know.")
_PATTERN = N_("Leave out repetitions, rows of keys and dates.")
_ANOTHER = N_("Add one or two words that have nothing to do with the others.")


class Strength(msgspec.Struct, frozen=True):
    """Level 0 to 4 and the guesses behind it; `sentence` and `advice` are for translation.

    `advice` is empty when there is nothing to do.
    """

    level: int
    guesses_log10: float
    acceptable: bool
    sentence: str
    advice: str


def judge(*, passphrase: str, personal_words: Sequence[str] = ()) -> Strength:
    """Judge a phrase that is being chosen; the first call takes 50 ms, the next ones a few.

    `personal_words` are what others know of its author: name, school, service. Nothing is kept.
    """
    phrase = unicodedata.normalize("NFC", passphrase)
    known = {part for word in personal_words for part in _words(_folded(word)) if len(part) > 2}
    guesses, patterned = _by_pattern(phrase, known)
    guesses = min(guesses, _by_words(phrase, known))
    level = sum(guesses >= bound for bound in _LEVELS)
    acceptable = len(phrase) >= SHORTEST and level >= 3
    return Strength(
        level=level,
        guesses_log10=guesses,
        acceptable=acceptable,
        sentence=_SENTENCES[level],
        advice="" if acceptable else _advice(phrase, known, patterned),
    )


def _advice(phrase: str, known: set[str], patterned: bool) -> str:
    if known.intersection(_words(_folded(phrase))):
        return _PERSONAL
    if patterned:
        return _PATTERN
    return _LONGER if len(phrase) < SHORTEST else _ANOTHER


def _by_pattern(phrase: str, known: set[str]) -> tuple[float, bool]:
    """Frequent passwords, keyboards, dates, repetitions; whether those make most of the phrase."""
    from zxcvbn import matching, scoring  # slow to import, and needed on one page only

    start = phrase[:_READ]
    if not start:
        return 0.0, False
    # its own front door would keep the personal words in a global table
    words = {**matching.RANKED_DICTIONARIES, "user_inputs": matching.build_ranked_dict(sorted(known))}
    found = scoring.most_guessable_match_sequence(start, matching.omnimatch(start, words))
    patterns = ("repeat", "sequence", "spatial", "date", "regex")
    covered = sum(part["j"] - part["i"] + 1 for part in found["sequence"] if part["pattern"] in patterns)
    return math.log10(found["guesses"]), covered * 2 > len(start)


def _by_words(phrase: str, known: set[str]) -> float:
    """What the phrase is worth when every run of letters is a word somebody may try.

    The tables of frequent words are English; this is what keeps French or German ones honest.
    """
    worth = 0.0
    seen: set[str] = set()
    for part in re.findall(r"[^\W_]+|[^\w\s]|_", phrase):
        letters = part.rstrip("0123456789")
        digits = part[len(letters) :]
        word = _folded(letters)
        if not part[0].isalnum():
            worth += _SIGN
        elif not letters.isalpha():
            worth += 1.5 * len(letters)
        elif word in known or word in seen:
            worth += _KNOWN_WORD
        else:
            worth += _LITTLE_WORDS.get(len(word), _WORD * max(1.0, len(word) / 7))
        worth += _YEAR if re.fullmatch(r"(19|20)\d\d", digits) else len(digits)
        seen.add(word)
    return worth


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def _folded(text: str) -> str:
    """Small letters without accents: "École" and "ecole" are one word."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
