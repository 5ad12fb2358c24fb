"""What a correspondent and this notebook both have of a record, and what may come back to it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec

from app.actions.packages.project_here import project_here
from app.exchange.package.lines import AnswerLine, RecordLine
from app.frameworks.library import Library
from app.i18n import N_
from app.models.answer import Answer
from app.models.kinds import FORM_KINDS
from app.models.received_revision import ReceivedRevision
from app.models.record import Record
from app.storage.notebook import Notebook

MOVED = N_("It would move a record of yours to another student or case.")
STANDS = ("form", "student_id", "case_id", "created_at", "author_id", "version", "replaces_id")
"""Where a record stands and whose it is: no answer to it changes that."""
_WHOSE = ("student_id", "case_id")
_NOTHING: tuple[Any, ...] = (None, "", [], {})


class SharedState:
    """Answers for lines whose record is here and was written here too, or was sent to whoever sends it."""

    def __init__(
        self,
        notebook: Notebook,
        library: Library,
        correspondent_id: str,
        here: Mapping[str, Record],
        received: Mapping[str, list[ReceivedRevision]],
    ) -> None:
        self._notebook, self._here, self._received = notebook, here, received
        self._sent = notebook.transfers.sent(correspondent_id, here)
        self._settled = {
            (one.record_id, one.their_revision, msgspec.json.encode(said_by(one.theirs), order="sorted"))
            for one in notebook.transfers.conflicts(settled=True)
            if one.correspondent_id == correspondent_id and one.record_id in here
        }
        self._answers: dict[str, list[Answer]] = {}
        for kind in FORM_KINDS:
            self._answers |= notebook.sheets(kind).answers_of(here)
        self._ours = project_here(notebook, library=library, here=here, answers=self._answers)

    def links(self, line: RecordLine) -> set[str]:
        """The revisions here that the line goes on from, which this correspondent was sent or sent."""
        named = {*line.ancestors, line.revision}
        sent = {one.revision_id for one in self._sent.get(line.id, [])} & named
        return sent | {
            one.local_revision for one in self._received.get(line.id, []) if one.revision_id in named
        }

    def base(self, line: RecordLine) -> str:
        """The newest revision here that both sides come from, "" when they began apart."""
        links = self.links(line)
        for revision in reversed(self._notebook.history.of(line.id)):
            if revision.id in links:
                return revision.id
        return ""

    def newest(self, line: RecordLine) -> str:
        """The last revision here that came from this sender, "" when none did."""
        came = [one for one in self._received.get(line.id, []) if one.local_revision]
        return came[-1].local_revision if came else ""

    def is_settled(self, line: RecordLine) -> bool:
        """Whether this very line was decided upon before."""
        return (line.id, line.revision, _encoded(line)) in self._settled

    def moves(self, line: RecordLine) -> bool:
        """Whether it would put a record that began here under somebody else."""
        here, came = self._here[line.id], {one.local_revision for one in self._received.get(line.id, [])}
        if all(line.fields.get(name) in (None, getattr(here, name, None)) for name in _WHOSE):
            return False
        return self._notebook.history.of(line.id)[0].id not in came

    def as_update(self, line: RecordLine) -> RecordLine | None:
        """The line as far as it may be taken over what stands here; None when it is a second version.

        Taken when what may travel still says what the sender had in hand, and nobody is typing. Then only
        what had travelled changes; what had not is added to where nothing stands, and never emptied.
        """
        ours = self._ours.get(line.id)
        if (
            self._is_decided_since(line)
            or ours is None
            or not self._in_hand(line) & _shapes(ours)
            or self._notebook.drafts.get(line.id)
        ):
            return None
        fields = {name: value for name, value in line.fields.items() if name not in STANDS}
        beyond = {name: value for name, value in fields.items() if name not in ours.fields}
        here = msgspec.to_builtins(self._here[line.id])
        if any(value not in _NOTHING and here[name] not in _NOTHING for name, value in beyond.items()):
            return None
        empty = {name for name, value in beyond.items() if value in _NOTHING}
        answers = self._within(ours, line)
        if answers is None:
            return None
        kept = {name: value for name, value in fields.items() if name not in empty}
        if line.kind == "case" and _number(kept.get("reference")) == _number(here["reference"]):
            kept["reference"] = here["reference"]
        stands = {name: here[name] for name in STANDS if name in line.fields}
        return msgspec.structs.replace(line, fields=stands | kept, answers=answers)

    def _is_decided_since(self, line: RecordLine) -> bool:
        """Somebody chose between two versions here and the sender does not know: also when ours was kept."""
        links = self.links(line)
        for revision in reversed(self._notebook.history.of(line.id)):
            if revision.id in links:
                return False
            if len(revision.parents) > 1:
                return True
        return False

    def _within(self, ours: RecordLine, line: RecordLine) -> list[AnswerLine] | None:
        travelled = {_question(one.question) for one in ours.answers}
        stands = {_question(one.question) for one in self._answers.get(line.id, [])}
        beyond = [one for one in line.answers if _question(one.question) not in travelled]
        if any(one.value is not None and _question(one.question) in stands for one in beyond):
            return None
        return [one for one in line.answers if _question(one.question) in travelled or one.value is not None]

    def _in_hand(self, line: RecordLine) -> set[str]:
        named = {*line.ancestors, line.revision}
        sent = {one.projection_hash for one in self._sent.get(line.id, []) if one.revision_id in named}
        came = self._received.get(line.id, [])
        return sent | {one.projection_hash for one in came if one.revision_id in named}


def said_by(version: Mapping[str, Any]) -> dict[str, Any]:
    """What one version of a conflict says, without whose it is."""
    return {"fields": version.get("fields", {}), "answers": version.get("answers", [])}


def _encoded(line: RecordLine) -> bytes:
    said = {"fields": line.fields, "answers": msgspec.to_builtins(line.answers)}
    return msgspec.json.encode(said, order="sorted")


def _shapes(line: RecordLine) -> set[str]:
    """The hashes the same words may have been sent under: elsewhere rows and cases are numbered anew."""
    counted: dict[str, list[AnswerLine]] = defaultdict(list)
    for one in line.answers:
        counted[one.question].append(msgspec.structs.replace(one, row=len(counted[one.question])))
    shapes = [line, msgspec.structs.replace(line, answers=[one for rows in counted.values() for one in rows])]
    if "reference" in line.fields:
        number = _number(line.fields["reference"])
        shapes += [msgspec.structs.replace(one, fields=one.fields | {"reference": number}) for one in shapes]
    return {one.digest() for one in shapes}


def _question(key: str) -> str:
    return key.removesuffix(":other")


def _number(reference: object) -> str:
    return str(reference).split("/")[0]
