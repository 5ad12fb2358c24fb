"""Who else may be meant in a sentence: a name that is known, a word for somebody near."""

import re
from collections.abc import Iterable

from app.models.folding import fold
from app.models.value_list import ValueList

_WORD = re.compile(r"[^\W\d_]{2,}")


class ThirdParties:
    """`names` are people of the notebook, `own` those of the person it is about, `words` a list of nouns."""

    def __init__(self, *, names: Iterable[str], own: Iterable[str], words: ValueList | None) -> None:
        mine = {part for name in own for part in fold(name).split()}
        self._names = {part for name in names for part in fold(name).split() if len(part) > 2} - mine
        self._near = {
            fold(word)
            for item in (words.items if words else [])
            if item.active and not item.other
            for label in item.label.values()
            for word in label.split(",")
        } - {""}

    def in_words(self, words: str) -> tuple[str, ...]:
        """The words that may mean somebody, as they are written; a name only where it begins like one."""
        found: dict[str, str] = {}
        for written in _WORD.findall(words):
            plain = fold(written)
            if (
                plain in self._near
                or plain.removesuffix("s") in self._near
                or (written[0].isupper() and plain in self._names)
            ):
                found.setdefault(plain, written)
        return tuple(found.values())
