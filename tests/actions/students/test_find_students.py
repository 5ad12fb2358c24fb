"""Finding students by what somebody begins to type."""

import pytest

from app.actions.students.find_students import find_students
from app.storage.notebook import Notebook
from tests import builders


@pytest.mark.parametrize("typed", ["ines", "INÊS", "da cos", "cos", "5g", "ines da costa", "da costa ines"])
def test_any_word_in_any_order_finds(notebook: Notebook, typed: str) -> None:
    """Accents, capitals and word order make no difference; the class finds too."""
    one = builders.kept_student(notebook)
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme", class_name="2G1")
    assert [line.id for line in find_students(notebook, text=typed)] == [one.id]


def test_names_that_begin_so_come_first(notebook: Notebook) -> None:
    """Who types "mar" means Martin rather than Abreu, Marie."""
    builders.kept_student(notebook, family_name="Abreu", given_name="Marie")
    builders.kept_student(notebook, family_name="Martin", given_name="Zoé")
    assert [line.listed_name for line in find_students(notebook, text="mar")] == [
        "Martin, Zoé",
        "Abreu, Marie",
    ]


@pytest.mark.parametrize("typed", ["", "  ", "i", "'", "zzz"])
def test_too_little_or_nobody_is_an_empty_list(notebook: Notebook, typed: str) -> None:
    """One letter, a sign, a name nobody has: no row and no failure."""
    builders.kept_student(notebook)
    assert find_students(notebook, text=typed) == []
