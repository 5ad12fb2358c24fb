"""Records that leave or come, field by field, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from app.actions.attachments.tell_file import FileTeller, file_title
from app.actions.other_computer.tell_own import own_title
from app.actions.service_of import asked_by, service_name
from app.actions.sheets.tell_household import RELATIONS, home_name
from app.errors import FormUnknown
from app.exchange.incoming import incoming_record
from app.exchange.package.lines import RecordLine
from app.exchange.projection import travelling_questions
from app.exchange.travelling import ATTACHMENT, NAMED, TRAVELLING, named
from app.frameworks.library import Library
from app.frameworks.sheet import read, unasked
from app.frameworks.show import shown
from app.frameworks.unasked_words import labelled, plainly
from app.i18n import N_, Locale
from app.models.answer import Answer
from app.models.attachment import Attachment
from app.models.form import Form
from app.models.record import FormRecord, Record
from app.models.told import Told
from app.storage.notebook import Notebook

_NAMES = {
    "student": N_("Student"), "case": N_("Case"), "partner": N_("Partner"), "caution": N_("To mind"),
    "guardian": N_("Guardian"), "resident": N_("Lives with the student"),
}  # fmt: skip
_LABELS = {
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "used_name": N_("Name used"),
    "birth_date": N_("Date of birth"),
    "class_name": N_("Class"),
    "reference": N_("Reference"),
    "opened": N_("Opened on"),
    "state": N_("State"),
    "closed": N_("Closed on"),
    "outcome": N_("Outcome"),
    "service": N_("Service"),
    "person": N_("Person"),
    "type": N_("Kind"),
    "secrecy": N_("Professional secrecy"),
    "city": N_("Town"),
    "phone": N_("Telephone"),
    "relation": N_("Relation"),
    "do_not_contact": N_("Do not contact"),
    "warning": N_("To mind: custody, safety"),
    "text": N_("To mind"),
    "since": N_("Since"),
    "until": N_("Until"),
    "birth_year": N_("Birth year"),
    "home": N_("Home"),
}
_DAYS = frozenset({"birth_date", "opened", "closed", "since", "until"})
_CODES = {
    "open": N_("still open"),
    "closed": N_("closed"),
    "yes": N_("yes"),
    "no": N_("no"),
    "partly": N_("partly"),
    "varies": N_("varies"),
}
_LISTS = {"outcome": "n10b-outcomes", "type": "n09-partner-types", "relation": RELATIONS}


def tell_lines(
    notebook: Notebook,
    *,
    library: Library,
    lines: Iterable[RecordLine],
    locale: Locale,
    beside: Sequence[RecordLine] = (),
) -> list[Told]:
    """Every field that travels in these lines, in their order; `beside` are others that they name."""
    lines = list(lines)
    known = [*beside, *lines]
    partners = {line.id: str(line.fields.get("service", "")) for line in known if line.kind == "partner"}
    of_whom = [str(one) for line in lines if (one := line.fields.get("student_id"))]
    students = {one.id: one.name for one in notebook.students.many(of_whom).values()}
    students |= {line.id: incoming_record(line).name for line in known if line.kind == "student"}
    files = FileTeller(
        notebook, locale, lines, known, lambda sheet: _title_in(notebook, library, sheet, locale)
    )
    told = []
    for line in lines:
        if line.kind == ATTACHMENT:
            told.append(files.tell(line))
            continue
        answers = [Answer(question=one.question, row=one.row, value=one.value) for one in line.answers]
        record = incoming_record(line)
        told.append(
            tell_record(
                notebook,
                library=library,
                kind=line.kind,
                record=record,
                answers=answers,
                locale=locale,
                partners=partners,
                students=students,
            )
        )
    return told


def tell_record(
    notebook: Notebook,
    *,
    library: Library,
    kind: str,
    record: Record,
    answers: Sequence[Answer],
    locale: Locale,
    partners: Mapping[str, str] | None = None,
    students: Mapping[str, str] | None = None,
) -> Told:
    """What of one record may travel; `partners` and `students` name those who are not here yet.

    The title says whose it is: a reader meets sheets of many people in one list.
    """
    student_id = str(getattr(record, "student_id", None) or "")
    if students is None:
        known = notebook.students.find(student_id)
        students = {student_id: known.name if known else ""}
    whose = students.get(student_id, "")
    if isinstance(record, FormRecord):
        return _tell_sheet(notebook, library, kind, record, answers, locale, partners or {}, whose)
    if isinstance(record, Attachment):
        return Told(kind=kind, record_id=record.id, title=file_title(record.name, locale), fields=[])
    if kind not in TRAVELLING:  # it comes from one's own other computer alone
        return Told(kind=kind, record_id=record.id, title=own_title(kind, record, locale, whose), fields=[])
    words = _Words(notebook, library, locale)
    fields = [
        (locale.text(_LABELS[name]), words.value(name, getattr(record, name)))
        for name in TRAVELLING[kind]
        if name in _LABELS
    ]
    if service := named(record).get(NAMED):
        fields.append((locale.text("Service"), service_name(library, service, locale)))
    title = _of_whom(f"{locale.text(_NAMES[kind])} {_name_of(record)}".strip(), whose)
    return Told(kind=kind, record_id=record.id, title=title, fields=[one for one in fields if one[1]])


def sheet_title(form: Form, record: FormRecord, locale: Locale, whose: str = "") -> str:
    """What kind of sheet, of which day and of whom."""
    title = locale.words(form.short_title) or locale.words(form.title)
    return _of_whom(f"{title}, {locale.date(record.date)}", whose)


def _title_in(notebook: Notebook, library: Library, record: FormRecord, locale: Locale) -> str:
    try:
        seen, service = asked_by(notebook, library=library, framework=record.framework)
        return sheet_title(seen.form_for(record.form, service), record, locale)
    except FormUnknown:
        return record.form


def _of_whom(title: str, name: str) -> str:
    return f"{title} · {name}" if name else title


def _tell_sheet(
    notebook: Notebook,
    library: Library,
    kind: str,
    record: FormRecord,
    answers: Sequence[Answer],
    locale: Locale,
    partners: Mapping[str, str],
    whose: str,
) -> Told:
    try:
        seen, service = asked_by(notebook, library=library, framework=record.framework)
        form = seen.form_for(record.form, service)
    except FormUnknown:
        raw = [(answer.question, str(answer.value)) for answer in answers]
        return Told(kind=kind, record_id=record.id, title=record.form, fields=raw)
    lists = library.lists
    values = read(form=form, record=record, answers=answers)
    fields = []
    for question in travelling_questions(form):
        value = values.get(question.key)
        if question.kind == "partner" and value:
            known = notebook.partners.find(str(value))
            said = known.service if known else partners.get(str(value), "")
        else:
            other = str(values.get(f"{question.key}:other") or "")
            said = shown(question=question, value=value, lists=lists, locale=locale, other=other)
        if said:
            fields.append((locale.words(question.label) or locale.words(form.title), said))
    if service_named := named(record).get(NAMED):
        fields.append((locale.text("Service"), service_name(library, service_named, locale)))
    more = labelled(told=plainly(unasked(form=form, answers=answers)), form=form, locale=locale)
    fields += [
        (locale.text("{label} (from another version)", label=label), said) for label, said in more.items()
    ]
    return Told(kind=kind, record_id=record.id, title=sheet_title(form, record, locale, whose), fields=fields)


class _Words:
    """Attributes of a noun in words."""

    def __init__(self, notebook: Notebook, library: Library, locale: Locale) -> None:
        self._lists, self._locale = library.lists_for(notebook.framework), locale

    def value(self, name: str, value: Any) -> str:
        """Dates and codes as people write them."""
        if isinstance(value, date):
            return self._locale.date(value)
        if isinstance(value, bool):
            return self._locale.text("yes") if value else ""
        if name == "home":
            return home_name(value, self._locale) if value != 1 else ""
        if name in _LISTS and value:
            known = self._lists.get(_LISTS[name])
            item = known.item(value) if known else None
            return self._locale.words(item.label) if item else str(value)
        if name in {"state", "secrecy"} and value in _CODES:
            return self._locale.text(_CODES[value])
        return str(value or "")


def attribute_words(
    notebook: Notebook, library: Library, locale: Locale, name: str, value: Any
) -> tuple[str, str]:
    """The label of an attribute, and a plain JSON value of it in words."""
    if name in _DAYS and value:
        value = date.fromisoformat(value)
    return locale.text(_LABELS[name]), _Words(notebook, library, locale).value(name, value)


def _name_of(record: Any) -> str:
    for name in ("name", "reference", "service"):
        if hasattr(record, name):
            return str(getattr(record, name))
    return ""
