"""Invented people and what is noted about them, as short as a test needs them."""

import hashlib
from datetime import date, datetime
from typing import Any

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.sheet import Sheet
from app.actions.students.save_student import save_student
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.advice import Advice
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.correspondent import Correspondent
from app.models.guardian import Guardian
from app.models.interview import Interview
from app.models.partner import Partner
from app.models.practitioner import Practitioner
from app.models.referral import Referral
from app.models.request import Request
from app.models.school import School
from app.models.student import Student
from app.models.unit import Unit
from app.storage.notebook import Notebook

PHRASE = "quatre saisons sans parapluie"
TODAY = date(2026, 11, 12)
PDF = b"%PDF-1.4 the bytes that left"
SCHOOL_ID = "5c" * 16


def unit() -> Unit:
    """The SePAS of an invented school."""
    return Unit(
        name="SePAS du Lycée du Moulin", framework="lu-sepas", street="3, rue du Moulin",
        postcode="L-9999", city="Bonnevoie-sur-Alzette", phone="+352 20 00 00 10", hours="8 h – 16 h",
    )  # fmt: skip


def practitioner(**changes: Any) -> Practitioner:
    """Who writes in the tests' notebooks."""
    given: dict[str, Any] = {
        "name": "Claire Aubrin", "profession": "PSY_LU", "phone": "+352 20 00 00 12",
        "email": "claire.aubrin@example.org", "hours": "lu–je 8 h – 16 h",
    }  # fmt: skip
    return Practitioner(**given | changes)


def school() -> School:
    """The invented school, always with the same identifier."""
    return School(id=SCHOOL_ID, name="Lycée du Moulin", street="3, rue du Moulin", postcode="L-9999")


def student(**changes: Any) -> Student:
    """Inês Da Costa, 15 years old on TODAY."""
    given: dict[str, Any] = {
        "family_name": "Da Costa", "given_name": "Inês", "birth_date": date(2011, 3, 4), "gender": "f",
        "languages": ["pt", "fr"], "phone": "+352 621 00 00 01", "phone_no_message": True,
        "school_id": SCHOOL_ID, "class_name": "5G2",
    }  # fmt: skip
    return Student(**given | changes)


def guardian(student_id: str, **changes: Any) -> Guardian:
    """A mother with joint authority."""
    given: dict[str, Any] = {
        "family_name": "Da Costa", "given_name": "Marta", "relation": "mother", "authority": "joint",
        "languages": ["pt"], "phone": "+352 621 00 00 02", "street": "8, rue des Prés",
        "postcode": "L-9998", "city": "Esch-la-Neuve",
    }  # fmt: skip
    return Guardian(student_id=student_id, **given | changes)


def case(student_id: str, reference: str = "2026-0001", **changes: Any) -> Case:
    """An open case."""
    return Case(student_id=student_id, reference=reference, **{"opened": TODAY} | changes)


def interview(student_id: str | None = None, **changes: Any) -> Interview:
    """An interview as its shelf takes it, without answers."""
    given: dict[str, Any] = {
        "form": "f1-interview", "form_version": 1, "author_id": "a" * 32, "date": TODAY, "start": "10:05",
    }  # fmt: skip
    return Interview(student_id=student_id, **given | changes)


def referral(student_id: str | None = None, **changes: Any) -> Referral:
    """A referral as its shelf takes it, without answers."""
    given: dict[str, Any] = {
        "form": "f4-referral", "form_version": 1, "author_id": "a" * 32, "date": TODAY,
    }  # fmt: skip
    return Referral(student_id=student_id, **given | changes)


def request(**changes: Any) -> Request:
    """A class tutor asks for somebody, a week before TODAY."""
    given: dict[str, Any] = {
        "received": date(2026, 11, 5), "origin": "ENS", "asked_by": "Jeanne Roth", "for_whom": "Inês, 5G2",
        "reason": "LU-03", "text": "Elle ne mange plus à la cantine.", "handler": "Claire Aubrin",
    }  # fmt: skip
    return Request(**given | changes)


def advice(**changes: Any) -> Advice:
    """A primary head on the phone, a quarter of an hour."""
    given: dict[str, Any] = {
        "given_on": TODAY, "topic": "NONFREQ", "origin": "DIR_ECOLE", "mode": "TEL", "minutes": 15,
        "note": "Qui écrire en premier aux parents.",
    }  # fmt: skip
    return Advice(**given | changes)


def partner(**changes: Any) -> Partner:
    """An invented consultation centre bound by secrecy."""
    given: dict[str, Any] = {
        "service": "Centre de consultation Les Tilleuls", "person": "Tom Welter", "type": "CCJF",
        "secrecy": "yes", "street": "14, allée des Tilleuls", "postcode": "L-9997", "city": "Tilleulbourg",
        "phone": "+352 20 00 00 30",
    }  # fmt: skip
    return Partner(**given | changes)


def correspondent(**changes: Any) -> Correspondent:
    """Marc Feller of the invented unit, whose words were compared."""
    given: dict[str, Any] = {
        "card_id": "fe" * 16, "name": "Marc Feller", "unit": "Unité SePAS du Lycée du Moulin", "role": "unit",
        "sign_key": "ab" * 32, "seal_key": "age1" + "q" * 58, "state": "compared",
        "compared_at": date(2026, 10, 12), "compared_how": "face", "compared_by": "a" * 32,
    }  # fmt: skip
    return Correspondent(**given | changes)


def attachment(record_kind: str, record_id: str, content: bytes, **changes: Any) -> Attachment:
    """What is known of a file of these bytes."""
    values = {
        "record_kind": record_kind, "record_id": record_id, "name": "Zeugnis.pdf", "type": "pdf",
        "size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "author_id": "a" * 32,
    }  # fmt: skip
    return Attachment(**(values | changes))


def kept_student(notebook: Notebook, **changes: Any) -> Student:
    """A student saved the way the window saves one."""
    one = student(**changes)
    save_student(notebook, student=one, today=TODAY)
    return notebook.students.get(one.id)


def finished(
    notebook: Notebook,
    library: Library,
    *,
    form_key: str = "f1-interview",
    student_id: str | None = None,
    values: dict[str, Any] | None = None,
    moment: datetime | None = None,
    framework: str = "",
) -> Sheet:
    """A sheet begun, filled with `values` beside what the form brings, and finished."""
    moment = moment or datetime(TODAY.year, TODAY.month, TODAY.day, 10, 5)
    sheet = new_sheet(
        notebook,
        library=library,
        form_key=form_key,
        locale=Locale("fr"),
        student_id=student_id,
        moment=moment,
        framework=framework,
    )
    filled = sheet.values | {"main_reason": "LU-03"} | (values or {})
    if form_key != "f1-interview":
        filled.pop("main_reason")
    return finish_sheet(notebook, library=library, sheet=sheet, values=filled, today=moment.date()).sheet
