"""Lines compared with the author’s own notes, in the window and nowhere else."""

import pytest

from app.models.folding import fold
from app.storage.notebook import Notebook
from app.ui.fields.look_twice import SaidInNotes, look_twice
from app.ui.workspace import Workspace
from tests import builders
from tests.calls import calls_of

NOTE = (
    "Sa tante fabrique des cerfs-volants le dimanche. Bizarre !"
    " Le père ne répond plus à mes appels depuis mars"
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Sa tante fabrique des cerfs-volants le dimanche.", True),
        ("On sait que SA TANTE fabrique des cerfs volants, le dimanche ; rien de plus.", True),
        ("Le père ne répond plus à mes appels.", True),
        ("fabrique des cerfs-volants", True),
        ("Le père ne vient plus aux réunions depuis mars.", False),
        ("Bizarre", False),
        ("le dimanche", False),
        ("", False),
    ],
)
def test_a_sentence_of_the_notes_is_known_again(line: str, said: bool) -> None:
    """Whole, in part, or within another; a word or two in common is chance."""
    assert (line in SaidInNotes([NOTE])) is said


def test_notes_beside_the_sheet_and_the_student_count_typed_ones_too(
    workspace: Workspace, notebook: Notebook
) -> None:
    """Whatever stands about the student, or is being typed beside the sheet; another student’s does not."""
    student, other = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Ysé")
    lines = ["Le hibou dort sous le toit.", "Le merle chante avant l’aube.", "Rien de cela."]
    workspace.personal.save(subject_id=student.id, student_id=student.id, text=lines[0])
    workspace.personal.save(subject_id="f" * 32, student_id=None, text=lines[1])
    said = look_twice(workspace, lines, student_id=student.id, record_id="f" * 32)
    assert [bool(one) for one in said] == [True, True, False]
    assert said[0] == "Look again: close to your personal notes."
    assert look_twice(workspace, lines, student_id=other.id) == ["", "", ""]


def test_both_reasons_stand_in_one_sentence(workspace: Workspace, notebook: Notebook) -> None:
    """A word of the list, two of them, and one’s own notes."""
    student = builders.kept_student(notebook)
    workspace.personal.save(subject_id=student.id, student_id=student.id, text="Un juge suit la famille.")
    one, two, both = look_twice(
        workspace, ["Une dette.", "Une dette, un divorce.", "Un juge suit la famille."], student_id=student.id
    )
    assert one == "Look again: sensitive word “dette”."
    assert two == "Look again: sensitive words “divorce”, “dette”."
    assert both == "Look again: “juge”, and close to your personal notes."


def test_notes_are_taken_apart_once_for_all_lines(workspace: Workspace, notebook: Notebook) -> None:
    """However long they are, another line costs no more than itself."""
    student = builders.kept_student(notebook)
    workspace.personal.save(subject_id=student.id, student_id=student.id, text=f"{NOTE}. " * 100)
    counted = []
    for lines in (["Rien de cela ici."], ["Rien de cela ici."] * 8):
        with calls_of(fold) as count:
            look_twice(workspace, lines, student_id=student.id)
        counted.append(count.number)
    few, many = counted
    assert few > 200
    assert many <= few + 7 * 2
