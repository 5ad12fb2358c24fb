"""The names of what a form can take from the notebook instead of asking."""

DAYS = frozenset(
    {
        "student.born",
        "case.opened",
        "record.day",  # the day of the sheet, where it asks for none
    }
)
"""Days as "2011-03-04", to count from and to; no paper shows them."""

YES_OR_NO = frozenset({"student.is_adult", "guardians.apart", "record.in_writing"})
"""Facts that say "yes" or "no" and nothing else."""

FACTS = frozenset(
    {
        "unit.name",
        "unit.address",
        "unit.phone",
        "unit.hours",
        "unit.controller",  # who is responsible for the data and who is asked about it: as was said last
        "unit.dpo",
        "service.law",  # the service's legal reference lines, one a line
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
        "student.is_adult",  # "yes" or "no", for conditions
        "guardians",
        "household",  # who lives with the student, one a line
        "household.count",  # how many they are in the first home, the student among them
        "household.minors",  # how many of them are not yet 18, where that is known of everybody
        "guardians.apart",  # "yes" or "no": they decide together from two homes
        "guardians.first",  # who signs, where that is known
        "guardians.second",
        "case.reference",
        "record.replaces",  # the version before this one
        "partner.service",
        "partner.person",
        "partner.address",
        "partner.phone",
        "partner.secrecy",
        "record.in_writing",  # "yes" or "no": its receiver asks for a written agreement
        "record.school_year",  # the one the day of the sheet belongs to
        "emergency.numbers",  # whom to call
        "emergency.steps",  # what to do then, one a line
        "today",
        "now",
    }
)
