"""The person around the case: who answers for the student, who lives and works with them, what to mind."""

from datetime import date

from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.discreet import Discreet
from app.models.guardian import Guardian
from app.models.professional import Professional
from app.models.resident import Resident
from app.models.sibling import Sibling
from app.models.student import Student
from app.storage.notebook import Notebook


class Around(Discreet, frozen=True, kw_only=True):
    """`siblings` are the sheets of brothers and sisters with the links to them; none in the bin.

    `services` names the directory entries of `professionals` and `agreements` by identifier.
    """

    student: Student
    guardians: list[Guardian]
    cautions: list[Caution]
    agreements: list[Agreement]
    residents: list[Resident]
    professionals: list[Professional]
    siblings: list[tuple[Student, Sibling]]
    services: dict[str, str]

    def __repr__(self) -> str:
        """Name the sheet, not the people."""
        return f"<Around {self.student.id[:8]}>"


def look_around(notebook: Notebook, *, student_id: str) -> Around:
    """What stands on the sheet of a student and on those joined into it; RecordUnknown.

    Of brothers and sisters only who they are: their cases are read on their own sheets.
    """
    student = notebook.students.get(student_id)
    student = notebook.students.find(student.joined_into) or student
    ids = notebook.students.ids_of(student.id)
    professionals = notebook.professionals.of_students(ids)
    agreements = notebook.agreements.of_students(ids)
    named = {one.partner_id for one in professionals} | {one.partner_id for one in agreements}
    partners = notebook.partners.many(one for one in named if one)
    return Around(
        student=student,
        guardians=[one for each in ids for one in notebook.guardians.of_student(each)],
        cautions=notebook.cautions.of_students(ids),
        agreements=agreements,
        residents=notebook.residents.of_students(ids),
        professionals=professionals,
        siblings=siblings_of(notebook, student_id=student.id),
        services={one.id: one.service for one in partners.values()},
    )


def siblings_of(notebook: Notebook, *, student_id: str) -> list[tuple[Student, Sibling]]:
    """Brothers and sisters, the eldest first, each with the link; whoever lies in the bin is absent."""
    ids = notebook.students.ids_of(student_id)
    links = {one.id: one for each in ids for one in notebook.siblings.of_student(each)}
    found: dict[str, tuple[Student, Sibling]] = {}
    for link in links.values():
        other = notebook.students.find(link.sibling_id if link.student_id in ids else link.student_id)
        other = notebook.students.find(other.joined_into) or other if other else None
        if other is not None and not other.removed_at and other.id not in ids:
            found.setdefault(other.id, (other, link))
    return sorted(found.values(), key=lambda one: (one[0].birth_date or date.max, one[0].listed_name))
