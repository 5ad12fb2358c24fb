"""A notebook with invented people, clearly marked, with every awkward case of a school."""

from datetime import date
from pathlib import Path
from random import Random

from app.actions.demonstration.around import add_around
from app.actions.demonstration.blocks import in_blocks
from app.actions.demonstration.demand import add_demand
from app.actions.demonstration.people import TOWNS
from app.actions.demonstration.plans import add_plan
from app.actions.demonstration.school import School as Years
from app.actions.demonstration.services import services
from app.actions.demonstration.students import class_before, make_guardians, make_students
from app.actions.keys.create_notebook import create_notebook
from app.actions.save_partner import save_partner
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_student import save_student
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.enrolment import Enrolment
from app.models.practitioner import Practitioner
from app.models.school import School
from app.models.school_year import school_year
from app.models.student import Student
from app.models.unit import Unit
from app.security.passphrase import Cost
from app.storage.notebook import Notebook

_ALL_FOLLOWED = 40  # beyond, one in five


def make_demonstration(
    folder: Path,
    *,
    library: Library,
    locale: Locale,
    passphrase: str,
    framework: str = "lu-sepas",
    students: int = 37,
    years: int = 2,
    seed: int = 7,
    today: date | None = None,
    cost: Cost | None = None,
) -> Notebook:
    """Fill a new notebook, the same people for the same seed; dates lie around `today`. Leaves it open."""
    country = library.framework(framework).country
    day, chance = today or date.today(), Random(seed)  # noqa: S311  # no secret is drawn here
    notebook = _empty(folder, passphrase, framework, country, cost)
    try:
        people = _fill_school(notebook, chance, country, students, years, day)
        followed = people[:_ALL_FOLLOWED] + people[_ALL_FOLLOWED::5]
        work = Years(notebook, library=library, locale=locale, chance=chance, today=day)
        work.note_years(followed, years)
        with notebook.change():
            directory = services(country, TOWNS[country][0])
            for partner in directory:
                save_partner(notebook, partner=partner)
            add_around(notebook, people=people, directory=directory, today=day)
            work.note_today(followed)
            work.refer(followed, directory)
            work.leave_unfinished(followed[-1])
            add_plan(notebook, library=library, locale=locale, today=day)
            add_demand(notebook, people=people, country=country, today=day)
    except BaseException:
        notebook.close()
        raise
    return notebook


def _empty(folder: Path, passphrase: str, framework: str, country: str, cost: Cost | None) -> Notebook:
    town, in_luxembourg = TOWNS[country][0], country == "LU"
    school = "Lycée du Moulin" if in_luxembourg else "Collège du Moulin"
    return create_notebook(
        folder=folder,
        passphrase=passphrase,
        role="practitioner",
        unit=Unit(
            name=f"SePAS · {school}" if in_luxembourg else f"Service social · {school}",
            framework=framework,
            street="1, rue du Moulin",
            postcode=town[0],
            city=town[1],
            phone="20 00 00 00",
            hours="lundi à vendredi, 8 h à 16 h",
        ),
        practitioner=Practitioner(
            name="Claire Hoffmann",
            profession="AS_LU" if in_luxembourg else "ASS",
            phone="20 00 00 01",
            hours="mardi et jeudi, 13 h à 14 h",
        ),
        schools=[School(name=school, street="1, rue du Moulin", postcode=town[0], city=town[1])],
        cost=cost,
        demonstration=True,
    )


def _fill_school(
    notebook: Notebook, chance: Random, country: str, count: int, years: int, today: date
) -> list[Student]:
    school_id = notebook.schools.list()[0].id
    people = make_students(chance, count=count, today=today, country=country, school_id=school_id)
    for block in in_blocks(list(enumerate(people))):
        with notebook.change():
            for number, student in block:
                _keep_years_before(notebook, student, country, years, today)
                save_student(notebook, student=student, today=today)
                if number < _ALL_FOLLOWED:
                    for guardian in make_guardians(chance, number=number, student=student, country=country):
                        save_guardian(notebook, guardian=guardian)
    return people


def _keep_years_before(notebook: Notebook, student: Student, country: str, years: int, today: date) -> None:
    """Where the student was last year, for who was at school then."""
    before = class_before(student.class_name, country)
    if years > 1 and before:
        notebook.students.save(student)
        notebook.enrolments.save(
            Enrolment(
                student_id=student.id,
                school_year=school_year(today.replace(year=today.year - 1, day=min(today.day, 28))),
                school_id=student.school_id,
                class_name=before,
            )
        )
