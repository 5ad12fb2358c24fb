"""Making a notebook of what was said at the first start, as a function for the worker."""

from app import paths
from app.actions.keys.create_notebook import create_notebook
from app.models.practitioner import Practitioner
from app.models.school import School
from app.models.unit import Unit
from app.ui.covers.answers import Answers
from app.ui.opening import Opened, opened


def make_notebook(answers: Answers, passphrase: str) -> Opened:
    """The new, empty notebook, open; a CarnetError when the folder or the disk refuses."""
    first = answers.schools[0]
    unit = Unit(
        name=answers.unit_name, framework=answers.framework,
        street=first.street, postcode=first.postcode, city=first.city,
    )  # fmt: skip
    practitioner = Practitioner(
        name=answers.name, profession=answers.profession, phone=answers.phone, hours=answers.hours
    )
    schools = [
        School(name=each.name, street=each.street, postcode=each.postcode, city=each.city)
        for each in answers.schools
    ]
    notebook = create_notebook(
        folder=answers.folder or paths.default_notebook(), passphrase=passphrase, role=answers.role,
        unit=unit, practitioner=practitioner, schools=schools,
    )  # fmt: skip
    return opened(notebook)
