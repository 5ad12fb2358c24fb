"""Look into a package: whose, which number, what it would do. Nothing is written."""

from pathlib import Path

import msgspec

from app.errors import PackageOwn, SenderChanged, SenderUnknown
from app.exchange.checking import check_package
from app.exchange.incoming import refusal
from app.exchange.merge import Known, Verdict, judge
from app.exchange.package.lines import Header, Receipt, RecordLine
from app.exchange.package.reader import Package
from app.models.correspondent import Correspondent
from app.models.received_revision import ReceivedRevision
from app.security.fingerprint import fingerprint
from app.security.seal import public_sealing_key
from app.security.signature import public_signing_key
from app.storage.notebook import Notebook


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One record that came and what would become of it; `reason` is an English sentence for a refusal."""

    line: RecordLine
    verdict: Verdict
    reason: str = ""


class OpenedPackage(msgspec.Struct, frozen=True, kw_only=True):
    """A checked package with its verdicts. `missing` are numbers of this stream that have not come."""

    header: Header
    header_hash: str
    correspondent: Correspondent
    records: list[Judged]
    receipts: list[Receipt]
    missing: list[int]
    is_repeated: bool

    def count(self, verdict: Verdict) -> int:
        """How many records got this verdict."""
        return sum(judged.verdict == verdict for judged in self.records)

    def __repr__(self) -> str:
        """Name the package only."""
        return f"<OpenedPackage {self.header.package_id[:8]}>"


def open_package(notebook: Notebook, *, path: Path) -> OpenedPackage:
    """Check the file in a process of its own, then compare with the notebook.

    SenderUnknown, SenderChanged, PackageOwn, and the errors of `check_package`.
    """
    identity = notebook.identity
    own_keys = public_signing_key(identity.sign_secret), public_sealing_key(identity.seal_secret)
    own = fingerprint(sign_key=own_keys[0], seal_key=own_keys[1]).hex()
    package = check_package(path=path, seal_secret=identity.seal_secret, own_fingerprint=own)
    return judged_package(notebook, package=package, own_key=own_keys[0].hex())


def judged_package(notebook: Notebook, *, package: Package, own_key: str) -> OpenedPackage:
    """A checked package against what is there now."""
    sender = package.header.sender
    if sender.sign_key == own_key:
        raise PackageOwn
    correspondent = notebook.correspondents.by_key(sender.sign_key)
    if correspondent is None or correspondent.removed_at:
        raise SenderUnknown
    if correspondent.state in {"changed", "retired"} or correspondent.seal_key != sender.seal_key:
        raise SenderChanged
    stream = notebook.transfers.stream(package.header.stream_id)
    came = stream.last_sequence if stream else 0
    return OpenedPackage(
        header=package.header,
        header_hash=package.header_hash,
        correspondent=correspondent,
        records=judged_lines(notebook, correspondent.id, package.records),
        receipts=package.receipts,
        missing=list(range(came + 1, package.header.sequence)),
        is_repeated=notebook.transfers.package(package.header.package_id) is not None,
    )


def judged_lines(notebook: Notebook, correspondent_id: str, lines: list[RecordLine]) -> list[Judged]:
    """Each line with its verdict."""
    received = notebook.transfers.received(correspondent_id, [line.id for line in lines])
    coming = {line.id for line in lines}
    judged = []
    for line in lines:
        reason = refusal(line, exists=lambda kind, record_id: _exists(notebook, coming, kind, record_id))
        known = _known(notebook, line, received.get(line.id, [])) if not reason else Known(exists=False)
        judged.append(Judged(line=line, verdict="refused" if reason else judge(line, known), reason=reason))
    return judged


def _exists(notebook: Notebook, coming: set[str], kind: str, record_id: str) -> bool:
    return record_id in coming or notebook.shelf(kind).find(record_id) is not None


def _known(notebook: Notebook, line: RecordLine, received: list[ReceivedRevision]) -> Known:
    here = notebook.shelf(line.kind).find(line.id)
    written = [one for one in received if one.local_revision]
    last = written[-1] if written else None
    older = {ancestor for one in received for ancestor in [*one.ancestors, one.revision_id]}
    return Known(
        exists=here is not None,
        revision=last.revision_id if last else "",
        ancestors=frozenset(older),
        changed_here=here is not None and (last is None or here.revision != last.local_revision),
    )
