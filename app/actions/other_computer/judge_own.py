"""What a package from one's other computer would do here."""

from collections.abc import Mapping, Sequence
from functools import cache

from app.actions.other_computer.known_there import Ways, ways_of
from app.actions.other_computer.newer_card import newer_card
from app.actions.other_computer.stands_alike import standing_alike
from app.exchange.accepted import KEYS, Accepted, is_there
from app.exchange.incoming import ALONE, ERASED, TAKEN
from app.exchange.incoming_file import FILE_CODES, NO_FILE
from app.exchange.merge import Known, Verdict, judge
from app.exchange.oneself import stands
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT
from app.models.attachment import Attachment
from app.models.correspondent import Correspondent
from app.models.record import Record
from app.storage.notebook import Notebook

Own = tuple[RecordLine, Verdict, str, bool]


def judge_own(
    notebook: Notebook,
    *,
    correspondent_id: str,
    lines: Sequence[RecordLine],
    here: dict[str, Record],
    accepted: Accepted,
) -> list[Own]:
    """Each line with its verdict, the reason of a refusal, and whether it says what stands here.

    Merged as from anybody: a revision passed already is identical, one that goes on from what stands here
    is newer unless somebody is typing in it, anything else stands in two versions. Nobody has to decide
    between two versions of a card. `accepted` are those others may lean on, of what came before; it grows.
    """
    kinds = notebook.history.kinds([line.id for line in lines])
    exists = cache(lambda kind, other: is_there(notebook, accepted, kind, other))
    bare = _without_file(notebook, correspondent_id, lines, kinds)
    ways = ways_of(notebook, correspondent_id=correspondent_id, records=here)
    typed = {one.record_id for one in notebook.drafts.list()}
    alike = standing_alike(notebook, here=here, lines=[line for line in lines if line.id in here])
    judged: list[Own] = []
    for line in lines:
        reason = (
            _reason(notebook, line, kinds, here)
            or _key_taken(notebook, line, accepted[KEYS])
            or bare.get(line.id, "")
        )
        if not reason and not stands(line, exists=exists):
            reason = ALONE
        if reason:
            judged.append((line, "refused", reason, False))
            continue
        if line.kind in accepted:
            accepted[line.kind][bytes.fromhex(line.id)] = None
        verdict = judge(line, _known(line, ways.get(line.id), is_typed=line.id in typed))
        is_same = line.id in alike and verdict in ("updated", "conflict")
        is_met = is_same or (line.id in here and line.revision == here[line.id].revision)
        card = here.get(line.id)
        if verdict == "conflict" and isinstance(card, Correspondent) and not is_same:
            is_newer = newer_card(card, line)
            verdict, is_met = ("updated", False) if is_newer else ("identical", True)
        judged.append((line, "identical" if is_same else verdict, "", is_met))
    return judged


def _reason(
    notebook: Notebook, line: RecordLine, kinds: Mapping[str, str], here: Mapping[str, Record]
) -> str:
    """Why a line has no place here, whatever it leans on; "" when it has one."""
    if kinds.get(line.id, line.kind) != line.kind:
        return TAKEN
    if line.id in kinds and line.id not in here and line.kind != "partner":
        return ERASED
    return TAKEN if _is_another_file(line, here.get(line.id)) else ""


def _key_taken(notebook: Notebook, line: RecordLine, keys: dict[bytes, None]) -> str:
    """Why a card is not taken: its key is another's here or in the package."""
    if line.kind != "correspondent":
        return ""
    key = str(line.fields["sign_key"])
    holder = notebook.correspondents.by_key(key)
    if bytes.fromhex(key) in keys or (holder is not None and holder.id != line.id):
        return TAKEN
    keys[bytes.fromhex(key)] = None
    return ""


def _without_file(
    notebook: Notebook, correspondent_id: str, lines: Sequence[RecordLine], kinds: Mapping[str, str]
) -> dict[str, str]:
    """Attachments that are new here and come without their bytes; where these were refused, why."""
    bare = [line.id for line in lines if line.kind == ATTACHMENT and line.id not in kinds and not line.pieces]
    if not bare:
        return {}
    before = notebook.transfers.own.refused_files(correspondent_id, bare)
    reasons = {code: reason for reason, code in FILE_CODES.items()}
    return {one: reasons.get(before.get(one, ""), NO_FILE) for one in bare}


def _is_another_file(line: RecordLine, here: Record | None) -> bool:
    """The bytes of an attachment never change: another content is another attachment."""
    return isinstance(here, Attachment) and any(
        line.fields.get(name) != getattr(here, name) for name in ("record_id", "sha256", "size")
    )


def _known(line: RecordLine, ways: Ways | None, *, is_typed: bool) -> Known:
    if ways is None:
        return Known(exists=False)
    named = [one for one in line.ancestors if one in ways.heads]
    return Known(exists=True, revision=named[0] if named else "", ancestors=ways.met, changed_here=is_typed)
