"""What can be chosen, whether a question brings its own choices or names a list."""

from collections.abc import Mapping

from app.models.form import Column, Question
from app.models.value_list import Item, ValueList


def options(*, asks: Question | Column, lists: Mapping[str, ValueList]) -> list[Item]:
    """The items in order, those no longer in use too (see `Item.active`); none where the list is missing."""
    if asks.list:
        return lists[asks.list].items if asks.list in lists else []
    return [Item(code=choice.code, label=choice.label) for choice in asks.choices]
