"""The attributes that travel between two computers of one person, in words."""

from collections.abc import Iterable
from typing import Any

import msgspec

from app.actions.history.tell_attributes import tell_attribute
from app.actions.service_of import service_name
from app.exchange.travelling import ATTACHMENT
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.models.form import Form
from app.models.kinds import KINDS
from app.storage.notebook import Notebook

_BUSINESS = frozenset({"form", "form_version", "created_at", "author_id", "source_kind", "source_id"})
"""What a record is made with: it never changes by itself, and nobody chooses between two of it."""

_CARD = frozenset({"card_id", "role", "sign_key", "seal_key", "compared_how", "compared_by"})
"""What a card says to programs."""

_CARD_STATES = {
    "unknown": N_("its words were not compared"),
    "compared": N_("its words were compared"),
    "changed": N_("another card came, not compared yet"),
    "retired": N_("no longer used"),
}
_OF_FILE = frozenset({"record_kind", "record_id", "type", "size", "sha256", "added_at"})
"""What an attachment is and stays."""

_ADDRESS = {
    "street": N_("Street and number"), "postcode": N_("Postcode"), "city": N_("Town"),
    "phone": N_("Phone"), "email": N_("E-mail"), "hours": N_("Opening hours"),
}  # fmt: skip
_EVERYWHERE = {
    "removed_at": N_("In the bin since"),
    "position": N_("Place in the list"),
    "student_id": N_("Student"),
    "case_id": N_("Case"),
    "date": N_("Day"),
    "framework": N_("Service"),
    "name": N_("Name"),
    "unfiled_name": N_("Name noted"),
    "version": N_("Version"),
    "replaces_id": N_("Replaces the version"),
    "text": N_("What is to be done"),
    "who": N_("Who"),
    "due": N_("Until"),
    "done_at": N_("Done on"),
    "profession": N_("Profession"),
    "person_id": N_("Sheet of the student"),
    "status": N_("State"),
    "review_date": N_("Review on"),
    "unit": N_("Unit"),
    "state": N_("State"),
    "compared_at": N_("Compared on"),
    **_ADDRESS,
}
_BOUND = N_("Another entry of the sheet")
_OTHERS = {"student_id": "student", "case_id": "case", "person_id": "student", "replaces_id": "plan"}


def own_attributes(kind: str, fields: Iterable[str]) -> list[str]:
    """Those of these attributes two computers may have written apart; a case keeps its number here."""
    sent = set(fields)
    return [
        one.name
        for one in msgspec.structs.fields(KINDS[kind])
        if one.name in sent
        and one.name not in _BUSINESS
        and (kind, one.name) != ("case", "reference")
        and not (kind == "correspondent" and one.name in _CARD)
        and not (kind == ATTACHMENT and one.name in _OF_FILE)
    ]


def with_everything(form: Form) -> Form:
    """The form as oneself sees it: every question travels, and no paragraph stays."""
    return msgspec.structs.replace(
        form,
        sections=[
            msgspec.structs.replace(
                section,
                questions=[msgspec.structs.replace(one, travels=True, keeps=[]) for one in section.questions],
            )
            for section in form.sections
        ],
    )


def own_words(
    notebook: Notebook, library: Library, locale: Locale, kind: str, name: str, value: Any
) -> tuple[str, str]:
    """The label of an attribute, and a plain JSON value of it in words."""
    if kind == "correspondent" and name == "state":
        return locale.text(_EVERYWHERE[name]), locale.text(_CARD_STATES.get(value or "", ""))
    (declared,) = (one.type for one in msgspec.structs.fields(KINDS[kind]) if one.name == name)
    value = msgspec.convert(value, declared) if value is not None else None
    if name not in ("removed_at", "position"):
        told = tell_attribute(notebook, library=library, kind=kind, name=name, value=value, locale=locale)
        if told is not None:
            return told
    return locale.text(_EVERYWHERE.get(name, _BOUND)), _said(notebook, library, locale, name, value)


def _said(notebook: Notebook, library: Library, locale: Locale, name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if name in _OTHERS:
        found: Any = notebook.shelf(_OTHERS[name]).find(str(value))
        return str(getattr(found, "name", "") or getattr(found, "reference", "") or str(value)[:8])
    if name in ("removed_at", "done_at"):
        return locale.moment(value)
    if name == "framework":
        return service_name(library, value, locale)
    if name == "position":
        return str(value + 1)
    if isinstance(value, bool):
        return locale.text("yes") if value else ""
    if hasattr(value, "isoformat"):
        return locale.date(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
