"""What comes from one's other computer, attribute by attribute, in words."""

from collections.abc import Sequence

import msgspec

from app.actions.attachments.tell_file import file_said
from app.actions.other_computer.own_words import own_attributes, own_words, with_everything
from app.actions.service_of import asked_by
from app.errors import FormUnknown
from app.exchange.incoming import incoming_record
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.frameworks.show import shown
from app.i18n import N_, Locale
from app.models.answer import Answer
from app.models.attachment import Attachment
from app.models.record import FormRecord, Record
from app.models.told import Told
from app.storage.notebook import Notebook

KINDS_SAID = {
    "student": N_("Student"), "case": N_("Case"), "partner": N_("Partner"), "caution": N_("To mind"),
    "guardian": N_("Guardian"), "resident": N_("Lives with the student"), "enrolment": N_("School year"),
    "professional": N_("Professional"), "sibling": N_("Sibling"), "agreement": N_("Agreement"),
    "task": N_("What is to be done"), "school": N_("School"), "request": N_("Request"),
    "advice": N_("Advice"), "unit": N_("Unit"), "practitioner": N_("Who writes"),
    "correspondent": N_("Card of"),
    "attachment": N_("Attachment"),
}  # fmt: skip
_NAMED_BY = ("name", "reference", "service", "text", "school_year", "topic", "for_whom")


def tell_own(
    notebook: Notebook,
    *,
    library: Library,
    lines: Sequence[RecordLine],
    locale: Locale,
    beside: Sequence[RecordLine] = (),
) -> list[Told]:
    """Every line whole, in their order; the title says whose it is. `beside` are others that they name."""
    of_whom = [str(one) for line in lines if (one := line.fields.get("student_id"))]
    names = {one.id: one.name for one in notebook.students.many(of_whom).values()}
    records = [incoming_record(line) for line in lines]
    names |= {one.id: one.name for line, one in zip(lines, records, strict=True) if line.kind == "student"}
    names |= {line.id: incoming_record(line).name for line in beside if line.kind == "student"}
    return [
        _told(notebook, library, locale, line, record, names)
        for line, record in zip(lines, records, strict=True)
    ]


def own_title(kind: str, record: Record, locale: Locale, whose: str = "") -> str:
    """What kind of record, which one, of whom."""
    said = next((str(one) for name in _NAMED_BY if (one := getattr(record, name, ""))), "")
    title = f"{locale.text(KINDS_SAID[kind])} {said}".strip()
    return f"{title} · {whose}" if whose else title


def _told(
    notebook: Notebook,
    library: Library,
    locale: Locale,
    line: RecordLine,
    record: Record,
    names: dict[str, str],
) -> Told:
    whose = names.get(str(line.fields.get("student_id") or ""), "")
    plain, told, title = msgspec.to_builtins(record), list[tuple[str, str]](), ""
    bound: set[str] = set()
    if isinstance(record, FormRecord):
        title, said, bound = _sheet(notebook, library, locale, line, record)
        title = f"{title} · {whose}" if whose else title
        told += said
        bound |= {"date", "status"}
    if isinstance(record, Attachment):
        told.append((locale.text("Kind and size"), file_said(record, locale)))
        bound.add("name")
    for name in own_attributes(line.kind, line.fields):
        if name not in bound and name not in ("student_id", "position"):
            told.append(own_words(notebook, library, locale, line.kind, name, plain[name]))
    title = title or own_title(line.kind, record, locale, whose)
    return Told(kind=line.kind, record_id=line.id, title=title, fields=[one for one in told if one[1]])


def _sheet(
    notebook: Notebook, library: Library, locale: Locale, line: RecordLine, record: FormRecord
) -> tuple[str, list[tuple[str, str]], set[str]]:
    answers = [
        Answer(question=one.question, row=one.row, value=one.value)
        for one in line.answers
        if one.value is not None
    ]
    try:
        seen, service = asked_by(notebook, library=library, framework=record.framework)
        form = with_everything(seen.form_for(record.form, service))
    except FormUnknown:
        return record.form, [(one.question, str(one.value)) for one in answers], set()
    values = read(form=form, record=record, answers=answers)
    told = []
    for question in form.questions:
        value = values.get(question.key)
        if question.kind == "partner" and value:
            known = notebook.partners.find(str(value))
            said = known.service if known else str(value)[:8]
        else:
            other = str(values.get(f"{question.key}:other") or "")
            said = shown(question=question, value=value, lists=library.lists, locale=locale, other=other)
        told.append((locale.words(question.label) or locale.words(form.title), said))
    title = locale.words(form.short_title) or locale.words(form.title)
    bound = {question.bind for question in form.questions if question.bind}
    return f"{title}, {locale.date(record.date)}", told, bound
