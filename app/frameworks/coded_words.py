"""What the search knows of codes: the sign each is indexed by, and which codes a typed word may mean."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from zlib import crc32

from app.frameworks.library import Library
from app.models.folding import fold
from app.models.form import Column, Form, Question
from app.models.value_list import Item

_MARK = "\ue000"  # a private sign: part of a word to the index, and on no keyboard
TOKEN = re.compile(_MARK + "[0-9a-f]{8}")
_MOST = 200  # signs one word stands for
_SHORTEST = 3  # letters: a beginning of two begins words of every list, which takes a while to find out


def source_of(form: Form, question: Question, column: Column | None = None) -> str:
    """Where a code comes from: a list, or the choices one question brings along."""
    listed = column.list if column is not None else question.list
    return listed or "/".join(filter(None, (form.key, question.key, column.key if column else "")))


def token(source: str, code: str) -> str:
    """The sign a code of that source is indexed by."""
    return f"{_MARK}{crc32(f'{source}/{code}'.encode()):08x}"


class CodedWords:
    """Every word of every label and former name of a library, in every language, with the signs it means."""

    def __init__(self, library: Library) -> None:
        self._items: dict[str, Item] = {}
        self._signs: dict[str, list[str]] = {}
        for source, item in _items(library):
            sign = token(source, item.code)
            self._items[sign] = item
            for word in {
                word for said in (*item.label.values(), *item.aliases) for word in fold(said).split()
            }:
                self._signs.setdefault(word, []).append(sign)
        self._sorted = sorted(self._signs)

    def meant(self, word: str, beginning: bool) -> list[str]:
        """The signs of codes with that word in their name, or one that begins so."""
        folded = fold(word)
        if not folded:
            return []
        if not beginning or len(folded) < _SHORTEST:
            return self._signs.get(folded, [])[:_MOST]
        found: dict[str, None] = {}
        for at in range(bisect_left(self._sorted, folded), len(self._sorted)):
            if not self._sorted[at].startswith(folded) or len(found) >= _MOST:
                break
            found |= dict.fromkeys(self._signs[self._sorted[at]])
        return list(found)[:_MOST]

    def item(self, sign: str) -> Item | None:
        """What a sign stands for; None where no list knows it any more."""
        return self._items.get(sign)


def _items(library: Library) -> Iterator[tuple[str, Item]]:
    for key, listed in library.lists.items():
        for item in listed.items:
            yield key, item
    for form in library.forms.values():
        for question in form.questions:
            asks: list[tuple[Question | Column, str]] = [(question, source_of(form, question))]
            asks += [(column, source_of(form, question, column)) for column in question.columns]
            for one, source in asks:
                if not one.list:
                    for choice in one.choices:
                        yield source, Item(code=choice.code, label=choice.label)
