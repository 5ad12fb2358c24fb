"""What the sheets of a chronology are about, in a line or two each."""

from collections.abc import Sequence

import msgspec

from app.actions.service_of import asked_by
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


def tell_sheets(
    notebook: Notebook, *, library: Library, locale: Locale, events: Sequence[Event]
) -> list[Event]:
    """The same events, the sheets among them with title, facts and words.

    Only those that are shown need to be told. No form is named: the form says what it is about.
    """
    lists, sheets = library.lists_for(notebook.framework), dict[tuple[str, str], Event]()
    for kind in FORM_KINDS:
        silent = {event.record_id: event for event in events if event.kind == kind}
        shelf = notebook.sheets(kind)
        answers = shelf.answers_of(silent)
        for record in shelf.several(silent):
            seen, service = asked_by(notebook, library=library, framework=record.framework)
            form = seen.form_of(record.form, service)
            values = read(form=form, record=record, answers=answers.get(record.id, []))
            event = _told(silent[record.id], form, values, lists, locale)
            title = _title(notebook, event.title, record, locale)
            sheets[kind, record.id] = msgspec.structs.replace(event, title=title)
    return [sheets.get((event.kind, event.record_id), event) for event in events]


def _told(event: Event, form: Form, values: Values, lists: dict[str, ValueList], locale: Locale) -> Event:
    question = next(
        (
            ask
            for kind in _TEXT_KINDS
            for ask in form.questions
            if ask.kind == kind and not form.by_number and _worth_telling(ask) and values.get(ask.key)
        ),
        None,
    )
    text = (
        shown(question=question, value=values[question.key], lists=lists, locale=locale) if question else ""
    )
    return msgspec.structs.replace(
        event,
        title=locale.words(form.short_title) or locale.words(form.title),
        facts=event.facts or " · ".join(_facts(form, values, lists, locale)),
        text=_beginning(" ".join(text.split())),
        quoted=question is not None and question.kind == "quotation",
    )


def _beginning(text: str) -> str:
    """The text, or its first words and an ellipsis."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip(" ,;:.\u00a0\u202f") + " …"


def _worth_telling(question: Question) -> bool:
    """A line of text that prints, and is no short bound detail such as a place."""
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


def _title(notebook: Notebook, title: str, record: FormRecord, locale: Locale) -> str:
    """With to whom it goes and which version it is, where that is known."""
    partner = notebook.partners.find(getattr(record, "partner_id", None))
    if partner is not None and partner.service:
        title = locale.text("{title} to {partner}", title=title, partner=partner.service)
    if hasattr(record, "version"):
        title = locale.text("{title}, version {n}", title=title, n=record.version)
    return title
