"""The row of packages that goes on to somebody."""

import hashlib
import platform

import msgspec

from app.models.stream import Stream
from app.storage.notebook import Notebook


def outgoing_stream(notebook: Notebook, *, correspondent_id: str) -> Stream | None:
    """The stream the next package belongs to; None when it begins a new one.

    A copy of a notebook that is opened in another folder or on another computer begins again: two copies
    that went on in one row would use the same numbers for different letters.
    """
    stream = notebook.transfers.newest_stream(correspondent_id, "out")
    here = place_of(notebook)
    if stream is None or stream.place not in ("", here):
        return None
    return msgspec.structs.replace(stream, place=here)


def place_of(notebook: Notebook) -> str:
    """This copy of the notebook: the computer and the folder, as a hash that names neither."""
    place = f"{platform.node()}\0{notebook.folder.resolve()}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(notebook.vault_id.encode() + b"\0" + place).hexdigest()[:32]
