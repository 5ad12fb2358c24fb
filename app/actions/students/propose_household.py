"""Who may well live with a student, from what is noted already."""

from app.actions.students.look_around import Around, look_around
from app.models.folding import fold
from app.models.resident import Resident
from app.models.student import Student
from app.storage.notebook import Notebook


def propose_household(notebook: Notebook, *, student_id: str) -> list[Resident]:
    """Guardians one may contact, brothers and sisters, and who lives with those; nothing is written.

    Nobody twice and nobody who is noted already. Names tell people apart, never birth dates: twins share one.
    """
    around = look_around(notebook, student_id=student_id)
    proposed = [*_guardians(around), *_siblings(around)]
    for sibling, _ in around.siblings:
        for one in look_around(notebook, student_id=sibling.id).residents:
            if one.person_id != around.student.id:
                proposed.append(
                    Resident(
                        student_id=student_id, given_name=one.given_name, family_name=one.family_name,
                        relation=one.relation, birth_date=one.birth_date, birth_year=one.birth_year,
                        home=one.home, person_id=one.person_id,
                    )
                )  # fmt: skip
    known = {_who(one) for one in around.residents} | {fold(around.student.name)}
    known |= {one.person_id for one in around.residents if one.person_id}
    new: list[Resident] = []
    for one in proposed:
        if not known & {_who(one), one.person_id}:
            new.append(one)
            known |= {_who(one), *filter(None, (one.person_id,))}
    return new


def _guardians(around: Around) -> list[Resident]:
    """The second home is that of a guardian whose address is another one than the student's."""
    student = around.student
    here = fold(f"{student.street} {student.postcode} {student.city}")
    made = []
    for one in around.guardians:
        there = fold(f"{one.street} {one.postcode} {one.city}")
        if one.do_not_contact or not one.name:
            continue
        made.append(
            Resident(
                student_id=student.id, given_name=one.given_name, family_name=one.family_name,
                relation=one.relation, home=2 if here and there and here != there else 1,
            )
        )  # fmt: skip
    return made


def _siblings(around: Around) -> list[Resident]:
    return [_sibling(around.student.id, one) for one, _ in around.siblings]


def _sibling(student_id: str, sibling: Student) -> Resident:
    return Resident(
        student_id=student_id, given_name=sibling.given_name,
        family_name=sibling.used_name or sibling.family_name, relation="sibling",
        birth_date=sibling.birth_date, person_id=sibling.id,
    )  # fmt: skip


def _who(one: Resident) -> str:
    return fold(one.name)
