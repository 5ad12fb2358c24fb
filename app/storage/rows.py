"""Between structs and rows: one mapper for every noun."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec

from app.models.record import Record

R = TypeVar("R", bound=Record)


@cache
def columns(struct: type[Record]) -> tuple[str, ...]:
    """The column names of a noun, which are its attributes."""
    return tuple(field.name for field in msgspec.structs.fields(struct))


def row_of(record: Record) -> list[Any]:
    """The record's values in column order: dates as ISO text, lists as JSON text."""
    return [_stored(getattr(record, name)) for name in columns(type(record))]


def record_of(struct: type[R], names: Sequence[str], row: tuple[Any, ...]) -> R:
    """The record of a row; `row` may be longer than `names`."""
    lists = _list_columns(struct)
    values = {
        name: msgspec.json.decode(value) if name in lists else value
        for name, value in zip(names, row, strict=False)
    }
    return msgspec.convert(values, struct, strict=False)


def _stored(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return msgspec.json.encode(value).decode()
    return value


@cache
def _list_columns(struct: type[Record]) -> frozenset[str]:
    inspected = msgspec.inspect.type_info(struct)
    assert isinstance(inspected, msgspec.inspect.StructType)
    return frozenset(
        field.name for field in inspected.fields if isinstance(field.type, msgspec.inspect.ListType)
    )
