"""Write who the practitioner is, the unit and the schools."""

from app.models.changes import Changes
from app.models.practitioner import Practitioner
from app.models.school import School
from app.models.unit import Unit
from app.storage.notebook import Notebook


def save_own_details(
    notebook: Notebook, *, practitioner: Practitioner, unit: Unit, schools: list[School]
) -> Changes:
    """Save what the head of every paper says; schools left out of the list are kept."""
    with notebook.change() as change:
        notebook.practitioners.save(practitioner)
        notebook.units.save(unit)
        for school in schools:
            notebook.schools.save(school)
    return change.changes
