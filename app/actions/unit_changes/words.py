"""Words somebody gave to an entry, as they may be kept."""

import re
import unicodedata

from app.errors import WordsMissing, WordsTooLong
from app.models.form import Words

LONGEST = 200  # letters: a label stands on one line of a paper
_LANGUAGE = re.compile(r"[a-z]{2}")


def clean_words(label: Words) -> Words:
    """Without blanks around and what no printer draws; languages left blank are left out. WordsTooLong."""
    said = {language: clean(words) for language, words in label.items() if _LANGUAGE.fullmatch(language)}
    if any(len(words) > LONGEST for words in said.values()):
        raise WordsTooLong(n=LONGEST)
    return {language: words for language, words in said.items() if words}


def some_words(label: Words) -> Words:
    """The same; WordsMissing when nothing is left."""
    said = clean_words(label)
    if not said:
        raise WordsMissing
    return said


def clean(words: str) -> str:
    """One line, composed, no control characters."""
    words = unicodedata.normalize("NFC", " ".join(words.split()))
    return "".join(letter for letter in words if unicodedata.category(letter) not in ("Cc", "Cs"))
