"""Decide between two versions: one revision that goes on from both."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.actions.conflicts.between_own import between_own
from app.actions.conflicts.merged import Choice, both, can_keep_both
from app.actions.conflicts.open_conflicts import is_followed_by
from app.actions.conflicts.versions_of import Differing, Said, Versions, versions_of
from app.actions.other_computer.take_own import index_decided
from app.actions.packages.meet_authors import meet_authors
from app.actions.packages.shared_state import STANDS
from app.actions.sheets.work_out import work_out
from app.errors import DecidedAlready, DraftWaits, Undecided
from app.exchange.incoming import incoming_answers, incoming_record
from app.exchange.staying import with_staying
from app.frameworks.computed import computed_questions
from app.frameworks.kinds import ROWS
from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.models.answer import Answer
from app.models.changes import Changes
from app.models.conflict import Conflict
from app.models.discreet import Discreet
from app.models.kinds import FORM_KINDS
from app.models.received_revision import ReceivedRevision
from app.models.record import FormRecord, now
from app.storage.notebook import Notebook


class Chosen(Discreet, frozen=True, kw_only=True):
    """What becomes of one thing; `text` is what was written instead of either."""

    choice: Choice
    text: str = ""

    def __repr__(self) -> str:
        """Never what was written."""
        return f"<Chosen {self.choice}>"


class Decided(Discreet, frozen=True, kw_only=True):
    """The revision from before and the new one, the conflicts that ended, and what changed."""

    kind: str
    record_id: str
    before: str
    beside: str
    revision: str
    conflict_ids: list[str]
    changes: Changes


def decide_conflict(
    notebook: Notebook, *, library: Library, conflict: Conflict, chosen: Mapping[str, Chosen]
) -> Decided:
    """Write what was chosen for everything that differs; theirs stays in the history as it came.

    Undecided while something is not chosen, CaseGiven when the case is another's by now, DraftWaits while
    somebody types, DecidedAlready when it was ended elsewhere meanwhile.
    """
    if conflict.id not in {one.id for one in notebook.transfers.conflicts()}:
        raise DecidedAlready
    if notebook.drafts.get(conflict.record_id) is not None:
        raise DraftWaits
    versions = versions_of(notebook, library=library, conflict=conflict)
    results = {one.key: _result(one, chosen.get(one.key)) for one in versions.differing}
    with notebook.change() as change:
        beside = _write_theirs(notebook, library, conflict, versions)
        own = between_own(notebook, correspondent_id=conflict.correspondent_id)
        with own, notebook.history.joining(beside):
            revision = _write_result(notebook, library, conflict, versions, results)
        ended = [
            one.id for one in notebook.transfers.conflicts()
            if one.id == conflict.id or is_followed_by(one, conflict)
        ]  # fmt: skip
        notebook.transfers.settle(ended, now())
    return Decided(
        kind=conflict.kind, record_id=conflict.record_id, before=versions.ours.revision, beside=beside,
        revision=revision, conflict_ids=ended, changes=change.changes,
    )  # fmt: skip


def _result(one: Differing, chosen: Chosen | None) -> Said:
    if chosen is None:
        raise Undecided
    if chosen.choice == "ours":
        return one.ours
    if chosen.choice == "theirs":
        return one.theirs
    if chosen.choice == "both" and can_keep_both(one):
        return both(one)
    if chosen.choice == "written" and one.can_write and chosen.text.strip():
        return Said(value=chosen.text.strip(), other=one.ours.other)
    raise Undecided


def _write_theirs(notebook: Notebook, library: Library, conflict: Conflict, versions: Versions) -> str:
    """Theirs as a revision of its own, by whoever wrote it, beside what stands here."""
    line, shelf = versions.their_line, notebook.shelf(conflict.kind)
    stands = {
        name: getattr(versions.ours, name) for name in STANDS if name in line.fields and not versions.is_own
    }
    kept = msgspec.structs.replace(line, fields=line.fields | msgspec.to_builtins(stands))
    base = str(conflict.theirs.get("base", ""))
    meet_authors(notebook, {line.author.id: line.author})
    with notebook.history.written_by(line.author.id):
        beside = shelf.write_beside(
            incoming_record(kept, versions.ours),
            parents=[base] if base else [],
            answers=incoming_answers(line, []) if versions.is_own else with_staying(
                form=library.forms.get(line.form), former=versions.answers,
                new=incoming_answers(line, versions.answers),
            ),
        )  # fmt: skip
    came = ReceivedRevision(
        correspondent_id=conflict.correspondent_id, record_id=line.id, revision_id=line.revision,
        projection=line.projection, projection_hash=line.hash, local_revision=beside,
        package_id=conflict.package_id, ancestors=line.ancestors,
    )  # fmt: skip
    notebook.transfers.add_received([came], keep_former=True)
    return beside


def _write_result(
    notebook: Notebook,
    library: Library,
    conflict: Conflict,
    versions: Versions,
    results: dict[str, Said],
) -> str:
    former = versions.ours
    fields: dict[str, Any] = {}
    answers = versions.answers
    for one in versions.differing:
        result = results[one.key]
        if one.bind:
            fields[one.bind] = result.value
        if conflict.kind in FORM_KINDS:
            answers = _with(answers, one, result)
    record = msgspec.convert(msgspec.to_builtins(former) | fields, type(former))
    if not isinstance(record, FormRecord):
        saved: Any = notebook.shelf(conflict.kind).save(record)
        index_decided(notebook, library=library, saved=[saved], former={former.id: former}, answers={})
        return str(saved.revision)
    version = int(versions.their_line.fields.get("form_version", 0))
    if any(result == one.theirs for one in versions.differing for result in [results[one.key]]):
        record = msgspec.structs.replace(record, form_version=max(version, record.form_version))
    form = versions.form
    if form is not None:
        answers = with_staying(form=form, former=versions.answers, new=answers)
        values = read(form=form, record=record, answers=answers)
        worked = work_out(notebook, form=form, record=record, values=values, former=values)
        for question in computed_questions(form):
            answers = _set(answers, question.key, [worked.get(question.key)])
    saved = notebook.sheets(conflict.kind).save(record, answers)
    if form is not None:
        index_decided(
            notebook, library=library, saved=[saved], former={former.id: former}, answers={saved.id: answers}
        )
    return str(saved.revision)


def _with(answers: list[Answer], one: Differing, result: Said) -> list[Answer]:
    if not one.bind:
        rows = one.question is None or one.question.kind in ROWS
        answers = _set(answers, one.key, result.value or [] if rows else [result.value])
    return _set(answers, f"{one.key}:other", [result.other]) if one.question is not None else answers


def _set(answers: list[Answer], key: str, values: list[Any]) -> list[Answer]:
    kept = [one for one in answers if one.question != key]
    new = [Answer(question=key, row=row, value=one) for row, one in enumerate(values) if one is not None]
    return kept + new
