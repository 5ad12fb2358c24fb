"""What a copy holds, and what the notebook holds beyond it."""

from contextlib import suppress
from pathlib import Path

from app.errors import CarnetError
from app.models.discreet import Discreet
from app.storage.copy_inside import OpenCopy
from app.storage.engine import Engine, Row

KINDS = ("student", "interview", "plan", "referral", "paper", "task")


class Inside(Discreet, frozen=True, kw_only=True):
    """`counts` by kind; `written_at` is the last writing in it. `beyond` is None where nobody can say.

    `last_seen` is when the notebook it replaces was last written, as far as its file tells.
    """

    copy: OpenCopy
    counts: dict[str, int]
    written_at: str
    beyond: "Beyond | None"
    last_seen: float | None


class Beyond(Discreet, frozen=True):
    """What would be missing: records new since the copy by kind, records changed since, drafts."""

    new: dict[str, int]
    changed: int
    drafts: int

    @property
    def nothing(self) -> bool:
        """The copy holds everything."""
        return not (any(self.new.values()) or self.changed or self.drafts)


def look_into_copy(*, folder: Path, passphrase: str, present: Path | None) -> Inside:
    """Open the copy and compare it with the notebook in `present`, if that can still be read.

    WrongPassphrase, NotANotebook, CopyTooNew or CopyDamaged.
    """
    copy = OpenCopy.open(folder, passphrase=passphrase)
    engine = copy.engine()
    try:
        counts = {kind: _count(engine, kind) for kind in KINDS}
        last = engine.row("SELECT at FROM revision ORDER BY seq DESC LIMIT 1")
        end = engine.row("SELECT seq, chain_hash FROM revision ORDER BY seq DESC LIMIT 1")
        drafts = set(engine.rows("SELECT record_id, at FROM draft"))
    finally:
        engine.close()
    beyond = None
    if present is not None:
        with suppress(CarnetError, OSError):
            beyond = _beyond(copy, present, end, drafts)
    return Inside(
        copy=copy, counts=counts, written_at=str(last[0]) if last else "", beyond=beyond,
        last_seen=_last_seen(present, copy) if present else None,
    )  # fmt: skip


def _count(engine: Engine, kind: str) -> int:
    if engine.row("SELECT 1 FROM sqlite_master WHERE name = ?", (kind,)) is None:
        return 0  # a schema from before there were any
    alone = " AND joined_into IS NULL" if kind == "student" else ""
    return int(engine.rows(f'SELECT count(*) FROM "{kind}" WHERE removed_at IS NULL{alone}')[0][0])  # noqa: S608


def _beyond(copy: OpenCopy, present: Path, end: Row | None, drafts: set[Row]) -> Beyond | None:
    key = copy.files[copy.notebook_file]
    engine = Engine.open(present / copy.notebook_file.name, key, read_only=True)
    try:
        seq = end[0] if end else 0
        there = engine.row("SELECT seq, chain_hash FROM revision WHERE seq = ?", (seq,))
        if end and there != end:
            return None  # the notebook was put back from an older copy since: another line
        rows = engine.rows(
            "SELECT kind, sum(first > ?1), sum(first <= ?1) FROM (SELECT kind, (SELECT min(seq) FROM revision"
            " earlier WHERE earlier.record_id = later.record_id) AS first FROM revision later WHERE seq > ?1"
            " GROUP BY kind, record_id) GROUP BY kind",
            (seq,),
        )
        now_drafts = set(engine.rows("SELECT record_id, at FROM draft"))
    finally:
        engine.close()
    return Beyond(
        {kind: new for kind, new, _ in rows if kind in KINDS},
        sum(changed for _, _, changed in rows) + sum(new for kind, new, _ in rows if kind not in KINDS),
        len(now_drafts - drafts),
    )


def _last_seen(present: Path, copy: OpenCopy) -> float | None:
    with suppress(OSError):
        return (present / copy.notebook_file.name).stat().st_mtime
    return None
