"""Many records at once: the same as one after the other, only faster."""

import msgspec

from app.models.answer import Answer
from app.models.record import new_id
from app.storage.notebook import Notebook
from tests import builders


def sheets(notebook: Notebook, count: int):
    """So many interviews of one case with two answers each."""
    student = builders.student()
    case = builders.case(student.id)
    with notebook.change():
        notebook.students.save(student)
        notebook.cases.save(case)
    return case, [
        (
            builders.interview(student.id, case_id=case.id, start=f"10:{n:02d}"),
            [Answer(question="b", value=f"b{n}"), Answer(question="a", row=n, value={"x": n})],
        )
        for n in range(count)
    ]


def test_many_sheets_are_saved_as_one_by_one(notebook: Notebook) -> None:
    """Records, answers, one revision each with the content it would have had alone."""
    case, written = sheets(notebook, 5)
    with notebook.change() as change:
        saved = notebook.interviews.save_sheets(written)
    assert change.changes.ids("interview") == {one.id for one in saved}
    for record, answers in written:
        found = notebook.interviews.get(record.id)
        assert msgspec.structs.replace(found, revision="") == record
        assert notebook.interviews.answers(record.id) == sorted(answers, key=lambda one: one.question)
        (revision,) = notebook.history.of(record.id)
        assert (revision.id, revision.form_version) == (found.revision, record.form_version)
        again = notebook.history.content(revision.id)
        with notebook.change():
            assert notebook.interviews.save(found, answers).revision == revision.id, "unchanged content"
        assert again is not None
    assert notebook.history.damage() == []
    assert list(notebook.interviews.of_cases([case.id])) == [case.id]


def test_saving_many_again_replaces_their_answers(notebook: Notebook) -> None:
    """The second revision follows the first; no answer of the former one is left."""
    _, written = sheets(notebook, 3)
    with notebook.change():
        saved = notebook.interviews.save_sheets(written)
        notebook.interviews.save_sheets([(one, [Answer(question="c", value="new")]) for one in saved])
    for one in saved:
        assert [answer.question for answer in notebook.interviews.answers(one.id)] == ["c"]
        first, second = notebook.history.of(one.id)
        assert second.parents == [first.id]
    assert notebook.history.damage() == []


def test_many_are_found_by_identifier(notebook: Notebook) -> None:
    """Those that are here; nobody is made up for an identifier that is not."""
    case, written = sheets(notebook, 2)
    with notebook.change():
        notebook.interviews.save_sheets(written)
    first, second = (record.id for record, _ in written)
    assert set(notebook.interviews.many([first, first, "0" * 32])) == {first}
    assert notebook.interviews.many([]) == {}
    said = notebook.interviews.answers_of([first, second, "0" * 32])
    assert said == {one: notebook.interviews.answers(one) for one in (first, second)}
    of_cases = notebook.interviews.of_cases([case.id, new_id()])
    assert {key: [one.id for one in found] for key, found in of_cases.items()} == {case.id: [first, second]}


def test_an_identifier_is_known_with_its_kind(notebook: Notebook) -> None:
    """Also of what was erased since: it is never something else."""
    student = builders.student()
    with notebook.change():
        notebook.students.save(student)
        notebook.students.save(msgspec.structs.replace(student, class_name="4G1"))
        notebook.students.remove(student.id)
    assert notebook.history.kinds([student.id, "0" * 32]) == {student.id: "student"}


def test_many_writings_are_found_and_found_anew(notebook: Notebook) -> None:
    """More than a hundred sheets at once, then the same again with other words: the former are gone."""
    ids = [new_id() for _ in range(150)]
    for word in ("parapluie", "cerf-volant"):
        with notebook.change():
            notebook.search.put_writings(
                [("interview", one, None, "2026-11-12", "Inês", f"{word} x{n}x") for n, one in enumerate(ids)]
            )
    assert notebook.search.writings("parapluie") == []
    assert len(notebook.search.writings("cerf", limit=200)) == 150
    assert [hit.record_id for hit in notebook.search.writings("x77x")] == [ids[77]]
    with notebook.change():
        notebook.search.put_writings([("interview", ids[0], None, "2026-11-13", "Inês", "pigeonnier")])
    assert [(hit.record_id, hit.day) for hit in notebook.search.writings("pigeonnier")] == [
        (ids[0], "2026-11-13")
    ]
    assert "writings" not in notebook.search.damage()
    assert notebook.search.writings("x0x") == []
