"""Everything about a student in order of time."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.event import Event
from app.models.form import Form, Question, Values
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

_FACT_KINDS = {"one_of", "duration"}
_TEXT_KINDS = ("quotation", "long_text", "marked_text", "text")
_MOST_FACTS = 3
_LONGEST = 240


def tell_timeline(notebook: Notebook, *, library: Library, student_id: str, locale: Locale) -> list[Event]:
    """Sheets, cases and papers that left, newest first. No form is named: the form says what it is about."""
    ids = notebook.students.ids_of(student_id)
    events = [*_sheets(notebook, library, ids, locale), *_cases(notebook, library, ids, locale)]
    events += [*_disclosures(notebook, library, ids, locale), *_packages(notebook, ids, locale)]
    return sorted(events, key=lambda event: (event.day, event.clock), reverse=True)


def _sheets(notebook: Notebook, library: Library, ids: list[str], locale: Locale) -> Iterator[Event]:
    lists = library.lists_for(notebook.framework)
    for kind in FORM_KINDS:
        shelf = notebook.sheets(kind)
        records = shelf.of_student(ids)
        replaced = {getattr(record, "replaces_id", None): record for record in records}
        for record in records:
            form = library.form_for(record.form, notebook.framework)
            values = read(form=form, record=record, answers=shelf.answers(record.id))
            event = _sheet(kind, form, record, values, lists, locale, _partner(notebook, record))
            if record.id in replaced:
                words = locale.text("replaced by version {n}", n=replaced[record.id].version)
                event = msgspec.structs.replace(event, facts=words)
            yield event


def _sheet(
    kind: str,
    form: Form,
    record: FormRecord,
    values: Values,
    lists: dict[str, ValueList],
    locale: Locale,
    partner: str,
) -> Event:
    title = locale.words(form.short_title) or locale.words(form.title)
    if partner:
        title = locale.text("{title} to {partner}", title=title, partner=partner)
    if hasattr(record, "version"):
        title = locale.text("{title}, version {n}", title=title, n=record.version)
    question = next(
        (q for k in _TEXT_KINDS for q in form.questions if q.kind == k and _told(q) and values.get(q.key)),
        None,
    )
    text = (
        shown(question=question, value=values[question.key], lists=lists, locale=locale) if question else ""
    )
    return Event(
        kind=kind,
        record_id=record.id,
        day=record.date,
        clock=str(getattr(record, "start", "")) or _clock_on(record),
        title=title,
        facts=" · ".join(_facts(form, values, lists, locale)),
        text=" ".join(text.split())[:_LONGEST],
        quoted=question is not None and question.kind == "quotation",
    )


def _told(question: Question) -> bool:
    """A line of text is worth telling when it prints and is no short bound detail such as a place."""
    return question.prints and question.screen and not (question.kind == "text" and question.bind)


def _facts(form: Form, values: Values, lists: dict[str, ValueList], locale: Locale) -> list[str]:
    facts = []
    for question in form.questions:
        value = values.get(question.key)
        if not question.bind or question.kind not in _FACT_KINDS or not value:
            continue
        item = lists[question.list].item(str(value)) if question.list in lists else None
        if item and item.sensitive:
            continue  # a sensitive reason is read on the sheet, never over a shoulder
        facts.append(shown(question=question, value=value, lists=lists, locale=locale))
    return facts[:_MOST_FACTS]


def _partner(notebook: Notebook, record: FormRecord) -> str:
    partner = notebook.partners.find(getattr(record, "partner_id", None))
    return partner.service if partner else ""


def _cases(notebook: Notebook, library: Library, ids: list[str], locale: Locale) -> Iterator[Event]:
    outcomes = library.lists_for(notebook.framework).get("n10b-outcomes")
    for case in notebook.cases.of_student(ids):
        yield Event(
            kind="case", record_id=case.id, day=case.opened, clock="00:00",
            title=locale.text("Case {reference} opened", reference=case.reference),
        )  # fmt: skip
        if case.closed:
            item = outcomes.item(case.outcome) if outcomes and case.outcome else None
            yield Event(
                kind="case", record_id=case.id, day=case.closed, clock="23:59",
                title=locale.text("Case {reference} closed", reference=case.reference),
                facts=locale.words(item.label) if item else "",
            )  # fmt: skip


def _disclosures(notebook: Notebook, library: Library, ids: list[str], locale: Locale) -> Iterator[Event]:
    for line in notebook.disclosures.list(student_ids=ids):
        if line.means == "sent":
            continue  # told by the package, which knows whether it arrived
        form = library.forms.get(line.what.split(" ")[0])
        name = (locale.words(form.short_title) or locale.words(form.title)) if form else line.what
        title = (
            locale.text("{paper} printed", paper=name)
            if line.means == "printed"
            else locale.text("{paper} saved as a file", paper=name)
        )
        yield Event(
            kind="disclosure", record_id=line.record_id or line.id, day=_local(line.at).date(),
            clock=f"{_local(line.at):%H:%M}", title=title, facts=line.recipient,
        )  # fmt: skip


def _packages(notebook: Notebook, ids: list[str], locale: Locale) -> Iterator[Event]:
    cases = [case.id for case in notebook.cases.of_student(ids)]
    for package in notebook.transfers.with_cases(cases):
        other = notebook.correspondents.find(package.correspondent_id)
        name, left, at = other.name if other else "", package.direction == "out", package.acknowledged_at
        title = (
            locale.text("Handed over to {name}", name=name)
            if left
            else locale.text("Received from {name}", name=name)
        )
        facts = locale.text("received on {day}", day=locale.date(_local(at).date())) if left and at else ""
        yield Event(
            kind="package", record_id=package.id, day=_local(package.at).date(),
            clock=f"{_local(package.at):%H:%M}", title=title, facts=facts,
        )  # fmt: skip


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()


def _clock_on(record: FormRecord) -> str:
    """When it was written, unless it was written down on another day."""
    written = _local(record.created_at)
    return f"{written:%H:%M}" if written.date() == record.date else ""
