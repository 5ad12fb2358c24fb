"""The attributes of a record that is no sheet, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.actions.service_of import service_name
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.storage.notebook import Notebook

_REACHED = {
    "phone": N_("Phone"),
    "phone_no_message": N_("Do not leave a message"),
    "email": N_("E-mail"),
    "street": N_("Street and number"),
    "postcode": N_("Postcode"),
    "city": N_("Town"),
}
_LABELS: dict[str, dict[str, str]] = {
    "student": {
        "family_name": N_("Family name"),
        "given_name": N_("Given name"),
        "used_name": N_("Name in use"),
        "gender": N_("Gender"),
        "birth_date": N_("Born on"),
        "languages": N_("Languages"),
        "arrival_date": N_("Arrived on"),
        "school_id": N_("School"),
        "class_name": N_("Class"),
        **_REACHED,
        "roster_key": N_("Number in the school’s software"),
        "joined_into": N_("Joined with"),
    },
    "case": {
        "reference": N_("Reference"),
        "opened": N_("Opened on"),
        "state": N_("State"),
        "closed": N_("Closed on"),
        "outcome": N_("Outcome"),
        "rhythm": N_("Rhythm"),
        "framework": N_("Service"),
    },
    "guardian": {
        "given_name": N_("Given name"),
        "family_name": N_("Family name"),
        "relation": N_("Relation"),
        "authority": N_("Parental authority"),
        "languages": N_("Languages"),
        **_REACHED,
        "do_not_contact": N_("Do not contact"),
        "warning": N_("To mind: custody, safety"),
    },
    "enrolment": {
        "school_year": N_("School year"),
        "school_id": N_("School"),
        "other_school": N_("Another school"),
        "class_name": N_("Class"),
        "level": N_("Level and track"),
        "devices": N_("Schemes"),
        "since": N_("Since"),
    },
    "resident": {
        "given_name": N_("Given name"),
        "family_name": N_("Family name"),
        "relation": N_("Relation"),
        "birth_date": N_("Born on"),
        "birth_year": N_("Birth year"),
        "home": N_("Home"),
    },
    "professional": {
        "partner_id": N_("Directory entry"),
        "name": N_("Name"),
        "role": N_("Role"),
        "secrecy": N_("Professional secrecy"),
        "phone": N_("Phone"),
        "since": N_("Since"),
        "until": N_("Until"),
    },
    "sibling": {"student_id": N_("Student"), "sibling_id": N_("Sibling")},
    "caution": {"text": N_("To mind"), "since": N_("Since"), "until": N_("Until")},
    "agreement": {
        "scope": N_("Agreement to"),
        "partner_id": N_("Directory entry"),
        "giver": N_("Given by"),
        "guardian_id": N_("Guardian"),
        "how": N_("In which form"),
        "given_on": N_("Given on"),
        "until": N_("Until"),
        "withdrawn_on": N_("Taken back on"),
        "note": N_("What for"),
    },
    "request": {
        "received": N_("Received on"),
        "origin": N_("Who asked"),
        "asked_by": N_("Name of whoever asked"),
        "for_whom": N_("For whom"),
        "student_id": N_("Student"),
        "case_id": N_("Case"),
        "school_id": N_("School"),
        "reason": N_("Reason"),
        "text": N_("What was asked"),
        "outcome": N_("What becomes of it"),
        "outcome_note": N_("Why it is not followed"),
        "first_contact": N_("First contact"),
        "handler": N_("Handled by"),
    },
    "advice": {
        "given_on": N_("Given on"),
        "topic": N_("Topic"),
        "origin": N_("Who asked"),
        "mode": N_("How"),
        "minutes": N_("Minutes"),
        "school_id": N_("School"),
        "note": N_("Note"),
    },
    "partner": {
        "service": N_("Service"),
        "person": N_("Person"),
        "type": N_("Kind of service"),
        "secrecy": N_("Professional secrecy"),
        "street": N_("Street and number"),
        "postcode": N_("Postcode"),
        "city": N_("Town"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "hours": N_("Opening hours"),
    },
}
_CODES: dict[str, dict[str, str]] = {
    "gender": {"f": N_("female"), "m": N_("male"), "x": N_("other")},
    "state": {"open": N_("still open"), "closed": N_("closed")},
    "rhythm": {"occasional": N_("occasional"), "regular": N_("regular")},
    "secrecy": {
        "yes": N_("bound by secrecy"),
        "partly": N_("partly bound by secrecy"),
        "no": N_("not bound by secrecy"),
        "varies": N_("secrecy to be checked"),
    },
}
_LISTS = {
    "authority": "parental-authority",
    "devices": "n06-devices",
    "giver": "agreement-givers",
    "how": "agreement-ways",
    "languages": "languages",
    "mode": "n04b-modes",
    "origin": "n03-origins",
    "reason": "n02-reasons",
    "topic": "advice-topics",
    "level": "n06-levels",
    "outcome": "n10b-outcomes",
    "relation": "relation",
    "scope": "agreement-scopes",
    "type": "n09-partner-types",
}
_OTHERS = {
    "school_id": "school", "joined_into": "student", "partner_id": "partner", "sibling_id": "student",
    "student_id": "student", "case_id": "case", "guardian_id": "guardian",
}  # fmt: skip


def tell_attributes(
    notebook: Notebook, *, library: Library, kind: str, record: Any, locale: Locale
) -> dict[str, str]:
    """What each attribute says by its label, in the order people ask; what says nothing is absent."""
    lists = library.lists_for(notebook.framework)
    if kind == "request":  # the outcome of a case is another list
        lists = {**lists, _LISTS["outcome"]: lists["request-outcome"]}
    said = {}
    for name, label in _LABELS[kind].items():
        value = getattr(record, name)
        words = _name(notebook, name, value) if name in _OTHERS else _words(name, value, lists, locale)
        if name == "framework" and value:
            words = service_name(library, value, locale)
        if words:
            said[locale.text(label)] = words
    return said


def tell_attribute(
    notebook: Notebook, *, library: Library, kind: str, name: str, value: Any, locale: Locale
) -> tuple[str, str] | None:
    """The label of one attribute and what it says; None for one nobody is told of."""
    label = _LABELS.get(kind, {}).get(name)
    if label is None:
        return None
    lists = library.lists_for(notebook.framework)
    if kind == "request":
        lists = {**lists, _LISTS["outcome"]: lists["request-outcome"]}
    if name == "framework":
        return locale.text(label), service_name(library, value, locale) if value else ""
    return locale.text(label), (
        _name(notebook, name, value) if name in _OTHERS else _words(name, value, lists, locale)
    )


def _name(notebook: Notebook, attribute: str, record_id: str | None) -> str:
    """Who or what an identifier names; what was erased since has no name any more."""
    record: Any = notebook.shelf(_OTHERS[attribute]).find(record_id)
    return (
        str(getattr(record, "name", "") or getattr(record, "service", "") or record.reference)
        if record
        else (record_id or "")[:8]
    )


def _words(name: str, value: Any, lists: Mapping[str, Any], locale: Locale) -> str:
    if isinstance(value, bool):
        return locale.text("yes") if value else ""
    if isinstance(value, date):
        return locale.date(value)
    if isinstance(value, list):
        return ", ".join(_words(name, one, lists, locale) for one in value)
    if name in _CODES:
        return locale.text(_CODES[name].get(value, "")) or str(value or "")
    if name in _LISTS and value:
        known = lists.get(_LISTS[name])
        item = known.item(value) if known else None
        return locale.words(item.label) if item else str(value)
    return str(value or "")
