"""What of each noun may travel. What is not named here stays: a new noun or attribute never leaves by itself.

Of guardians only those one must mind, and only why: an address never. Of the household who they are to the
student, never a family name or a day of birth. Professionals, siblings, agreements and school years stay;
so do requests, with a student or without, and advice, which is about nobody.
Of sheets the table says only what makes them sheets: their forms say question by question what travels.
"""

TRAVELLING: dict[str, tuple[str, ...]] = {
    "caution": ("student_id", "text", "since", "until"),
    "guardian": ("student_id", "family_name", "given_name", "relation", "do_not_contact", "warning"),
    "resident": ("student_id", "given_name", "relation", "birth_year", "home"),
    "case": ("student_id", "reference", "opened", "state", "closed", "outcome"),
    "partner": ("service", "person", "type", "secrecy", "city", "phone"),
    "student": ("family_name", "given_name", "used_name", "birth_date", "class_name"),
}

ATTACHMENT = "attachment"
FILE = (
    "case_id", "record_kind", "record_id", "name", "type", "size", "sha256", "added_at", "author_id",
)  # fmt: skip
"""What is said of an attachment beside its bytes; the case is named so that it goes wherever that goes."""

_ALWAYS_ON_SHEETS = ("form", "form_version", "student_id", "case_id", "date", "created_at", "author_id")
_ALWAYS_ON = {"plan": ("version", "replaces_id")}  # which of its versions this one is

INTO = ("partner", "student", "case", "caution", "guardian", "resident")
"""The order records are written in: whatever others lean on first, sheets last."""

LEANS_ON = {"student_id": "student", "case_id": "case", "partner_id": "partner"}
"""The fields that name a record another one needs."""

NAMED = "framework"
"""The service of a case or a sheet travels where it is named: what names none leaves as it always did."""


def named(record: object) -> dict[str, str]:
    """The service a record names, as a field that travels; nothing where it names none."""
    service = getattr(record, NAMED, "")
    return {NAMED: service} if service else {}


def always_on(kind: str) -> tuple[str, ...]:
    """What a sheet of this kind needs to be one: which form, whose, when."""
    return _ALWAYS_ON_SHEETS + _ALWAYS_ON.get(kind, ())
