"""What a package from one's other computer would do here."""

from collections.abc import Sequence
from functools import cache

from app.actions.other_computer.known_there import Ways, ways_of
from app.actions.other_computer.stands_alike import standing_alike
from app.exchange.incoming import ALONE, ERASED, TAKEN
from app.exchange.merge import Known, Verdict, judge
from app.exchange.oneself import standing
from app.exchange.package.lines import RecordLine
from app.models.record import Record
from app.storage.notebook import Notebook

Own = tuple[RecordLine, Verdict, str, bool]


def judge_own(
    notebook: Notebook, *, correspondent_id: str, lines: Sequence[RecordLine], here: dict[str, Record]
) -> list[Own]:
    """Each line with its verdict, the reason of a refusal, and whether it says what stands here.

    Merged as from anybody: a revision passed already is identical, one that goes on from what stands here
    is newer unless somebody is typing in it, anything else stands in two versions.
    """
    ids = [line.id for line in lines]
    kinds = notebook.history.kinds(ids)
    refused = {
        line.id: TAKEN if kinds.get(line.id, line.kind) != line.kind else ERASED
        for line in lines
        if kinds.get(line.id, line.kind) != line.kind
        or (line.id in kinds and line.id not in here and line.kind != "partner")
    }
    stand = standing(
        [line for line in lines if line.id not in refused],
        exists=cache(lambda kind, other: notebook.shelf(kind).find(other) is not None),
    )
    ways = ways_of(notebook, correspondent_id=correspondent_id, records=here)
    typed = {one.record_id for one in notebook.drafts.list()}
    alike = standing_alike(notebook, here=here, lines=[line for line in lines if line.id in here])
    judged: list[Own] = []
    for line in lines:
        if reason := refused.get(line.id, "" if line.id in stand else ALONE):
            judged.append((line, "refused", reason, False))
            continue
        verdict = judge(line, _known(line, ways.get(line.id), is_typed=line.id in typed))
        is_same = line.id in alike and verdict in ("updated", "conflict")
        is_met = is_same or (line.id in here and line.revision == here[line.id].revision)
        judged.append((line, "identical" if is_same else verdict, "", is_met))
    return judged


def _known(line: RecordLine, ways: Ways | None, *, is_typed: bool) -> Known:
    if ways is None:
        return Known(exists=False)
    named = [one for one in line.ancestors if one in ways.heads]
    return Known(exists=True, revision=named[0] if named else "", ancestors=ways.met, changed_here=is_typed)
