"""Paragraphs that never left stand where they stood when the others come back."""

from collections.abc import Sequence

import msgspec

from app.models.answer import Answer
from app.models.form import Form


def with_staying(*, form: Form | None, former: Sequence[Answer], new: Sequence[Answer]) -> list[Answer]:
    """`new` with those rows of `former` whose mark keeps them here; numbered anew where two want one row."""
    keeps = {one.key: set(one.keeps) for one in form.questions if one.keeps} if form else {}
    staying = [
        one
        for one in former
        if isinstance(one.value, dict) and one.value.get("mark") in keeps.get(one.question, ())
    ]
    result = list(new)
    for key in dict.fromkeys(one.question for one in staying):
        stay = [one for one in staying if one.question == key and one not in result]
        came = [one for one in result if one.question == key]
        rows = sorted([*stay, *came], key=lambda one: one.row)
        if len({one.row for one in rows}) < len(rows):
            rows = [msgspec.structs.replace(one, row=row) for row, one in enumerate(rows)]
        result = [one for one in result if one.question != key] + rows
    return result
