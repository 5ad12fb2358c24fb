"""The words of a sheet that the search finds it by."""

from collections.abc import Iterator
from typing import Any

from app.frameworks.asked import asked
from app.frameworks.coded_words import source_of, token
from app.frameworks.kinds import CODED, TEXTS, is_empty
from app.frameworks.said_rows import said_rows
from app.frameworks.show import BETWEEN
from app.models.form import Form, Question, Values


def search_text(*, form: Form, values: Values) -> str:
    """What was written, one line a question, then one line of signs for the codes that were chosen.

    The signs are what `CodedWords` looks for: whatever a code is called one day, in any language, the
    sheet is found by it and need not be written again.
    """
    written: list[str] = []
    chosen: list[str] = []
    for question in asked(form=form, values=values):
        value = values.get(question.key)
        if is_empty(kind=question.kind, value=value):
            continue
        written.extend(_written(question, value))
        written.append(str(values.get(f"{question.key}:other") or ""))
        chosen.extend(_chosen(form, question, value))
    lines = [*written, BETWEEN.join(dict.fromkeys(chosen))]
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


def _chosen(form: Form, question: Question, value: Any) -> Iterator[str]:
    if question.kind in CODED:
        source = source_of(form, question)
        yield from (token(source, code) for code in (value if isinstance(value, list) else [value]))
    elif question.kind == "table":
        for column in question.columns:
            if column.kind == "one_of":
                source = source_of(form, question, column)
                rows = said_rows(question, value)
                yield from (token(source, row[column.key]) for row in rows if row.get(column.key))
