"""The rows of a table that say something, and those of them that may stand on paper."""

from typing import Any

from app.frameworks.kinds import is_empty
from app.models.form import Question

Row = dict[str, Any]


def said_rows(question: Question, value: Any) -> list[Row]:
    """Without empty rows, and without those the sheet began with that nobody wrote on."""
    begun = question.default if isinstance(question.default, list) else []
    return [
        row
        for row in value or []
        if not is_empty(kind=question.kind, value=row) and _said(row) not in map(_said, begun)
    ]


def printed_rows(question: Question, value: Any) -> list[Row]:
    """The same, without those whose answer keeps them in the notebook."""
    wanted = question.rows_if
    said = said_rows(question, value)
    return said if wanted is None else [row for row in said if row.get(wanted.column) in wanted.is_any]


def _said(row: Row) -> Row:
    return {key: cell for key, cell in row.items() if not is_empty(kind="", value=cell)}
