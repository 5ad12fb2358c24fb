"""The names of what a form can take from the notebook instead of asking."""

FACTS = frozenset(
    {
        "unit.name",
        "unit.address",
        "unit.phone",
        "unit.hours",
        "practitioner.name",
        "practitioner.profession",
        "practitioner.phone",
        "practitioner.hours",
        "student.name",
        "student.birth",
        "student.school",
        "student.class",
        "student.contact",
        "student.languages",
        "guardians",
        "case.reference",
        "partner.service",
        "partner.person",
        "partner.address",
        "partner.phone",
        "partner.secrecy",
        "today",
        "now",
    }
)
