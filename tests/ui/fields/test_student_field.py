"""Finding a student by typing: accents, namesakes, somebody new, somebody not filed yet."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.actions.cases.open_case import open_case
from app.storage.notebook import Notebook
from app.ui.fields.student_field import StudentField
from app.ui.fields.student_suggestions import ADD
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def field(qtbot: QtBot, workspace: Workspace, notebook: Notebook) -> Iterator[StudentField]:
    """A field in a window, over Inês, Jérôme and the Kremer twins."""
    builders.kept_student(notebook)
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme", class_name="2G1")
    builders.kept_student(notebook, family_name="Kremer", given_name="Léa", class_name="3G2")
    builders.kept_student(notebook, family_name="Kremer", given_name="Léo", class_name="3G2")
    window = QWidget()
    window.resize(800, 500)
    made = StudentField(workspace)
    QVBoxLayout(window).addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
    qtbot.addWidget(window)
    window.show()
    made.setFocus()
    yield made  # noqa: PT022  # the window lives as long as this frame


def _labels(field: StudentField) -> list[str]:
    return [row.label for row in field.suggestions]


def test_accents_and_capitals_make_no_difference(qtbot: QtBot, field: StudentField) -> None:
    """Typing "ines" finds Inês with her class."""
    qtbot.keyClicks(field, "ines")
    assert field.suggestions[0].label == "Da Costa, Inês"
    assert field.suggestions[0].detail == "5G2"
    assert field.suggestions[0].spans == ((10, 14),)


def test_enter_takes_the_first_row(qtbot: QtBot, field: StudentField) -> None:
    """Two letters and Enter are enough; the field then says the name as one says it."""
    qtbot.keyClicks(field, "je")
    with qtbot.waitSignal(field.chosen) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == [field.student_id()]
    assert field.text() == "Jérôme Hoffmann"


def test_twins_stand_side_by_side_under_their_own_names(qtbot: QtBot, field: StudentField) -> None:
    """Both twins are proposed, by given name, and nobody is taken for the other."""
    qtbot.keyClicks(field, "kremer")
    assert _labels(field)[:2] == ["Kremer, Léa", "Kremer, Léo"]


def test_namesakes_in_one_class_are_told_apart_by_their_birth(
    qtbot: QtBot, field: StudentField, notebook: Notebook
) -> None:
    """Where name and class are the same, the day of birth stands beside them."""
    builders.kept_student(notebook, birth_date=date(2011, 9, 30))
    qtbot.keyClicks(field, "da costa")
    details = sorted(row.detail for row in field.suggestions if row.key != ADD)
    assert details == ["5G2 · born on 04/03/2011", "5G2 · born on 30/09/2011"]


def test_a_name_nobody_has_can_be_added(qtbot: QtBot, field: StudentField) -> None:
    """The last row asks for a new student with exactly what was typed."""
    qtbot.keyClicks(field, "Maria  Luna")
    assert _labels(field)[-1] == "Add “Maria Luna” as a new student"
    with qtbot.waitSignal(field.new_wanted) as heard:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["Maria Luna"]
    assert field.student_id() is None


@pytest.mark.parametrize("typed", ["ines DA COSTA", "da costa, ines"])
def test_a_name_somebody_has_exactly_is_not_offered_again(
    qtbot: QtBot, field: StudentField, typed: str
) -> None:
    """Who stands in the list under this very name, in either order, is not proposed as new."""
    qtbot.keyClicks(field, typed)
    assert [row.key for row in field.suggestions if row.key == ADD] == []


def test_typing_on_releases_the_chosen_student(qtbot: QtBot, field: StudentField) -> None:
    """A name that is typed over no longer means the person it meant."""
    qtbot.keyClicks(field, "jero")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.released):
        qtbot.keyClicks(field, "x")
    assert field.student_id() is None


def test_free_text_names_somebody_to_file_later(qtbot: QtBot, field: StudentField) -> None:
    """Leaving with Tab keeps the text and chooses nobody."""
    with qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClicks(field, "the tall one of 5G")
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.student_id()) == ("the tall one of 5G", None)


def test_escape_closes_the_rows_and_keeps_the_text(qtbot: QtBot, field: StudentField) -> None:
    """Escape never loses what was typed."""
    qtbot.keyClicks(field, "kre")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (list(field.suggestions), field.text()) == ([], "kre")


def test_a_class_or_a_case_reference_finds_too(
    qtbot: QtBot, field: StudentField, workspace: Workspace, notebook: Notebook
) -> None:
    """What stands on paper instead of the name leads back to the person."""
    jerome = workspace.find_people("jerome")[0][0]
    open_case(notebook, student_id=jerome, today=builders.TODAY)
    qtbot.keyClicks(field, "2026-0001")
    assert field.suggestions[0].key == jerome
    field.clear()
    qtbot.keyClicks(field, "3g2")
    assert len(_labels(field)) == 3  # the twins, and the row that adds
