"""Every shelf does the same four things."""

import msgspec
import pytest

from app.errors import RecordUnknown
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.enrolment import Enrolment
from app.models.kinds import FORM_KINDS, KINDS
from app.models.paper import Paper
from app.models.plan import Plan
from app.models.professional import Professional
from app.models.resident import Resident
from app.models.sibling import Sibling
from app.models.task import Task
from tests import builders

ANOTHER = "5e" * 16


def record_of(kind, student_id):
    """One record of a noun, about a student where it is about one, and what changes on it."""
    return {
        "advice": (builders.advice(), {"minutes": None}),
        "agreement": (Agreement(student_id=student_id, given_on=builders.TODAY), {"until": builders.TODAY}),
        "attachment": (builders.attachment("student", student_id, b""), {"name": "Bulletin.pdf"}),
        "case": (builders.case(student_id), {"state": "closed", "closed": builders.TODAY}),
        "caution": (Caution(student_id=student_id, text="Adresse secrète."), {"until": builders.TODAY}),
        "correspondent": (builders.correspondent(), {"state": "retired"}),
        "enrolment": (
            Enrolment(student_id=student_id, school_year="2026-2027"),
            {"class_name": "4G1", "devices": ["ULIS"]},
        ),
        "guardian": (builders.guardian(student_id), {"do_not_contact": True}),
        "interview": (builders.interview(student_id), {"duration": 35, "present": ["student"]}),
        "paper": (
            Paper(form="x", form_version=1, author_id="a" * 32, date=builders.TODAY),
            {"status": "sent"},
        ),
        "partner": (builders.partner(), {"person": "Léa Conter"}),
        "plan": (
            Plan(student_id=student_id, form="x", form_version=1, author_id="a" * 32, date=builders.TODAY),
            {"review_date": builders.TODAY},
        ),
        "practitioner": (builders.practitioner(), {"hours": "sur rendez-vous"}),
        "professional": (Professional(student_id=student_id, name="Dr Weis"), {"secrecy": "yes"}),
        "request": (builders.request(student_id=student_id), {"first_contact": builders.TODAY}),
        "resident": (Resident(student_id=student_id, given_name="Rui"), {"birth_year": 1980}),
        "sibling": (Sibling(student_id=student_id, sibling_id=student_id), {"sibling_id": ANOTHER}),
        "referral": (builders.referral(student_id), {"services": ["psychological"]}),
        "school": (msgspec.structs.replace(builders.school(), id="5d" * 16), {"city": "Esch"}),
        "student": (builders.student(), {"languages": ["pt", "fr", "lb"]}),
        "task": (Task(text="Rappeler", student_id=student_id), {"done_at": "2026-11-12T09:00:00Z"}),
        "unit": (builders.unit(), {"phone": "+352 20 00 00 99"}),
    }[kind]


@pytest.fixture(params=sorted(KINDS))
def kind(request):
    """Each noun of the notebook in turn."""
    return request.param


@pytest.fixture
def known(notebook):
    """A student others can be about."""
    builders.kept_student(notebook, id=ANOTHER, given_name="Tiago")
    return builders.kept_student(notebook)


def test_what_is_saved_comes_back_the_same(notebook, known, kind):
    """Saved, listed and read again, a record says exactly what was written."""
    record, _ = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    before = shelf.count()
    with notebook.change() as change:
        saved = shelf.save(record)
    assert shelf.get(record.id) == saved == msgspec.structs.replace(record, revision=saved.revision)
    assert saved in shelf.list()
    assert shelf.count() == before + 1
    assert change.changes.ids(kind) == {record.id}


def test_a_changed_record_replaces_the_former_one(notebook, known, kind):
    """Saving a correction leaves one record with the new words and one more revision."""
    record, corrections = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    with notebook.change():
        shelf.save(record)
    with notebook.change():
        shelf.save(msgspec.structs.replace(record, **corrections))
    found = shelf.get(record.id)
    assert {name: getattr(found, name) for name in corrections} == corrections
    assert len(notebook.history.of(record.id)) == 2
    assert [one.id for one in shelf.list()].count(record.id) == 1


def test_an_unchanged_save_writes_nothing(notebook, known, kind):
    """Saving what stands there already leaves no revision and is no change."""
    record, _ = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    with notebook.change():
        saved = shelf.save(record)
    with notebook.change() as change:
        assert shelf.save(record) == saved
        assert shelf.save(saved) == saved
    assert change.changes.items == frozenset()
    assert len(notebook.history.of(record.id)) == 1


def test_the_bin_keeps_it_out_of_the_list(notebook, known, kind):
    """A record in the bin is in no list but that of the bin, and comes back as it was."""
    record, _ = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    with notebook.change():
        saved = shelf.save(record)
        shelf.save(msgspec.structs.replace(saved, removed_at="2026-11-12T10:00:00Z"))
    assert record.id not in {one.id for one in shelf.list()}
    assert [one.id for one in shelf.list(removed=True)] == [record.id]
    with notebook.change():
        shelf.save(record)
    assert record.id in {one.id for one in shelf.list()}


def test_an_erased_record_is_gone_and_its_place_in_the_journal_stays(notebook, known, kind):
    """Erasing removes the words everywhere; that something was written stays provable."""
    record, _ = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    with notebook.change():
        saved = shelf.save(record)
    with notebook.change() as change:
        shelf.remove(record.id)
    assert change.changes.ids(kind) == {record.id}
    with pytest.raises(RecordUnknown):
        shelf.get(record.id)
    assert [one.id for one in notebook.history.of(record.id)] == [saved.revision]
    assert notebook.history.content(saved.revision) is None
    assert notebook.history.damage() == []


def test_an_unknown_record_is_said_to_be_unknown(notebook, kind):
    """Asking for what is not there is an error of its own, or None where that is an answer."""
    shelf = notebook.shelf(kind)
    with pytest.raises(RecordUnknown):
        shelf.get("0" * 32)
    assert shelf.find("0" * 32) is None
    assert shelf.find(None) is None


def test_a_record_is_found_by_the_beginning_of_its_identifier(notebook, known, kind):
    """As short as it is written on paper or said on the telephone."""
    record, _ = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    with notebook.change():
        saved = shelf.save(record)
    assert saved in shelf.beginning_with(record.id[:6])
    assert shelf.beginning_with(record.id) == [saved]
    assert shelf.beginning_with("xyz") == shelf.beginning_with(record.id + "0") == []


def test_nothing_is_written_outside_a_change(notebook, known, kind):
    """A record saved without a transaction is refused before a byte is written."""
    record, _ = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    for write in (lambda: shelf.save(record), lambda: shelf.save_many([record])):
        with pytest.raises(RuntimeError):
            write()
    with pytest.raises(RuntimeError):
        shelf.remove(known.id)
    assert shelf.find(record.id) is None
    assert notebook.history.of(record.id) == []


def test_many_at_once_are_like_one_by_one(notebook, known, kind):
    """A set of records written together has the same revisions as records written alone."""
    record, corrections = record_of(kind, known.id)
    shelf = notebook.shelf(kind)
    with notebook.change():
        shelf.save_many([record])
    with notebook.change():
        shelf.save_many([msgspec.structs.replace(shelf.get(record.id), **corrections)])
    first, second = notebook.history.of(record.id)
    assert second.parents == [first.id]
    assert shelf.get(record.id).revision == second.id
    with notebook.change() as change:
        shelf.save(shelf.get(record.id))
    assert change.changes.items == frozenset(), "written alone it is the same content"
    assert notebook.history.damage() == []


def test_records_never_show_their_words(notebook, known, kind):
    """What ends up in a log or an error names the kind and the identifier only."""
    record, _ = record_of(kind, known.id)
    assert repr(record) == str(record) == f"{record}" == f"<{type(record).__name__} {record.id[:8]}>"


def test_every_noun_has_its_shelf(notebook):
    """No noun is forgotten, and sheets are found by their kind."""
    assert {kind: type(notebook.shelf(kind)).struct for kind in KINDS} == KINDS
    assert {kind: notebook.sheets(kind).kind for kind in FORM_KINDS} == {kind: kind for kind in FORM_KINDS}
