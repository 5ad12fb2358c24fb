"""What leaves and what stays, in words, before anything leaves."""

import msgspec
import pytest

from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.packages.tell_travelling import tell_lines
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.tell_staying import tell_staying
from app.models.conflict import Conflict
from tests import builders
from tests.acquaintance import acquaint, new_unit


@pytest.fixture
def unit(notebook, tmp_path):
    """The unit as a correspondent of the notebook."""
    other = new_unit(tmp_path / "unit")
    known, _ = acquaint(notebook, other)
    other.close()
    return known


@pytest.fixture
def case(notebook, library):
    """A case with one interview whose conclusion travels and whose facts do not."""
    student = builders.kept_student(notebook)
    with notebook.change():
        case = notebook.cases.save(builders.case(student.id))
    sheet = builders.finished(
        notebook, library, student_id=student.id,
        values={"conclusion": "On se revoit dans un mois.", "analysis": "Hypothèse à garder."},
    )  # fmt: skip
    with notebook.change():
        notebook.interviews.save(msgspec.structs.replace(sheet.record, case_id=case.id))
    return case


def labels(told):
    """Every label and value in one text."""
    return " ".join(f"{one.title} {label} {value}" for one in told for label, value in one.fields)


def test_every_field_that_leaves_is_told_with_its_words(notebook, library, locale_fr, unit, case):
    """The conclusion is there word for word; what does not travel is in no line."""
    outgoing = choose_outgoing(notebook, library=library, correspondent_id=unit.id, case_ids=[case.id])
    told = tell_lines(notebook, library=library, lines=outgoing.lines, locale=locale_fr)
    said = labels(told)
    assert "On se revoit dans un mois." in said
    assert "Da Costa" in said
    assert case.reference in said
    assert "Hypothèse à garder." not in said
    assert "+352 621" not in said
    assert [one.record_id for one in told] == [line.id for line in outgoing.lines]
    assert "Da Costa" not in repr(told)


def test_every_line_says_whose_it_is(notebook, library, locale_fr, unit, case):
    """Of sheets and cases of many people each names its own, on both sides, also before anybody is here."""
    other = builders.kept_student(notebook, given_name="Zoé")
    with notebook.change():
        second = notebook.cases.save(builders.case(other.id, "2026-0002"))
    outgoing = choose_outgoing(
        notebook, library=library, correspondent_id=unit.id, case_ids=[case.id, second.id]
    )
    told = tell_lines(notebook, library=library, lines=outgoing.lines, locale=locale_fr)
    titles = [one.title for one in told if one.kind != "student"]
    assert titles == [
        "Dossier 2026-0001 · Inês Da Costa", "Entretien, 12/11/2026 · Inês Da Costa",
        "Dossier 2026-0002 · Zoé Da Costa",
    ]  # fmt: skip
    staying = tell_staying(notebook, library=library, case_ids=[case.id], locale=locale_fr)
    assert staying[-1].title == "Entretien, 12/11/2026 · Inês Da Costa"
    for student in (case.student_id, other.id):
        with notebook.change():
            notebook.students.save(msgspec.structs.replace(notebook.students.get(student), given_name="X"))
    lines = [line for line in outgoing.lines if line.kind != "partner"]
    again = tell_lines(notebook, library=library, lines=lines, locale=locale_fr)
    assert [one.title for one in again if one.kind != "student"] == titles


def test_what_stays_is_told_by_label_alone(notebook, library, locale_fr, case):
    """Each answered question that stays is named; its words are not repeated."""
    told = tell_staying(notebook, library=library, case_ids=[case.id], locale=locale_fr)
    form = library.form_for("f1-interview", notebook.framework)
    names = {question.key: locale_fr.words(question.label) for question in form.questions}
    said = [label for one in told for label, _ in one.fields]
    assert names["analysis"] in said
    assert names["conclusion"] not in said
    assert names["date"] not in said
    assert "Hypothèse" not in labels(told).replace(names["analysis"], "")
    assert len(tell_staying(notebook, library=library, case_ids=[], locale=locale_fr)) == 1


def test_what_stays_of_a_joined_student_is_told_too(notebook, library, locale_fr, case):
    """A sheet written under the name that was joined into this one belongs to the case all the same."""
    other = builders.kept_student(notebook, given_name="Zoé")
    sheet = builders.finished(notebook, library, student_id=other.id, values={"analysis": "Avant."})
    with notebook.change():
        notebook.interviews.save(msgspec.structs.replace(sheet.record, case_id=case.id))
    told = tell_staying(notebook, library=library, case_ids=[case.id], locale=locale_fr)
    assert len([one for one in told if one.kind == "interview"]) == 2


def test_two_versions_show_only_what_differs(notebook, library, locale_fr, unit, case):
    """The line both agree on is left out; each side's words stand in their column."""
    outgoing = choose_outgoing(notebook, library=library, correspondent_id=unit.id, case_ids=[case.id])
    line = next(one for one in outgoing.lines if one.kind == "interview")
    theirs = [msgspec.to_builtins(answer) for answer in line.answers]
    for answer in theirs:
        answer["value"] = "On ne se revoit pas."
    conflict = Conflict(
        kind="interview", record_id=line.id, correspondent_id=unit.id, package_id="p" * 32,
        ours=notebook.history.content(line.revision), theirs={"fields": line.fields, "answers": theirs},
        their_revision="r" * 32,
    )  # fmt: skip
    versions = look_at_conflict(notebook, library=library, conflict=conflict, locale=locale_fr)
    assert [(one.ours, one.theirs, one.common) for one in versions.sides] == [
        ("On se revoit dans un mois.", "On ne se revoit pas.", "")
    ]
    student = notebook.students.get(case.student_id)
    moved = msgspec.structs.replace(
        conflict, kind="student", record_id=student.id, ours=notebook.history.content(student.revision),
        theirs={"fields": {"class_name": "4G1"}, "answers": []},
        ancestor=notebook.history.content(student.revision),
    )  # fmt: skip
    versions = look_at_conflict(notebook, library=library, conflict=moved, locale=locale_fr)
    (side,) = versions.sides
    assert (side.label, side.ours, side.theirs, side.common) == ("Classe", "5G2", "4G1", "5G2")
    assert (side.proposed, side.changed_here, side.changed_there) == ("theirs", False, True)
