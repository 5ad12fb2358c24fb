"""Make a new notebook."""

from pathlib import Path

from app.models.practitioner import Practitioner
from app.models.school import School
from app.models.unit import Unit
from app.security.passphrase import Cost, calibrate
from app.storage.notebook import Notebook


def create_notebook(
    *,
    folder: Path,
    passphrase: str,
    role: str,
    unit: Unit,
    practitioner: Practitioner,
    schools: list[School],
    cost: Cost | None = None,
    demonstration: bool = False,
) -> Notebook:
    """An open notebook in a new or empty folder, with who writes in it, for which unit, in which schools.

    Without `cost` the phrase is made as slow to guess as this computer allows. FolderNotEmpty,
    FolderReadOnly, DiskFull.
    """
    notebook = Notebook.create(
        folder,
        passphrase=passphrase,
        role=role,
        unit=unit,
        practitioner=practitioner,
        cost=cost or calibrate(),
        demonstration=demonstration,
    )
    with notebook.change():
        for school in schools:
            notebook.schools.save(school)
    return notebook
