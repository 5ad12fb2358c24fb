"""Whom a paper about several students is for."""

import pytest

from app.actions.disclosure.doubt_list import doubt_list
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders

CLEAR, UNKNOWN, FAMILY, SEVERAL = "clear", "unknown", "family", "several"


@pytest.mark.parametrize(
    ("recipient", "is_"),
    [
        ("", CLEAR),
        ("cepas", CLEAR),
        ("Les enseignants", CLEAR),
        ("Lycée du Moulin", CLEAR),
        ("Centre de consultation Les Tilleuls", CLEAR),
        ("Cabinet Inconnu", UNKNOWN),
        ("Les parents", FAMILY),
        ("Marta Da Costa", FAMILY),
        ("Inês Da Costa et les enseignants", FAMILY),
        ("Maison", SEVERAL),
    ],
)
def test_no_family_no_stranger_no_double(
    notebook: Notebook, library: Library, recipient: str, is_: str
) -> None:
    """Words of circles and of the directory are known; a family never receives what is about others too."""
    student = builders.kept_student(notebook)
    with notebook.change():
        notebook.schools.save(builders.school())
        notebook.guardians.save(builders.guardian(student.id))
        for service in ("Centre de consultation Les Tilleuls", "Maison des jeunes", "Maison des parents"):
            notebook.partners.save(builders.partner(service=service, person=""))
    found = doubt_list(
        notebook, student_ids=[student.id], recipient=recipient, lists=library.lists, expected=["CePAS"]
    )
    kinds = {UNKNOWN: found.unknown, FAMILY: found.family, SEVERAL: bool(found.partners)}
    assert [kind for kind, holds in kinds.items() if holds] == [is_] * (is_ != CLEAR)
