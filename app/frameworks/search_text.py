"""The words of a sheet that the search finds it by."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.frameworks.asked import asked
from app.frameworks.kinds import CODED, TEXTS, is_empty
from app.frameworks.options import options
from app.frameworks.said_rows import said_rows
from app.models.form import Column, Form, Question, Values
from app.models.value_list import ValueList


def search_text(*, form: Form, values: Values, lists: Mapping[str, ValueList]) -> str:
    """What was written, one line a question, then the chosen labels, one line a language.

    Labels stand apart and in every language so that an excerpt of the writing stays readable and a
    sheet is found whatever the language of the window.
    """
    written: list[str] = []
    labels: dict[str, list[str]] = {}
    for question in asked(form=form, values=values):
        value = values.get(question.key)
        if is_empty(kind=question.kind, value=value):
            continue
        written.extend(_written(question, value))
        written.append(str(values.get(f"{question.key}:other") or ""))
        for language, label in _labels(question, value, lists):
            labels.setdefault(language, []).append(label)
    lines = written + [" · ".join(said) for said in labels.values()]
    return "\n".join(line.strip() for line in lines if line.strip())


def _written(question: Question, value: Any) -> Iterator[str]:
    if question.kind in TEXTS:
        yield value
    elif question.kind == "computed":
        yield str(value)
    elif question.kind == "documents":
        yield " · ".join(value)
    elif question.kind == "marked_text" or question.kind == "tasks":
        yield "\n".join(row["text"] for row in value)
    elif question.kind == "table":
        texts = [column.key for column in question.columns if column.kind in TEXTS]
        said = [f"{column.key}:other" for column in question.columns if column.kind == "one_of"]
        for row in said_rows(question, value):
            yield " · ".join(row[key] for key in (*texts, *said) if row.get(key))


def _labels(question: Question, value: Any, lists: Mapping[str, ValueList]) -> Iterator[tuple[str, str]]:
    chosen: list[tuple[Question | Column, list[str]]] = []
    if question.kind in CODED:
        chosen.append((question, value if isinstance(value, list) else [value]))
    elif question.kind == "table":
        for column in question.columns:
            if column.kind == "one_of":
                chosen.append(
                    (column, [row[column.key] for row in said_rows(question, value) if row.get(column.key)])
                )
    for asks, codes in chosen:
        for option in options(asks=asks, lists=lists):
            if option.code in codes:
                yield from option.label.items()
