"""Both versions of a record and what they come from, value by value."""

from typing import Any

import msgspec

from app.actions.other_computer.own_words import own_attributes, with_everything
from app.errors import FormUnknown
from app.exchange.incoming import incoming_answers
from app.exchange.package.lines import AnswerLine, Author, RecordLine
from app.exchange.travelling import TRAVELLING
from app.frameworks.kinds import ELSEWHERE, ROWS, is_empty
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.conflict import Conflict
from app.models.discreet import Discreet
from app.models.form import Form, Question
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord, Record
from app.storage.notebook import Notebook

_STANDS = ("student_id", "reference")
_NARRATIVE = {"long_text", "quotation", "marked_text"}
_NARRATIVE_FIELDS = {("caution", "text"), ("guardian", "warning")}
_WRITTEN_FIELDS = {
    "family_name", "given_name", "used_name", "class_name", "service", "person", "city", "phone", "text",
    "warning",
}  # fmt: skip
_WRITTEN = {"text", "long_text", "quotation"}


class Said(Discreet, frozen=True, kw_only=True):
    """A value, and what was said beside a choice “other”."""

    value: Any = None
    other: Any = None

    def __repr__(self) -> str:
        """Never what was said."""
        return "<Said>"


class Differing(Discreet, frozen=True, kw_only=True):
    """One attribute or question in its versions; `common` is None when both began apart.

    `question` is None for an attribute and for an answer this form has no question for.
    """

    key: str
    question: Question | None
    bind: str
    ours: Said
    theirs: Said
    common: Said | None
    is_empty_there: bool
    is_narrative: bool
    can_write: bool

    @property
    def changed_here(self) -> bool:
        """Whether it is known that our side wrote it anew."""
        return self.common is not None and self.common != self.ours

    @property
    def changed_there(self) -> bool:
        """The same of the other side."""
        return self.common is not None and self.common != self.theirs


class Versions(Discreet, frozen=True, kw_only=True):
    """The record as it stands here, how it would stand as theirs, and where they differ."""

    ours: Record
    answers: list[Answer]
    their_line: RecordLine
    form: Form | None
    differing: list[Differing]
    is_own: bool = False  # between two computers of one person everything is compared


def versions_of(notebook: Notebook, *, library: Library, conflict: Conflict) -> Versions:
    """What differs now, in the order of the form; RecordUnknown when nothing stands here any more."""
    ours = notebook.shelf(conflict.kind).get(conflict.record_id)
    line = their_line(notebook, conflict)
    common = conflict.ancestor or {}
    is_own = notebook.correspondents.get(conflict.correspondent_id).is_oneself
    if conflict.kind not in FORM_KINDS or not isinstance(ours, FormRecord):
        here, before = msgspec.to_builtins(ours), common.get("record")
        names = (
            [one for one in TRAVELLING[conflict.kind] if one in line.fields and one not in _STANDS]
            if not is_own
            else own_attributes(conflict.kind, line.fields)
        )
        found = [_attribute(conflict.kind, name, here, line.fields, before) for name in names]
        return Versions(
            ours=ours, answers=[], their_line=line, form=None, differing=_apart(found), is_own=is_own
        )
    answers = notebook.sheets(conflict.kind).answers(conflict.record_id)
    try:
        form: Form | None = library.form_for(ours.form, notebook.framework)
    except FormUnknown:
        form = None
    if form is not None and is_own:
        form = with_everything(form)
    compared = _Sides(ours, answers, line, conflict.ancestor, form).compared()
    if is_own:
        asked = {question.bind for question in form.questions} if form else set()
        here, before = msgspec.to_builtins(ours), common.get("record")
        names = [one for one in own_attributes(conflict.kind, line.fields) if one not in asked]
        compared += [_attribute(conflict.kind, name, here, line.fields, before) for name in names]
    return Versions(
        ours=ours, answers=answers, their_line=line, form=form, differing=_apart(compared), is_own=is_own
    )


def their_line(notebook: Notebook, conflict: Conflict) -> RecordLine:
    """What came, as it came; a conflict of an earlier Carnet does not say who wrote it."""
    theirs = conflict.theirs
    sender = notebook.correspondents.get(conflict.correspondent_id)
    author = theirs.get("author") or {"id": sender.card_id, "name": sender.name}
    line = RecordLine(
        kind=conflict.kind, id=conflict.record_id, revision=conflict.their_revision,
        ancestors=theirs.get("ancestors", []), projection=theirs.get("projection", 0),
        form=str(theirs["fields"].get("form", "")), author=msgspec.convert(author, Author),
        at=theirs.get("at", conflict.at), fields=theirs["fields"],
        answers=msgspec.convert(theirs.get("answers", []), list[AnswerLine]),
    )  # fmt: skip
    return msgspec.structs.replace(line, hash=line.digest())


def _apart(found: list[Differing]) -> list[Differing]:
    return [one for one in found if one.ours != one.theirs]


def _attribute(kind: str, name: str, here: Any, there: Any, before: Any) -> Differing:
    return Differing(
        key=name, question=None, bind=name, ours=Said(value=here[name]), theirs=Said(value=there[name]),
        common=Said(value=before.get(name)) if before else None, is_empty_there=not there[name],
        is_narrative=(kind, name) in _NARRATIVE_FIELDS, can_write=name in _WRITTEN_FIELDS,
    )  # fmt: skip


class _Sides:
    """A sheet on both sides. Paragraphs that never left are on neither: they stay whatever is decided."""

    def __init__(
        self,
        ours: FormRecord,
        answers: list[Answer],
        line: RecordLine,
        ancestor: dict[str, Any] | None,
        form: Form | None,
    ) -> None:
        self._line, self._form = line, form
        came = {one.question.removesuffix(":other") for one in line.answers}
        before = ancestor or {}
        self._asked = came
        self._ours = msgspec.to_builtins(ours), answers
        self._theirs = line.fields, incoming_answers(line, [])
        said = msgspec.convert(before.get("answers", []), list[Answer])
        self._common = (before.get("record", {}), said) if ancestor else None

    def compared(self) -> list[Differing]:
        """Every question that came, then the answers this form has no question for."""
        questions = self._form.questions if self._form else []
        found = [one for question in questions if (one := self._question(question)) is not None]
        known = {question.key for question in questions}
        return [*found, *(self._odd(key) for key in sorted(self._asked - known))]

    def _question(self, question: Question) -> Differing | None:
        came = question.bind in self._line.fields if question.bind else question.key in self._asked
        if not came or question.kind in ELSEWHERE or question.kind == "computed":
            return None
        ours, theirs = _said(question, *self._ours), _said(question, *self._theirs)
        empty = is_empty(kind=question.kind, value=theirs.value)
        if empty and not question.travels:
            return None  # it never left, so it cannot have been emptied
        return Differing(
            key=question.key, question=question, bind=question.bind, ours=ours, theirs=theirs,
            common=_said(question, *self._common) if self._common else None, is_empty_there=empty,
            is_narrative=question.kind in _NARRATIVE, can_write=question.kind in _WRITTEN,
        )  # fmt: skip

    def _odd(self, key: str) -> Differing:
        sides = [self._ours, self._theirs, self._common or ({}, [])]
        ours, theirs, common = (Said(value=_rows(key, side[1])) for side in sides)
        return Differing(
            key=key, question=None, bind="", ours=ours, theirs=theirs,
            common=common if self._common else None, is_empty_there=not theirs.value, is_narrative=True,
            can_write=False,
        )  # fmt: skip


def _said(question: Question, record: dict[str, Any], answers: list[Answer]) -> Said:
    other = next(iter(_rows(f"{question.key}:other", answers)), None)
    if question.bind:
        return Said(value=record.get(question.bind), other=other)
    rows = [
        one for one in _rows(question.key, answers)
        if not (isinstance(one, dict) and one.get("mark") in question.keeps)
    ]  # fmt: skip
    return Said(value=rows if question.kind in ROWS else next(iter(rows), None), other=other)


def _rows(key: str, answers: list[Answer]) -> list[Any]:
    return [one.value for one in sorted(answers, key=lambda one: one.row) if one.question == key]
