"""The people around the first students: a household, brothers and sisters, professionals, what to mind."""

from collections.abc import Sequence
from datetime import date

from app.actions.students.link_siblings import link_siblings
from app.actions.students.propose_household import propose_household
from app.actions.students.save_caution import save_caution
from app.actions.students.save_professional import save_professional
from app.actions.students.save_residents import save_residents
from app.models.caution import Caution
from app.models.partner import Partner
from app.models.professional import Professional
from app.models.student import Student
from app.storage.notebook import Notebook


def add_around(
    notebook: Notebook, *, people: Sequence[Student], directory: Sequence[Partner], today: date
) -> None:
    """The first student's mother keeps her address secret; whoever was born as a twin is linked with the other."""
    first = people[0]
    for one in people:
        twins = [other.id for other in notebook.students.born_with(one)]
        if twins:
            link_siblings(notebook, student_ids=[one.id, *twins])
            break
    save_residents(notebook, residents=propose_household(notebook, student_id=first.id))
    save_caution(
        notebook,
        caution=Caution(student_id=first.id, text="L’adresse de la mère ne se communique à personne."),
    )
    known = [
        Professional(
            student_id=first.id, partner_id=directory[0].id, role="psychologue", secrecy=directory[0].secrecy,
            phone=directory[0].phone, since=today.replace(month=1, day=8),
        ),
        Professional(student_id=first.id, name="Marc Weis", role="entraîneur", secrecy="no", phone="621 000 777"),
    ]  # fmt: skip
    for professional in known:
        save_professional(notebook, professional=professional)
