"""The column names of one software's export."""

import msgspec


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """`marks` are header names that all must be there for the file to be of this software.

    `columns` maps header names to fields (see `columns.FIELDS`); where several headers mean one
    field, the first one listed is preferred. Header names are compared by `names.compact`.
    """

    name: str
    marks: tuple[str, ...]
    columns: dict[str, str]
