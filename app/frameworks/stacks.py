"""The columns of a table as they stand: each with those that share its width under it."""

from collections.abc import Sequence

from app.models.form import Column


def stacks(columns: Sequence[Column]) -> list[list[Column]]:
    """Groups of columns, one under the other in each; a first column is under nothing."""
    found: list[list[Column]] = []
    for column in columns:
        if column.under and found:
            found[-1].append(column)
        else:
            found.append([column])
    return found
