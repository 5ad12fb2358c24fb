"""The journal: what was changed, after what, and whether anybody changed that."""

import msgspec
import pytest

from tests import builders


@pytest.fixture
def corrected(notebook):
    """A student corrected twice."""
    student = builders.student()
    for name in ("Da Costa", "da Costa", "Da Costa Reis"):
        with notebook.change():
            notebook.students.save(msgspec.structs.replace(student, family_name=name))
    return student


def test_every_revision_names_the_one_before(notebook, corrected):
    """The first revision has no parent, each following one has exactly the one it changed."""
    first, second, third = notebook.history.of(corrected.id)
    assert [one.parents for one in (first, second, third)] == [[], [first.id], [second.id]]
    assert {one.author_id for one in (first, second, third)} == {notebook.author_id}
    assert {one.kind for one in (first, second, third)} == {"student"}


def test_former_wordings_can_be_read(notebook, corrected):
    """Each revision says what the record said then."""
    names = [
        notebook.history.content(one.id)["record"]["family_name"] for one in notebook.history.of(corrected.id)
    ]
    assert names == ["Da Costa", "da Costa", "Da Costa Reis"]


def test_sheets_keep_the_version_of_their_form(notebook):
    """A revision of a sheet says which version of the form it was written on."""
    with notebook.change():
        saved = notebook.interviews.save(builders.interview(form_version=3))
    assert [one.form_version for one in notebook.history.of(saved.id)] == [3]


def test_an_untouched_journal_holds(notebook, corrected):
    """Nothing is reported about a journal nobody touched."""
    assert notebook.history.damage() == []


def test_the_same_words_have_other_hashes_each_time(notebook):
    """Nobody who knows a name can prove by its hash that it stands in a journal."""
    twice = [builders.partner(), builders.partner()]
    with notebook.change():
        for one in twice:
            notebook.partners.save(msgspec.structs.replace(one, id=one.id))
    hashes = {notebook.history.of(one.id)[0].content_hash for one in twice}
    assert len(hashes) == 2


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE revision_content SET content = replace(content, 'Reis', 'Rais') WHERE revision_id = :third",
        "UPDATE revision_content SET salt = x'00' WHERE revision_id = :third",
        "UPDATE revision SET content_hash = x'00' WHERE id = :third",
        "UPDATE revision SET author_id = 'somebody else' WHERE id = :third",
        "UPDATE revision SET at = '2020-01-01T00:00:00Z' WHERE id = :third",
        "UPDATE revision SET parents = '[]' WHERE id = :third",
        "UPDATE revision SET record_id = :other WHERE id = :third",
        "UPDATE revision SET form_version = 9 WHERE id = :third",
        "UPDATE revision SET chain_hash = x'00' WHERE id = :third",
    ],
)
def test_tampering_is_found(notebook, corrected, tampering):
    """A changed word, salt, author, time or parent is reported by the revision it was done to."""
    third = notebook.history.of(corrected.id)[2].id
    # the content is kept as bytes, which replace() would turn into text
    sql = tampering.replace(
        "replace(content, 'Reis', 'Rais')", "CAST(replace(content, 'Reis', 'Rais') AS BLOB)"
    )
    names = {name: value for name, value in {"third": third, "other": "0" * 32}.items() if f":{name}" in sql}
    assert notebook.history._engine.run(sql, names) == 1
    assert notebook.history.damage() == [third[:8]]


def test_a_revision_cut_out_of_the_middle_is_found(notebook, corrected):
    """Taking one revision away breaks the one that stood on it."""
    _, second, third = notebook.history.of(corrected.id)
    notebook.history._engine.run("DELETE FROM revision_content WHERE revision_id = ?", (second.id,))
    notebook.history._engine.run("DELETE FROM revision WHERE id = ?", (second.id,))
    assert notebook.history.damage() == [third.id[:8]]


def test_a_record_without_its_newest_revision_is_found(notebook, corrected):
    """Taking the newest revision away is found too: the record still names it."""
    third = notebook.history.of(corrected.id)[2]
    notebook.history._engine.run("DELETE FROM revision_content WHERE revision_id = ?", (third.id,))
    notebook.history._engine.run("DELETE FROM revision WHERE id = ?", (third.id,))
    assert notebook.history.damage() == [f"student {corrected.id[:8]}"]


def test_erasing_leaves_the_chain_verifiable(notebook, corrected):
    """After erasing what was written, that it was written can still be checked."""
    with notebook.change():
        notebook.history.erase(corrected.id)
    assert [notebook.history.content(one.id) for one in notebook.history.of(corrected.id)] == [None] * 3
    assert notebook.history.damage() == []
    with notebook.change():
        notebook.students.save(msgspec.structs.replace(corrected, family_name="Reis"))
    assert len(notebook.history.of(corrected.id)) == 4
    assert notebook.history.damage() == []


def test_a_long_journal_is_checked_whole(notebook):
    """Damage is found wherever it stands among thousands of revisions."""
    students = [builders.student(family_name=f"Reis{number}") for number in range(2500)]
    with notebook.change():
        notebook.students.save_many(students)
    assert notebook.history.damage() == []
    last = notebook.history.of(students[-1].id)[0].id
    notebook.history._engine.run("UPDATE revision SET at = '' WHERE id = ?", (last,))
    assert notebook.history.damage() == [last[:8]]
