"""A row of a table in words: how it is called, and everything it says."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.frameworks.kinds import TEXTS
from app.frameworks.ranks import letter
from app.frameworks.show import BETWEEN, shown
from app.i18n import Locale
from app.models.form import Column, Question
from app.models.value_list import ValueList


def row_name(*, question: Question, row: Mapping[str, Any], position: int) -> str:
    """Its letter where it is ranked, and the words it begins with."""
    lead = next((column.key for column in question.columns if column.kind in TEXTS), "")
    parts = [letter(position) if question.ranked else "", str(row.get(lead) or "").strip()]
    return BETWEEN.join(part for part in parts if part)


def cells_said(
    *,
    columns: Sequence[Column],
    row: Mapping[str, Any],
    lists: Mapping[str, ValueList],
    locale: Locale,
) -> list[tuple[Column, str]]:
    """The columns that say something, each with its words."""
    said = [
        (
            column,
            shown(
                question=column,
                value=row.get(column.key),
                lists=lists,
                locale=locale,
                other=str(row.get(f"{column.key}:other") or ""),
            ),
        )
        for column in columns
    ]
    return [(column, words) for column, words in said if words]
