"""The words a receiver may be typed with who is no entry of the directory: "L’élève", "die Eltern"."""

import re
from collections.abc import Mapping

from app.models.folding import fold
from app.models.value_list import ValueList

CIRCLES = "share-circles"
_ARTICLES = {
    *("l", "la", "le", "les", "a", "au", "aux", "son", "sa", "ses", "leur", "leurs"),
    *("der", "die", "das", "den", "dem", "ihr", "ihre", "sein", "seine"),
    *("the", "an", "his", "her", "their"),
    *("o", "os", "as", "ao", "aos", "seu", "sua", "seus", "suas"),
}
_CIVILITIES = {
    *("m", "mr", "mm", "mme", "mmes", "mlle", "monsieur", "madame", "mademoiselle", "messieurs", "mesdames"),
    *("frau", "herr", "herrn", "mrs", "ms", "miss", "sr", "sra", "senhor", "senhora"),
}
_AND = re.compile(r"\s+(?:et|und|and|e)\s+|\s*[,;/&+()]\s*", re.IGNORECASE)
_OF = {"de", "d", "du", "des", "of", "von", "der", "do", "da", "dos", "das"}

Words = Mapping[str, str]


def receiver_words(lists: Mapping[str, ValueList]) -> dict[str, str]:
    """Each folded word or phrase of the circles in every language, and the circle it stands for."""
    listed = lists.get(CIRCLES)
    found: dict[str, str] = {}
    for item in listed.items if listed else []:
        if not item.other:
            for said in (*item.label.values(), *item.aliases):
                found.setdefault(bare(said), item.code)
    found.pop("", None)
    return found


def circles_said(recipient: str, *, words: Words, people: Words) -> list[str]:
    """The circle of each one these words name, in their order; empty where one of them is nobody known.

    `people` are folded names with their circle: "Mme Weber" is known where a Weber is.
    """
    whole = _circle(recipient, words, people)
    if whole:
        return [whole]
    parts = [part for part in _AND.split(recipient) if part and fold(part)]
    named = [part for part in parts if not set(fold(part).split()) <= _CIVILITIES]
    found = [_circle(part, words, people) for part in named]
    return found if found and all(found) else []


def bare(said: str) -> str:
    """Folded and without the article it begins with."""
    parts = fold(said).split()
    while len(parts) > 1 and parts[0] in _ARTICLES:
        del parts[0]
    return " ".join(parts)


def _circle(said: str, words: Words, people: Words) -> str:
    folded = fold(said)
    if folded in people:
        return people[folded]
    plain = bare(said)
    if plain in words:
        return words[plain]
    parts = folded.split()
    if len(parts) > 1 and parts[0] in _CIVILITIES:
        rest = parts[1:]
        meant = {circle for name, circle in people.items() if name.split()[-len(rest) :] == rest}
        if meant:  # "Mme Weber" is the mother rather than the daughter
            return "parents" if "parents" in meant else sorted(meant)[0]
    for at, part in enumerate(parts[:-1]):  # "la mère d’Inês Da Costa"
        if at and part in _OF:
            circle, whose = words.get(bare(" ".join(parts[:at])), ""), " ".join(parts[at + 1 :])
            if circle and whose in people:
                return circle
    return ""
