"""Erasing for ever: every word goes, and what stays can still be checked. Purge of a case (60)."""

import random

import pytest

from app.actions.bin_record import bin_record
from app.actions.copies.copy_notebook import copy_notebook
from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.actions.history.look_at_erasing import look_at_erasing
from app.actions.save_partner import save_partner
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.join_students import join_students
from app.errors import DiskFull, RecordUnknown, StillNamed
from app.models.conflict import DECIDING
from app.storage.engine import Engine
from app.storage.erasing import doomed, erase, take_out_traces
from app.storage.notebook import NOTEBOOK
from tests import builders
from tests.storage.erased import CANARY, filled, in_clear, put_away, traces
from tests.storage.raw_pages import raw_pages

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def test_the_raw_scan_can_see(notebook, library):
    """The scan finds what is there: without erasing the words stand in the decrypted pages."""
    filled(notebook, library)
    assert traces(notebook) > 20
    assert CANARY.encode() not in (notebook.folder / NOTEBOOK).read_bytes()
    assert in_clear(notebook).count(b"CREATE TABLE student") == 1


def test_a_student_with_everything_leaves_no_word(notebook, library):
    """Row by row and page by page: nothing of them, everything of the others, chain and log whole."""
    other, _ = filled(notebook, library, "ondine", class_name="4G1")
    notebook.drafts.drop("d" * 32)
    student, sheets = filled(notebook, library)
    before = {one.id for kind in ("interview", "referral", "plan") for one in notebook.sheets(kind).list()}
    erased = put_away(notebook, library, student)
    assert traces(notebook) == 0
    for (table,) in notebook._engine.rows(_TABLES):
        assert CANARY not in repr(notebook._engine.rows(f'SELECT * FROM "{table}"')).lower(), table
    assert notebook.damage() == []
    assert notebook.search.people(CANARY) == notebook.search.writings(CANARY) == []
    left = {one.id for kind in ("interview", "referral", "plan") for one in notebook.sheets(kind).list()}
    assert before - left == {sheet.record.id for sheet in sheets}
    assert [hit.record_id for hit in notebook.search.people("ondine")] == [other.id]
    assert len(notebook.search.writings("ondine")) == 4
    assert traces(notebook, "ondine") > 20
    assert erased.erasure.counts == {
        "student": 1, "case": 1, "interview": 1, "referral": 1, "plan": 1, "draft": 1, "task": 1,
        "guardian": 1, "enrolment": 1, "resident": 2, "professional": 1, "sibling": 1, "caution": 1,
        "agreement": 1, "request": 1, "sent_paper": 1, "revision": erased.erasure.counts["revision"],
    }  # fmt: skip
    assert erased.erasure.counts["revision"] > 9
    assert not notebook.erasures.unfinished()


def test_what_stays_are_numbers(notebook, library):
    """Revisions without content, lines of the log, the ledger without a recipient, the facts."""
    student, sheets = filled(notebook, library)
    reference = notebook.cases.list()[0].reference
    erased = put_away(notebook, library, student)
    interview = sheets[0].record.id
    revisions = notebook.history.of(interview)
    assert len(revisions) == 2
    assert notebook.history.contents([one.id for one in revisions]) == {}
    lines = notebook.audit.list()
    assert {(line.kind, line.record_id) for line in lines if line.what == "erased"} >= {
        ("student", student.id), ("interview", interview),
    }  # fmt: skip
    (certified,) = [line for line in lines if line.what == "certified"]
    assert (certified.record_id, certified.detail) == (erased.erasure.id, erased.erasure.digest())
    assert notebook.erasures.line(erased.erasure.id) == (certified.seq, certified.hash)
    lines = notebook.disclosures.list()
    assert [(line.recipient, line.means, line.paper) for line in lines] == [("", "printed", "")]
    assert erased.erasure.case_references == [reference]
    assert notebook.cases.next_reference(int(reference[:4])) != reference
    assert notebook.erasures.get(erased.erasure.id).finished_at is not None
    with pytest.raises(RecordUnknown):
        notebook.erasures.get("0" * 32)


def test_a_case_goes_with_its_sheets_and_the_student_stays(notebook, library):
    """Purge of a case: its sheets, decisions and reference are gone, the student is there without it."""
    student, sheets = filled(notebook, library)
    (case,) = notebook.cases.list()
    erase_for_ever(notebook, kind="case", record_id=case.id)
    finish_erasing(notebook)
    assert notebook.cases.list() == []
    assert all(notebook.sheets(one.kind).find(one.record.id) is None for one in sheets)
    assert notebook.tasks.list() == []
    assert notebook.students.get(student.id).given_name == f"Ana {CANARY}"
    assert notebook.search.people(case.reference) == []
    assert [hit.record_id for hit in notebook.search.people(CANARY)] == [student.id]
    assert b"Appeler" not in in_clear(notebook)
    assert notebook.damage() == []


def test_one_sheet_goes_alone(notebook, library):
    """From the bin: its decisions, draft and wordings; the rest of the student stays."""
    _, sheets = filled(notebook, library)
    interview, referral, plan = (one.record.id for one in sheets)
    bin_record(notebook, library=library, kind="interview", record_id=interview)
    erase_for_ever(notebook, kind="interview", record_id=interview)
    finish_erasing(notebook)
    raw = in_clear(notebook)
    assert b"encore" not in raw
    assert b"Appeler" not in raw
    assert [notebook.referrals.get(referral).id, notebook.plans.get(plan).id] == [referral, plan]
    assert notebook.drafts.get("d" * 32) is not None
    assert notebook.damage() == []


def test_joined_sheets_go_together(notebook, library):
    """Two sheets of one person are erased as one."""
    student, _ = filled(notebook, library)
    other = builders.kept_student(notebook, family_name=f"{CANARY}-bis")
    builders.finished(notebook, library, student_id=other.id, values={"demand": f"{CANARY} bis"})
    join_students(notebook, kept_id=student.id, other_id=other.id)
    assert put_away(notebook, library, student).erasure.counts["student"] == 2
    assert [one.given_name for one in notebook.students.list()] == ["Ada"], "her sister stays"
    assert notebook.students.list(removed=True) == []
    assert traces(notebook) == 0
    assert notebook.damage() == []


def test_what_others_name_is_not_erased(notebook, library):
    """A directory entry that a referral names, a school somebody goes to: said, and nothing is changed."""
    partner = builders.partner()
    save_partner(notebook, partner=partner)
    student = builders.kept_student(notebook)
    sheet = builders.finished(
        notebook, library, form_key="f4-referral", student_id=student.id, values={"partner": partner.id}
    )
    for kind, record_id in (("partner", partner.id), ("school", builders.SCHOOL_ID)):
        with pytest.raises(StillNamed):
            erase_for_ever(notebook, kind=kind, record_id=record_id)
    assert notebook.partners.get(partner.id).service
    erase_for_ever(notebook, kind="referral", record_id=sheet.record.id)
    erase_for_ever(notebook, kind="partner", record_id=partner.id)
    finish_erasing(notebook)
    assert b"Tilleuls" not in in_clear(notebook)
    assert notebook.damage() == []


def _erase_and_fill(notebook, student):
    notebook.erasures.erase(kind="student", record_ids=[student.id])
    for n in range(20_000):
        notebook.audit.add("erased", kind="student", record_id=f"{n:032}")


def test_all_or_nothing(notebook, library):
    """A disk that is full half-way leaves everything as it was, and no line in the log."""
    student, _ = filled(notebook, library)
    count, before = notebook.audit.count(), traces(notebook)
    engine = notebook._engine
    engine.rows(f"PRAGMA max_page_count = {engine.row('PRAGMA page_count')[0]}")
    with pytest.raises(DiskFull), notebook.change():
        _erase_and_fill(notebook, student)
    engine.rows("PRAGMA max_page_count = 1000000")
    assert notebook.audit.count() == count
    assert notebook.students.get(student.id).family_name == CANARY.title()
    assert traces(notebook) == before
    assert notebook.damage() == []


def test_an_erasing_that_was_not_finished_is_known(notebook, library):
    """Between the two steps the words are out of reach; that traces may be left is remembered."""
    student, _ = filled(notebook, library)
    bin_record(notebook, library=library, kind="student", record_id=student.id)
    erase_for_ever(notebook, kind="student", record_id=student.id)
    assert notebook.erasures.unfinished()
    assert notebook.damage() == []
    with notebook.change(), pytest.raises(Exception, match=r"VACUUM|Traces"):  # not within a change
        finish_erasing(notebook)
    assert notebook.erasures.unfinished()
    finish_erasing(notebook)
    assert not notebook.erasures.unfinished()
    assert traces(notebook) == 0


def test_tampering_with_what_was_erased_is_found(notebook, library):
    """The facts of a certificate are held by the log."""
    student, _ = filled(notebook, library)
    put_away(notebook, library, student)
    assert notebook.erasures.damage() == []
    for tampering in (
        "UPDATE erasure SET counts = '{}'", "UPDATE erasure SET at = ''", "UPDATE erasure SET author_id = ''",
        "UPDATE erasure SET kind = 'plan'", "UPDATE erasure SET record_id = ''",
        "UPDATE erasure SET case_references = '[]'", "DELETE FROM erasure",
    ):  # fmt: skip
        notebook._engine.run("SAVEPOINT before")
        notebook._engine.run(tampering)
        assert notebook.erasures.damage(), tampering
        notebook._engine.run("ROLLBACK TO before")
        notebook._engine.run("RELEASE before")
    assert notebook.damage() == []


def test_a_copy_is_treated_the_same_way(notebook, library, tmp_path):
    """Any opened file of the notebook: the copy too holds no word afterwards, and stays whole."""
    student, _ = filled(notebook, library)
    copy = copy_notebook(notebook, destination=tmp_path) / NOTEBOOK
    key = notebook._derived("notebook")
    engine = Engine.open(copy, key)
    with engine.transaction():
        erase(engine, doomed(engine, kind="student", record_ids=[student.id]))
    take_out_traces(engine)
    assert engine.damage() == []
    engine.close()
    raw = raw_pages(copy, key)
    assert CANARY.encode() not in raw.lower()
    assert b"zephyrin" not in raw.lower()
    assert traces(notebook) > 0


def test_erasing_in_many_notes_written_many_times(notebook, library):
    """Long texts written again and again leave traces between the pages of a file: all of them go."""
    chance = random.Random(5)

    def text(word):
        return " ".join(f"{word}mot{chance.randrange(40)}" for _ in range(chance.randrange(5, 900)))

    people = [builders.kept_student(notebook, family_name=f"Nom{n}") for n in range(6)]
    sheets = [
        (word, builders.finished(notebook, library, student_id=one.id, values={"demand": text(word)}))
        for _ in range(4)
        for word, one in zip([f"canari{n}x" for n in range(6)], people, strict=True)
    ]  # fmt: skip
    for _ in range(30):
        word, sheet = chance.choice(sheets)
        opened = open_sheet(notebook, library=library, kind="interview", record_id=sheet.record.id)
        finish_sheet(
            notebook, library=library, sheet=opened, values=opened.values | {"demand": text(word)},
            today=builders.TODAY,
        )  # fmt: skip
    for at in (1, 4):
        put_away(notebook, library, people[at])
    assert [traces(notebook, f"canari{at}x") > 0 for at in range(6)] == [True, False, True, True, False, True]
    # a page that lost rows keeps them as slack now and then: every page was written anew
    assert notebook._engine.row("PRAGMA freelist_count") == (0,)
    assert notebook.damage() == []


def test_what_was_sent_and_received_goes_too(pair_with_case, tmp_path):
    """On both sides: projections, conflicts and packages' traces; the same package does not bring it back."""
    pair = pair_with_case
    sent = pair.hand_over()
    pair.take(sent.path)
    (case,) = pair.unit.cases.list()
    (sheet,) = pair.unit.interviews.list()
    look = look_at_erasing(pair.unit, kind="case", record_id=case.id)
    assert (look.came_from, look.sent_to) == (["Claire Aubrin"], [])
    look = look_at_erasing(pair.ours, kind="case", record_id=case.id)
    assert (look.came_from, look.sent_to) == ([], ["Marc Feller"])
    opened = open_sheet(pair.unit, library=pair.library, kind="interview", record_id=sheet.id)
    finish_sheet(
        pair.unit, library=pair.library, sheet=opened, values=opened.values | {"conclusion": "Fuchsia ici."},
        today=builders.TODAY,
    )  # fmt: skip
    opened = open_sheet(pair.ours, library=pair.library, kind="interview", record_id=sheet.id)
    finish_sheet(
        pair.ours, library=pair.library, sheet=opened, values=opened.values | {"conclusion": "Magnolia là."},
        today=builders.TODAY,
    )  # fmt: skip
    again = pair.hand_over()
    pair.take(again.path)
    assert len(pair.unit.transfers.conflicts()) == 1
    half_decided = f"{DECIDING}{sheet.id}"
    pair.unit.preferences.set(half_decided, {"any": {"conclusion": {"choice": "written", "text": "Janvier"}}})
    for notebook in (pair.ours, pair.unit):
        erase_for_ever(notebook, kind="case", record_id=case.id)
        finish_erasing(notebook)
        raw = in_clear(notebook)
        assert not any(word in raw.lower() for word in (b"fuchsia", b"magnolia", b"janvier"))
        assert notebook.damage() == []
    assert pair.unit.transfers.conflicts() == []
    judged = {one.line.kind: (one.verdict, one.reason) for one in pair.look(again.path).records}
    assert judged["case"] == ("refused", "It was erased here for ever.")
    assert judged["interview"][0] == "refused"
    assert judged["student"][0] == "identical"
    pair.take(again.path)
    assert pair.unit.cases.list() == []


def test_looking_writes_nothing(notebook, library):
    """What would go is counted, and who holds copies elsewhere is named."""
    student, _ = filled(notebook, library)
    count = notebook.audit.count()
    look = look_at_erasing(notebook, kind="student", record_id=student.id)
    assert look.counts["interview"] == look.counts["draft"] == 1
    assert (look.papers, look.sent_to, look.last_copy) == (1, [], None)
    assert notebook.audit.count() == count
    with pytest.raises(RecordUnknown):
        look_at_erasing(notebook, kind="student", record_id="0" * 32)


def test_every_table_is_thought_of(notebook):
    """A table added later is either emptied when somebody is erased, or holds nobody's words: say which."""
    emptied = {
        "student", "enrolment", "guardian", "case", "interview", "referral", "plan", "paper", "answer",
        "task", "partner", "school", "revision_content", "draft", "conflict", "sent_revision",
        "received_revision", "search_entry", "people", "writings", "disclosure", "attachment",
        "attachment_content", "advice", "agreement", "caution", "professional", "request", "resident",
        "sibling",
        "sent_paper", "sent_inside", "handover",
    }  # fmt: skip
    nobodys = {
        "notebook", "practitioner", "unit", "preference", "identity", "correspondent", "stream", "package",
        "revision", "audit", "audit_head", "erasure",
    }  # fmt: skip
    names = {row[0] for row in notebook._engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    inside = {f"{index}_{part}" for index in ("people", "writings")
              for part in ("config", "content", "data", "docsize", "idx")}  # fmt: skip
    assert names - inside == emptied | nobodys
