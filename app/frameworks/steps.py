"""What a sheet says is still to be done, whatever its tables are called."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from app.frameworks.asked import asked
from app.frameworks.kinds import fault, is_empty
from app.frameworks.options import options
from app.models.form import Column, Form, Question, Values
from app.models.value_list import ValueList


class Step(msgspec.Struct, kw_only=True, frozen=True):
    """One row that waits."""

    text: str
    due: date

    def __repr__(self) -> str:
        """Name the day, not the words."""
        return f"<Step {self.due}>"


def open_steps(*, form: Form, values: Values, lists: Mapping[str, ValueList]) -> list[Step]:
    """The rows with a day whose state is none that ends them, soonest first.

    A table says by the `role` of its columns which of them these are; a code ends its row where its
    list says it is `definite`.
    """
    found = [
        step
        for question in asked(form=form, values=values)
        if question.kind == "table"
        for step in _steps(question, values.get(question.key) or [], lists)
    ]
    return sorted(found, key=lambda step: step.due)


def _steps(question: Question, rows: list[dict[str, Any]], lists: Mapping[str, ValueList]) -> Iterator[Step]:
    roles = {column.role: column for column in question.columns if column.role}
    if "due" not in roles or "what" not in roles:
        return
    for row in rows:
        due = row.get(roles["due"].key)
        if is_empty(kind="date", value=due) or fault(asks=roles["due"], value=due):
            continue
        if "state" not in roles or not _ended(roles["state"], row, lists):
            yield Step(text=str(row.get(roles["what"].key) or ""), due=date.fromisoformat(str(due)))


def _ended(state: Column, row: dict[str, Any], lists: Mapping[str, ValueList]) -> bool:
    code = row.get(state.key)
    return any(option.definite and option.code == code for option in options(asks=state, lists=lists))
