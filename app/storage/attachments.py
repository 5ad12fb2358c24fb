"""The shelf of attachments: what is known of them, and apart from it their bytes, piece by piece."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from app.errors import AttachmentLost, Stopped
from app.models.attachment import Attachment
from app.storage.shelf import Core, Shelf

PIECE = 1 << 19  # one piece is one transaction, so that nobody waits for a whole file to be written


class Attachments(Shelf[Attachment]):
    """Attachments by the record they are kept with. Only `content` and `damage` read bytes."""

    struct = Attachment

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self._coming: set[str] = set()

    def of_records(self, record_ids: Sequence[str]) -> list[Attachment]:
        """What is kept with these records, in the order it came; nothing from the bin."""
        wanted = msgspec.json.encode(list(record_ids)).decode()
        return self._where("removed_at IS NULL AND record_id IN (SELECT value FROM json_each(?))", (wanted,))

    def put_aside(
        self, attachment_id: str, content: bytes, *, stopped: Callable[[], bool] = lambda: False
    ) -> None:
        """Write the bytes before there is a record of them, each piece at once and for itself.

        Nobody sees them until the record is saved; whoever fails before calls `forget`. Stopped between two
        pieces, once `stopped` says that somebody had enough.
        """
        self._coming.add(attachment_id)
        view = memoryview(content)
        for piece, start in enumerate(range(0, len(view), PIECE)):
            if stopped():
                raise Stopped
            self._core.engine.run(
                "INSERT INTO attachment_content VALUES (?, ?, ?)",
                (attachment_id, piece, bytes(view[start : start + PIECE])),
            )

    def save(self, record: Attachment) -> Attachment:
        """Write the record and one revision; its bytes are no longer on the way."""
        saved = super().save(record)
        self._coming.discard(record.id)
        return saved

    def forget(self, attachment_id: str) -> None:
        """Take back what was put aside and did not become an attachment."""
        self._coming.discard(attachment_id)
        self._core.engine.run(
            "DELETE FROM attachment_content WHERE attachment_id = ?"
            " AND attachment_id NOT IN (SELECT id FROM attachment)",
            (attachment_id,),
        )

    def forget_abandoned(self) -> None:
        """Take back what a crash left put aside; what is on the way right now stays."""
        rows = self._core.engine.rows(
            "SELECT DISTINCT attachment_id FROM attachment_content"
            " WHERE attachment_id NOT IN (SELECT id FROM attachment)"
        )
        for (attachment_id,) in rows:
            if attachment_id not in self._coming:
                self.forget(attachment_id)

    def put_inside(self, attachment_id: str, pieces: Iterable[bytes]) -> None:
        """Write the bytes piece by piece in the change that writes their record: both or neither."""
        _ = self._change
        for number, piece in enumerate(pieces):
            self._core.engine.run(
                "INSERT INTO attachment_content VALUES (?, ?, ?)", (attachment_id, number, piece)
            )

    def content(self, attachment: Attachment) -> bytes:
        """The bytes that were added, or AttachmentLost when they are not those any more."""
        return b"".join(self.pieces(attachment))

    def pieces(self, attachment: Attachment) -> Iterator[bytes]:
        """The same one piece in memory at a time; AttachmentLost after the last one."""
        digest, size = hashlib.sha256(), 0
        for piece in self._pieces(attachment.id):
            digest.update(piece)
            size += len(piece)
            yield piece
        if size != attachment.size or digest.hexdigest() != attachment.sha256:
            raise AttachmentLost

    def remove(self, record_id: str) -> None:
        """Erase the record, what its revisions said, and the bytes."""
        super().remove(record_id)
        self._core.engine.run("DELETE FROM attachment_content WHERE attachment_id = ?", (record_id,))

    def damage(self) -> list[str]:
        """Those, in the bin too, whose bytes are not the ones that were added: short identifiers."""
        problems = []
        for attachment in self._where("1"):
            try:
                for _ in self.pieces(attachment):
                    pass
            except AttachmentLost:
                problems.append(attachment.id[:8])
        return problems

    def _pieces(self, attachment_id: str) -> Iterator[bytes]:
        piece = 0
        while row := self._core.engine.row(
            "SELECT content FROM attachment_content WHERE attachment_id = ? AND piece = ?",
            (attachment_id, piece),
        ):
            yield row[0]
            piece += 1
