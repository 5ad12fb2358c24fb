"""What both tables of keys share: a line, the table, the notebook they are pressed in."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from shiboken6 import delete

from app.actions.sheets.said_last import keep_said
from app.models.unit import Unit
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders
from tests.bench.template_keys import Keys
from tests.frameworks.resources import shipped
from tests.stories.desk import Desk


class Timed(NamedTuple):
    """One form or letter: keys here, keys in the model of a template, what the program took of its own."""

    form: str
    here: Keys
    template: Keys
    seconds: float


def tell(found: Iterable[Timed]) -> None:
    """Under everything else, the slowest first: most keys besides the words."""
    print("\n\nkeys from the student's page to the printed page; the template is a model, not a measurement")
    heads = ("form", "Carnet: ways", "words", "all", "template: ways", "words", "all", "program")
    rows = [heads]
    for form, here, there, seconds in sorted(found, key=lambda one: -one.here.moved):
        figures = (*here, sum(here), *there, sum(there))
        rows.append((form, *map(str, figures), f"{seconds:.1f} s"))  # type: ignore[arg-type]
    for row in rows:
        cells = (cell.rjust(max(7, len(head))) for head, cell in zip(heads[1:], row[1:], strict=True))
        print(row[0].ljust(20), *cells)


def one_student(folder: Path, framework: str) -> Notebook:
    """A notebook of a service with a student, her mother and a partner."""
    notebook = Notebook.create(
        folder, passphrase=builders.PHRASE, role="practitioner", cost=FLOOR,
        unit=Unit(name="Service social du Moulin", framework=framework, city="Aix", phone="01 00 00 00 10"),
        practitioner=builders.practitioner(),
    )  # fmt: skip
    with notebook.change():
        notebook.schools.save(builders.school())
    student = builders.kept_student(notebook)
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id))
        notebook.partners.save(builders.partner())
        # an everyday notice is not the first one ever
        said = {"controller": "Lycée du Moulin", "dpo": "dpo@example.org"}
        keep_said(notebook, form=shipped().forms["f15-notice"], values=said)
    return notebook


def put_away(desk: Desk) -> None:
    """The window, not the notebook, which the next one is written in."""
    desk.window.leave_everything()
    desk.window._palette.stop()
    desk._tasks.submit(lambda: None).result()
    delete(desk.window)  # and with it the timers that would still look
    desk._tasks.stop()
    desk.personal.close()
