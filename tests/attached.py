"""Attachments kept in a notebook without the process that decodes what is added by hand."""

import hashlib

from app.exchange.attachments.type_of import type_of
from app.models.attachment import Attachment
from app.models.record import new_id
from app.storage.attachments import PIECE
from app.storage.notebook import Notebook


def attached(
    notebook: Notebook, content: bytes, *, kind: str, record_id: str, name: str = "bilan.pdf", **more: str
) -> Attachment:
    """One with these bytes; `more` is what it says instead of the truth."""
    made = {
        "id": new_id(), "record_kind": kind, "record_id": record_id, "name": name,
        "type": more.get("type") or type_of(content, file=name), "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(), "author_id": notebook.author_id,
    }  # fmt: skip
    with notebook.change():
        saved = notebook.attachments.save(Attachment(**made))  # type: ignore[arg-type]
        pieces = (content[at : at + PIECE] for at in range(0, len(content), PIECE))
        notebook.attachments.put_inside(saved.id, pieces)
    return saved


def contents(notebook: Notebook) -> dict[str, tuple[str, str, bool, bytes]]:
    """By identifier: with what, under which name, whether in the bin, and the bytes."""
    shelf = notebook.attachments
    return {
        one.id: (one.record_id, one.name, bool(one.removed_at), shelf.content(one))
        for one in [*shelf.list(), *shelf.list(removed=True)]
    }
