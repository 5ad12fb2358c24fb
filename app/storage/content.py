"""What a revision says of a record."""

from typing import Any

import msgspec

from app.models.record import Record


def content_of(record: Record) -> Any:
    """The record without its own revision.

    A service that is not named is left out: what was written before services had names stays, byte for
    byte, what it was, and saving it unchanged writes nothing.
    """
    bare = msgspec.structs.replace(record, revision="")
    if getattr(record, "framework", None) != "":
        return bare
    said = msgspec.to_builtins(bare)
    del said["framework"]
    return said
