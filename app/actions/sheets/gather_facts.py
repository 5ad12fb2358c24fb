"""What a form can take from the notebook instead of asking."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.actions.service_of import lists_of, service_of
from app.actions.sheets.said_last import said_last
from app.actions.sheets.tell_household import tell_household
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.models.guardian import Guardian
from app.models.live_apart import live_apart
from app.models.majority import may_be_told
from app.models.partner import Partner
from app.models.practitioner import Practitioner
from app.models.school_year import school_year
from app.models.student import Student
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

Label = Callable[[str, str], str]  # list and code to words

NO_MESSAGE = N_("Do not leave a message.")
_SECRECY = {
    "yes": N_("bound by professional secrecy"),
    "no": N_("not bound by professional secrecy"),
    "partly": N_("partly bound by professional secrecy"),
    "varies": N_("professional secrecy to be checked"),
}


def gather_facts(
    notebook: Notebook,
    *,
    library: Library,
    student_id: str | None,
    case_id: str | None,
    partner_id: str | None,
    author_id: str,
    locale: Locale,
    day: date,
    today: date | None = None,
    replaces_id: str | None = None,
    framework: str = "",
) -> dict[str, str]:
    """Every known fact in the reader's language, lines separated by newlines; unknown ones are absent.

    `day` is the sheet's own and `today` when it is read: who came of age in between is of age.
    `replaces_id` is the version before the sheet the facts are for, `framework` the service that asks,
    "" for that of the case.
    """
    case = notebook.cases.find(case_id)
    service = framework or (case.framework if case else "") or notebook.framework
    lists = lists_of(notebook, library=library, framework=framework or (case.framework if case else ""))
    unit, author = notebook.units.own(), notebook.practitioners.find(author_id)
    if author is None:  # it came from afar: better no name than another's
        author = Practitioner(id=author_id, name="")

    def label(list_key: str, code: str) -> str:
        item = lists[list_key].item(code) if list_key in lists else None
        return locale.words(item.label) if item else code

    partner = notebook.partners.find(partner_id)
    facts = {
        "record.in_writing": "yes" if partner and _wants_paper(lists, partner) else "no",
        "unit.name": unit.name,
        "unit.address": address(unit.street, unit.postcode, unit.city),
        "unit.phone": unit.phone,
        "unit.hours": unit.hours,
        "practitioner.name": author.name,
        "practitioner.profession": label("n01-professions", author.profession),
        "practitioner.phone": author.phone,
        "practitioner.hours": author.hours,
        "service.law": "\n".join(map(locale.words, library.framework(service).legal_refs)),
        **said_last(notebook),
        "today": locale.date(day),
        "record.day": day.isoformat(),
        "record.school_year": school_year(day),
        "emergency.numbers": " · ".join(_offered(lists, "emergency-numbers", locale)),
        "emergency.steps": "\n".join(_offered(lists, "emergency-steps", locale)),
    }
    student = notebook.students.find(student_id)
    student = notebook.students.find(student.joined_into) or student if student else None
    if student:
        service = framework or service_of(notebook, case=case)
        majority = library.framework(service).majority
        adult = student.is_adult_on(max(day, today or day), majority=majority)
        then = student.is_adult_on(day, majority=majority)
        facts |= _student_facts(notebook, student, label, locale, day, adult == then)
        ids = notebook.students.ids_of(student.id)
        guardians = [guardian for one in ids for guardian in notebook.guardians.of_student(one)]
        agreements = [one for each in ids for one in notebook.agreements.of_student(each)]
        told = may_be_told(student, agreements, max(day, today or day), majority=majority)
        facts["guardians"] = _guardians(guardians, not told, label, locale)
        facts |= _household(notebook, student, ids, label, locale, day)
        facts |= _signing(guardians, adult)
        facts["student.born"] = student.birth_date.isoformat() if student.birth_date else ""
    if case:
        facts["case.reference"] = case.reference
        facts["case.opened"] = case.opened.isoformat()
    if partner:
        facts |= _partner_facts(partner, label, locale)
    former = notebook.plans.find(replaces_id)
    if former:
        facts["record.replaces"] = locale.text(
            "version {n} of {day}", n=former.version, day=locale.date(former.date)
        )
    return {key: fact for key, fact in facts.items() if fact}


def _wants_paper(lists: Mapping[str, ValueList], partner: Partner) -> bool:
    """Whether nothing goes to services of its type without a written agreement."""
    kind = lists["n09-partner-types"].item(partner.type) if "n09-partner-types" in lists else None
    return kind is not None and kind.written


def address(street: str, postcode: str, city: str) -> str:
    """An address on as many lines as it has."""
    return "\n".join(part for part in (street, f"{postcode} {city}".strip()) if part)


def _offered(lists: Mapping[str, ValueList], key: str, locale: Locale) -> list[str]:
    return [locale.words(item.label) for item in lists[key].offered] if key in lists else []


def _student_facts(
    notebook: Notebook, student: Student, label: Label, locale: Locale, day: date, with_age: bool
) -> dict[str, str]:
    school = notebook.schools.find(student.school_id)
    contact = [part for part in (student.phone, student.email) if part]
    if student.phone and student.phone_no_message:
        contact.append(locale.text(NO_MESSAGE))
    age = student.age_on(day)
    birth = locale.date(student.birth_date) if student.birth_date else ""
    if age is not None and with_age:  # "17 years" and "of age" contradict each other
        birth = locale.plural("{birth} ({n} year)", "{birth} ({n} years)", age, birth=birth)
    return {
        "student.name": student.name,
        "student.birth": birth,
        "student.school": school.name if school else "",
        "student.class": student.class_name,
        "student.contact": " · ".join(contact),
        "student.languages": ", ".join(_language(code, label, locale) for code in student.languages),
    }


def _language(code: str, label: Label, locale: Locale) -> str:
    """As the list of languages calls it; what the list does not know by its usual name, or as written."""
    known = label("languages", code)
    if known != code:
        return known
    from babel import Locale as Language
    from babel import UnknownLocaleError

    try:
        return Language.parse(code).get_display_name(locale.code) or code
    except (ValueError, UnknownLocaleError):
        return code


def _guardians(guardians: Sequence[Guardian], untold: bool, label: Label, locale: Locale) -> str:
    if untold:  # from the 18th birthday on nothing about the parents leaves without the student’s agreement
        return locale.text("The student is of age.")
    lines = []
    for guardian in guardians:
        parts = [
            f"{guardian.name} ({label('relation', guardian.relation)})"
            if guardian.relation
            else guardian.name,
            label("parental-authority", guardian.authority) if guardian.authority else "",
            guardian.phone,
            locale.text(NO_MESSAGE) if guardian.phone and guardian.phone_no_message else "",
            address(guardian.street, guardian.postcode, guardian.city).replace("\n", ", "),
            locale.text("Do not contact.") if guardian.do_not_contact else "",
        ]
        lines.append(" · ".join(part for part in parts if part))
    return "\n".join(lines)


def _household(
    notebook: Notebook, student: Student, ids: Sequence[str], label: Label, locale: Locale, day: date
) -> dict[str, str]:
    """Who lives with the student and how many they are: nothing where nobody was noted."""
    residents = notebook.residents.of_students(ids)
    if not residents:
        return {}
    first = [one for one in residents if one.home == 1]
    minors = [one.is_minor_on(day) for one in first]
    known = student.birth_date is not None and None not in minors
    return {
        "household": tell_household(residents, label=label, locale=locale, day=day),
        "household.count": str(len(first) + 1),
        "household.minors": str(minors.count(True) + (not student.is_adult_on(day))) if known else "",
    }


def _signing(guardians: Sequence[Guardian], adult: bool) -> dict[str, str]:
    """Who signs for the student: both parents where they live apart, otherwise either of them."""
    apart = [] if adult else live_apart(guardians)
    signing = apart or [one for one in guardians if not adult and len(guardians) == 1]
    names = [guardian.name for guardian in signing] + ["", ""]
    return {
        "student.is_adult": "yes" if adult else "no",
        "guardians.apart": "yes" if apart else "no",
        "guardians.first": names[0],
        "guardians.second": names[1],
    }


def _partner_facts(partner: Partner, label: Label, locale: Locale) -> dict[str, str]:
    return {
        "partner.service": partner.service or label("n09-partner-types", partner.type),
        "partner.person": partner.person,
        "partner.address": address(partner.street, partner.postcode, partner.city),
        "partner.phone": partner.phone,
        "partner.secrecy": locale.text(_SECRECY[partner.secrecy]) if partner.secrecy in _SECRECY else "",
    }
