"""The attachments that came: each is looked at as if it were added by hand, before it is taken."""

from collections.abc import Iterator

from app.actions.receiving.judged_records import JudgedRecords
from app.exchange.incoming import incoming_record
from app.exchange.incoming_file import fault_of_file
from app.exchange.package.pieces import content_of
from app.exchange.package.reader import Package
from app.exchange.travelling import ATTACHMENT


class ArrivedFiles:
    """Their bytes, as long as the spool is open, and what was found wrong with those looked at so far."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._found: dict[str, str] = {}

    def __repr__(self) -> str:
        """Say how many."""
        return f"<ArrivedFiles {len(self._package.files)}>"

    def __contains__(self, attachment_id: str) -> bool:
        """Whether the package has its bytes."""
        return attachment_id in self._package.files

    def pieces(self, attachment_id: str) -> Iterator[bytes]:
        """Its bytes, one piece in memory at a time."""
        return content_of(self._package.pieces, self._package.files[attachment_id])

    def fault(self, attachment_id: str, place: int) -> str:
        """What is wrong with the file, "" for nothing; it is decoded once. Slow; Stopped by the lock."""
        if attachment_id not in self._found:
            spool = self._package.spool
            self._found[attachment_id] = fault_of_file(
                untrusted=b"".join(self.pieces(attachment_id)),
                attachment=incoming_record(self._package.records.at(place)),
                stopped=lambda: spool.is_closed,
            )
        return self._found[attachment_id]


def check_files(files: ArrivedFiles, judged: JudgedRecords) -> None:
    """Refuse the new ones whose file is not sound; the rest of the package is taken."""
    if not judged.holds(ATTACHMENT):
        return
    for at, one in enumerate(judged):
        is_new = one.kind == ATTACHMENT and one.verdict == "new" and one.id in files
        if is_new and (fault := files.fault(one.id, one.place)):
            judged.settle(at, "refused", reason=fault)
