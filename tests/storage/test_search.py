"""One field finds people and what was written."""

import threading

import pytest

from app.models.hit import MARK_END, MARK_START
from app.storage.engine import Interrupted
from tests import builders


def wrote(
    notebook, body, *, record_id="1" * 32, title="Inês Da Costa", day="2026-11-12", student_id="5" * 32
):
    """Index one interview that says `body`."""
    with notebook.change():
        notebook.search.put_writing(
            kind="interview", record_id=record_id, student_id=student_id, day=day, title=title, body=body
        )


def named(notebook, name, *, place="5G2", student_id="5" * 32):
    """Index one student."""
    with notebook.change():
        notebook.search.put_person(student_id=student_id, name=name, place=place)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Inês Da Costa", "ines"),
        ("Inês Da Costa", "INÊS da cos"),
        ("Inês Da Costa", "costa ines"),
        ("Jean-Luc N'Guyen-Dupont", "n'guyen-dupont"),
        ("Jean-Luc N’Guyen-Dupont", "n'guyen"),
        ("Jean-Luc N'Guyen-Dupont", "jean luc"),
        ("Jean-Luc N'Guyen-Dupont", "dup"),
        ("Zoë Müller", "zoe muller"),
        ("Zoe Muller", "zoë müller"),
        ("Thaïs Lœwen", "loewen"),
        ("Thaïs Loewen", "lœwen"),
        ("Ève Großmann", "eve grossm"),
        ("Ève Grossmann", "großmann"),
        ("Çağla Ñuñez", "cagla nunez"),
    ],
)
def test_people_are_found_however_their_name_is_typed(notebook, written, typed):
    """Accents, capitals, hyphens, apostrophes and joined letters do not matter; beginnings are enough."""
    named(notebook, written)
    assert [hit.student_id for hit in notebook.search.people(typed)] == ["5" * 32]


@pytest.mark.parametrize("typed", ["osta", "costa xavier", "z", "-", "ines da costa 6"])
def test_others_are_not_found(notebook, typed):
    """The middle of a word, one letter or a word too many finds nobody."""
    named(notebook, "Inês Da Costa")
    assert notebook.search.people(typed) == []


def test_people_are_found_by_class_and_reference(notebook):
    """The class and the reference on paper lead to the student."""
    named(notebook, "Inês Da Costa", place="5G2 · 2026-0231")
    assert notebook.search.people("5g2")
    assert notebook.search.people("2026-0231")
    assert not notebook.search.people("2026-0232")


def test_what_matched_is_marked(notebook):
    """The words that matched stand between marks, in the title and in a passage, with their accents."""
    wrote(notebook, "Il dit que le harcèlement continue dans le bus du matin.")
    (hit,) = notebook.search.writings("harcelem")
    assert f"{MARK_START}harcèlement{MARK_END}" in hit.passage
    assert (hit.kind, hit.record_id, hit.day) == ("interview", "1" * 32, "2026-11-12")
    (hit,) = notebook.search.writings("costa")
    assert hit.title == f"Inês Da {MARK_START}Costa{MARK_END}"


def test_a_long_sheet_shows_the_passage(notebook):
    """Of a long sheet only the words around the match are shown."""
    wrote(notebook, " ".join(["avant"] * 300 + ["le carrefour"] + ["après"] * 300))
    (hit,) = notebook.search.writings("carref")
    assert len(hit.passage) < 200
    assert f"{MARK_START}carrefour{MARK_END}" in hit.passage


def test_every_word_has_to_be_there(notebook):
    """Two words find the sheet that holds both."""
    wrote(notebook, "Le bus du matin")
    assert notebook.search.writings("matin bus")
    assert not notebook.search.writings("bus soir")


def test_people_and_writings_are_apart(notebook):
    """A name among a hundred notes that mention it is still found as a person."""
    named(notebook, "Inês Da Costa")
    for number in range(60):
        wrote(notebook, "Costa", record_id=f"{number:032}")
    assert [hit.kind for hit in notebook.search.people("costa")] == ["student"]
    hits = notebook.search.writings("costa")
    assert {hit.kind for hit in hits} == {"interview"}
    assert len(hits) == 50
    assert hits[0].record_id == f"{59:032}", "newest first"


def test_a_corrected_sheet_is_found_by_its_new_words_only(notebook):
    """What was corrected away is not found any more."""
    wrote(notebook, "une fausse piste")
    wrote(notebook, "la bonne piste")
    assert not notebook.search.writings("fausse")
    assert len(notebook.search.writings("piste")) == 1


def test_a_dropped_sheet_or_person_is_not_found(notebook):
    """What lies in the bin is in no result."""
    wrote(notebook, "Le bus du matin")
    named(notebook, "Inês Da Costa")
    with notebook.change():
        notebook.search.drop("1" * 32)
        notebook.search.drop("5" * 32)
        notebook.search.drop("never there")
    assert notebook.search.writings("bus") == []
    assert notebook.search.people("ines") == []


def test_a_corrected_name_is_on_every_sheet_of_the_student(notebook):
    """Sheets are found by the new name of their student, and by nobody else's."""
    wrote(notebook, "x", record_id="1" * 32, title="Ines Dacosta")
    wrote(notebook, "y", record_id="2" * 32, title="Tom Welter", student_id="6" * 32)
    with notebook.change():
        notebook.search.retitle(student_id="5" * 32, title="Inês Da Costa")
    assert [hit.record_id for hit in notebook.search.writings("costa")] == ["1" * 32]
    assert not notebook.search.writings("dacosta")


def test_many_people_at_once(notebook):
    """A class list is indexed in one go, and again without doubling anybody."""
    for _ in range(2):
        with notebook.change():
            notebook.search.put_people(
                [(f"{number:032}", f"Élève{number} Weber", "7G1") for number in range(50)]
            )
    assert len(notebook.search.people("weber", limit=100)) == 50
    assert len(notebook.search.people("eleve7")) == 1


def test_a_search_sees_no_unfinished_change(notebook):
    """What another hand is just writing is found when it is written, not before."""
    with notebook.change():
        notebook.search.put_person(student_id="5" * 32, name="Inês Da Costa", place="")
        assert notebook.search.people("ines") == []
    assert notebook.search.people("ines")


def test_a_newer_question_stops_the_older_one(notebook):
    """A search that is no longer wanted stops at once instead of being waited for."""
    slow = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    stopped = []

    def search():
        try:
            notebook.search._reader.rows(slow)
        except Interrupted:
            stopped.append(True)

    searching = threading.Thread(target=search, daemon=True)
    searching.start()
    while searching.is_alive():
        notebook.search.interrupt()
        searching.join(0.05)
    assert stopped == [True]
    named(notebook, "Inês Da Costa")
    assert notebook.search.people("ines"), "the next question is answered"


def test_saving_stops_a_search_under_way(notebook):
    """A save never waits for a search."""
    endless = "WITH RECURSIVE n (i) AS (SELECT count(*) FROM student UNION ALL SELECT i + 1 FROM n)"
    stopped = []

    def search():
        try:
            notebook.search._reader.rows(f"{endless} SELECT count(*) FROM n")
        except Interrupted:
            stopped.append(True)

    searching = threading.Thread(target=search, daemon=True)
    searching.start()
    while searching.is_alive():  # the first save may come before the search has begun
        builders.kept_student(notebook)
        searching.join(0.05)
    assert stopped == [True]


def test_the_index_knows_when_something_is_missing(notebook, library):
    """A sheet or a student that search would not find is reported by the check."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id)
    assert notebook.search.damage() == []
    with notebook.change():
        notebook.search.drop(sheet.record.id)
        notebook.search.drop(student.id)
    assert notebook.search.damage() == ["1 interview missing", "1 student missing"]


def test_a_broken_index_is_found(notebook):
    """An index that does not hold what it says is reported."""
    wrote(notebook, "Le bus du matin")
    notebook.search._engine.run("DELETE FROM writings_docsize")
    assert "writings" in notebook.search.damage()
