"""Take over what a package holds."""

from collections import Counter
from typing import Any

import msgspec

from app.actions.index_sheet import index_sheet
from app.actions.index_student import index_student
from app.actions.open_package import Judged, OpenedPackage, judged_lines
from app.exchange.incoming import incoming_record
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.models.answer import Answer
from app.models.changes import Changes
from app.models.conflict import Conflict
from app.models.kinds import FORM_KINDS
from app.models.package import Package
from app.models.practitioner import Practitioner
from app.models.received_revision import ReceivedRevision
from app.models.stream import Stream
from app.storage.notebook import Notebook

_FIRST = ("partner", "student", "case")


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """How many records became what, and what changed."""

    counts: dict[str, int]
    changes: Changes


def receive_package(notebook: Notebook, *, library: Library, opened: OpenedPackage) -> Received:
    """One transaction, all or nothing: new and updated records written with their author, conflicts kept.

    The lines are judged again, because the notebook may have changed since they were looked at; so two
    windows, or the same package twice, write once.
    """
    with notebook.change() as change:
        judged = judged_lines(notebook, opened.correspondent.id, [one.line for one in opened.records])
        judged.sort(key=lambda one: one.line.kind not in _FIRST)
        for one in judged:
            if one.verdict in {"new", "updated"}:
                _write(notebook, library, opened, one.line)
            elif one.verdict == "conflict":
                _keep_conflict(notebook, opened, one)
        note_package(notebook, opened)
    counts = Counter(one.verdict for one in judged)
    return Received(counts={str(verdict): n for verdict, n in counts.items()}, changes=change.changes)


def _write(notebook: Notebook, library: Library, opened: OpenedPackage, line: RecordLine) -> None:
    author = line.author
    if notebook.practitioners.find(author.id) is None:
        with notebook.history.written_by(author.id):
            notebook.practitioners.save(
                Practitioner(id=author.id, name=author.name, profession=author.profession)
            )
    shelf = notebook.shelf(line.kind)
    record = incoming_record(line, shelf.find(line.id))
    with notebook.history.written_by(author.id):
        if line.kind in FORM_KINDS:
            saved = notebook.sheets(line.kind).save(record, _answers(notebook, line))
        else:
            saved = shelf.save(record)
    _index(notebook, library, line.kind, saved)
    notebook.transfers.add_received(
        [
            ReceivedRevision(
                correspondent_id=opened.correspondent.id,
                record_id=line.id,
                revision_id=line.revision,
                projection_hash=line.hash,
                local_revision=saved.revision,
                package_id=opened.header.package_id,
                ancestors=line.ancestors,
            )
        ]
    )


def _answers(notebook: Notebook, line: RecordLine) -> list[Answer]:
    """What came over what is there: a question that was not sent keeps its answer."""
    came = {answer.question for answer in line.answers}
    asked = {question.removesuffix(":other") for question in came}
    kept = [
        answer
        for answer in notebook.sheets(line.kind).answers(line.id)
        if answer.question.removesuffix(":other") not in asked
    ]
    new = [
        Answer(question=answer.question, row=answer.row, value=answer.value)
        for answer in line.answers
        if answer.value is not None
    ]
    return kept + new


def _index(notebook: Notebook, library: Library, kind: str, record: Any) -> None:
    if kind == "student":
        index_student(notebook, student=record)
    elif kind == "case":
        index_student(notebook, student=notebook.students.get(record.student_id))
    elif kind in FORM_KINDS and record.form in library.forms:
        form = library.form_for(record.form, notebook.framework)
        values = read(form=form, record=record, answers=notebook.sheets(kind).answers(record.id))
        index_sheet(notebook, library=library, form=form, record=record, values=values)


def _keep_conflict(notebook: Notebook, opened: OpenedPackage, one: Judged) -> None:
    line, correspondent = one.line, opened.correspondent.id
    here = notebook.shelf(line.kind).get(line.id)
    received = notebook.transfers.received(correspondent, [line.id]).get(line.id, [])
    common = received[-1].local_revision if received else ""
    notebook.transfers.add_conflicts(
        [
            Conflict(
                kind=line.kind,
                record_id=line.id,
                correspondent_id=correspondent,
                package_id=opened.header.package_id,
                ancestor=notebook.history.content(common) if common else None,
                ours=notebook.history.content(here.revision) or {},
                theirs={
                    "fields": line.fields,
                    "answers": [msgspec.to_builtins(answer) for answer in line.answers],
                },
                their_revision=line.revision,
            )
        ]
    )


def note_package(notebook: Notebook, opened: OpenedPackage) -> None:
    """Remember that this package came and where its stream has got to; inside a change."""
    header = opened.header
    stream = notebook.transfers.stream(header.stream_id) or Stream(
        id=header.stream_id, correspondent_id=opened.correspondent.id, direction="in"
    )
    if header.sequence > stream.last_sequence:
        stream = msgspec.structs.replace(stream, last_sequence=header.sequence, last_hash=opened.header_hash)
    notebook.transfers.keep_stream(stream)
    if notebook.transfers.package(header.package_id) is None:
        notebook.transfers.add_package(
            Package(
                id=header.package_id,
                correspondent_id=opened.correspondent.id,
                direction="in",
                kind=header.kind,
                stream_id=header.stream_id,
                sequence=header.sequence,
                hash=opened.header_hash,
                at=header.created_at,
                counts=header.counts,
                case_ids=[one.line.id for one in opened.records if one.line.kind == "case"],
            )
        )
