"""Invented students and their parents, the awkward cases of a school first."""

import calendar
from datetime import date, timedelta
from random import Random

import msgspec

from app.actions.demonstration.people import CLASSES, FAMILY, GIVEN, LANGUAGES, PARENTS, STREETS, TOWNS
from app.models.guardian import Guardian
from app.models.student import Student

_FIRST = (("Lina", "Moreira"), ("Noé", "Thill"), ("Inès", "Da Costa"))
_PROTECTED, _OF_AGE, _TWO_HOMES, _NO_BIRTH_DATE, _TWIN, _OTHER_TWIN = range(6)


def make_students(chance: Random, *, count: int, today: date, country: str, school_id: str) -> list[Student]:
    """As many as wanted: one of age since yesterday, one whose birth nobody knows, twins, then all the rest."""
    made = [
        _student(chance, number, name, today, country, school_id)
        for number, name in enumerate(_names(chance, count))
    ]
    middle, _, age = CLASSES[country][4]
    birthday = today - timedelta(days=age * 366 + 200)
    made[_PROTECTED] = msgspec.structs.replace(made[_PROTECTED], birth_date=birthday, class_name=middle)
    if count > _OF_AGE:
        oldest = CLASSES[country][-1][0]
        made[_OF_AGE] = msgspec.structs.replace(
            made[_OF_AGE], birth_date=_turned_18(today), class_name=oldest
        )
    if count > _NO_BIRTH_DATE:
        made[_NO_BIRTH_DATE] = msgspec.structs.replace(made[_NO_BIRTH_DATE], birth_date=None)
    if count > _OTHER_TWIN:
        made[_OTHER_TWIN] = msgspec.structs.replace(
            made[_TWIN], id=made[_OTHER_TWIN].id, given_name="Maël", gender="m",
            roster_key=made[_OTHER_TWIN].roster_key,
        )  # fmt: skip
    return made


def make_guardians(chance: Random, *, number: int, student: Student, country: str) -> list[Guardian]:
    """Two parents, together or apart; the first student's father must not be contacted."""
    apart = number in (_PROTECTED, _TWO_HOMES) or chance.random() < 0.25
    joint = "joint" if country == "LU" else "20" if apart else "10"
    sole = "sole" if country == "LU" else "40"
    made = []
    for position, relation in enumerate(("mother", "father")):
        town = chance.choice(TOWNS[country])
        elsewhere = f"{chance.randint(1, 90)}, {chance.choice(STREETS)}"
        made.append(
            Guardian(
                student_id=student.id,
                family_name=student.family_name,
                given_name=chance.choice(PARENTS[relation]),
                relation=relation,
                authority=joint,
                languages=student.languages[:1],
                phone=f"621 000 {chance.randint(100, 999)}",
                phone_no_message=chance.random() < 0.1,
                street=elsewhere if apart and position else student.street,
                postcode=town[0] if apart and position else student.postcode,
                city=town[1] if apart and position else student.city,
                position=position,
            )
        )
    if number == _PROTECTED:
        made[0] = msgspec.structs.replace(made[0], authority=sole)
        made[1] = msgspec.structs.replace(
            made[1], authority="", do_not_contact=True, warning="Pas de contact, décision du juge."
        )
    return made


def class_before(class_name: str, country: str) -> str:
    """Where somebody of this class was a year before, or ""."""
    return next((before for name, before, _ in CLASSES[country] if name == class_name), "")


def _names(chance: Random, count: int) -> list[tuple[str, str, str]]:
    """Given name, gender and family name; family names are doubled when the single ones run out."""
    names = [(given, gender, family) for family in FAMILY for given, gender in GIVEN]
    chance.shuffle(names)
    first = [name for known in _FIRST for name in names if (name[0], name[2]) == known]
    names = first + [name for name in names if name not in first]
    while len(names) < count:
        names += [
            (given, gender, f"{family}-{FAMILY[at % len(FAMILY)]}")
            for at, (given, gender, family) in enumerate(names, start=len(names) // len(FAMILY))
        ]
    return names[:count]


def _student(
    chance: Random, number: int, name: tuple[str, str, str], today: date, country: str, school_id: str
) -> Student:
    given, gender, family = name
    town = chance.choice(TOWNS[country])
    class_name, _, age = chance.choice(CLASSES[country])
    return Student(
        family_name=family,
        given_name=given,
        gender=gender,
        birth_date=today - timedelta(days=chance.randint(age * 366, (age + 2) * 365)),
        languages=chance.sample(LANGUAGES, k=chance.randint(1, 3)),
        phone=f"691 000 {100 + number % 900}",
        phone_no_message=number % 9 == 0,
        street=f"{number % 80 + 1}, {chance.choice(STREETS)}",
        postcode=town[0],
        city=town[1],
        school_id=school_id,
        class_name=class_name,
        roster_key=f"D{number:05d}",
    )


def _turned_18(today: date) -> date:
    """The birth date of somebody who came of age yesterday; the day before on a 29 February."""
    yesterday = today - timedelta(days=1)
    year = yesterday.year - 18
    return yesterday.replace(year=year, day=min(yesterday.day, calendar.monthrange(year, yesterday.month)[1]))
