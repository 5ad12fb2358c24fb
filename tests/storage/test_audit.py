"""The log: what is written into it, and that nobody changes a line unnoticed."""

from pathlib import Path

import pytest

from app.actions.bin_record import bin_record, restore_record
from app.actions.cards.accept_card import accept_card
from app.actions.cards.keep_correspondent import keep_correspondent
from app.actions.cards.own_card import own_card
from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.cards.write_card import write_card
from app.actions.copies.copy_notebook import copy_notebook
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.keys.change_passphrase import change_passphrase
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.open_package import open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.errors import DiskFull, RecordUnknown
from tests import builders

_ID = "0" * 31


@pytest.fixture
def logged(notebook):
    """Six lines."""
    for n in range(6):
        with notebook.change():
            notebook.audit.add("binned", kind="interview", record_id=f"{_ID}{n}", detail="x")
    return notebook


def what(notebook):
    """What was done, oldest first, since the notebook was opened for this test."""
    return [line.what for line in notebook.audit.list()[::-1] if line.what not in {"created", "opened"}]


def add_many(notebook):
    """More lines than any disk of a test has room for."""
    for _ in range(20_000):
        notebook.audit.add("opened")


def add_and_fail(notebook):
    """A line, then something that goes wrong."""
    with notebook.change():
        notebook.audit.add("binned")
        notebook.students.get("f" * 32)


def test_creating_is_a_line(notebook):
    """By whoever it was made for."""
    assert [(line.what, line.author_id) for line in notebook.audit.list()] == [
        ("created", notebook.author_id)
    ]


def test_everything_that_counts_writes_a_line(notebook, library, tmp_path, pair):
    """Papers, the bin, copies, keys and cards: who, what, which record, and nobody's name."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id)
    where = {"library": library, "kind": "interview", "record_id": sheet.record.id}
    for means in ("printed", "saved"):
        record_disclosure(
            notebook,
            sheet=sheet,
            pdf=builders.PDF,
            means=means,
            recipient="Mme Da Costa",
            ground="",
            language="fr",
        )
    bin_record(notebook, **where)
    restore_record(notebook, **where)
    copy_notebook(notebook, destination=tmp_path)
    write_card(notebook, path=tmp_path / "card")
    change_passphrase(notebook, old=builders.PHRASE, new="cinq parapluies sous le soleil")
    card = own_card(pair.ours)
    accept_card(notebook, card=card)
    (known,) = notebook.correspondents.list()
    accept_card(notebook, card=card, compared_how="face", compared_at=builders.TODAY)
    retire_correspondent(notebook, correspondent_id=known.id)
    keep_correspondent(notebook, correspondent=known)
    assert what(notebook) == [
        "printed", "saved", "binned", "restored", "copied", "identity_made", "card_written", "phrase_changed",
        "card_kept", "card_compared", "card_retired", "card_kept",
    ]  # fmt: skip
    lines = notebook.audit.list()[::-1]
    assert {line.record_id for line in lines if line.kind == "interview"} == {sheet.record.id}
    assert {line.record_id for line in lines if line.kind == "correspondent"} == {known.id}
    raw = repr(notebook.audit._engine.rows("SELECT * FROM audit"))
    assert not any(word in raw for word in ("Costa", "Inês", "Aubrin", "Moulin"))
    assert notebook.damage() == []


def test_packages_write_lines_on_both_sides(pair_with_case, tmp_path):
    """What left, what came, and the receipt, by the package's identifier."""
    ours, unit, library = pair_with_case.ours, pair_with_case.unit, pair_with_case.library
    (to,) = ours.correspondents.list()
    outgoing = choose_outgoing(
        ours, library=library, correspondent_id=to.id, case_ids=[case.id for case in ours.cases.list()]
    )
    sent = send_package(ours, correspondent_id=to.id, outgoing=outgoing, folder=tmp_path)
    opened = open_package(unit, library=library, path=sent.path)
    receive_package(unit, library=library, opened=opened)
    receive_package(unit, library=library, opened=opened)  # the same again writes no second line
    receipt, _ = write_acknowledgement(unit, package_id=opened.header.package_id, folder=tmp_path)
    open_acknowledgement(ours, opened=open_package(ours, library=library, path=receipt))
    assert what(ours)[-2:] == ["sent", "received"]
    assert what(unit)[-2:] == ["received", "acknowledged"]
    assert ours.audit.list()[1].record_id == unit.audit.list()[1].record_id == opened.header.package_id
    assert ours.audit.list()[1].detail == unit.audit.list()[1].detail


def test_a_line_and_what_it_tells_are_one(notebook, library):
    """What fails leaves no line, and no line is without what it tells."""
    with pytest.raises(RecordUnknown):
        bin_record(notebook, library=library, kind="student", record_id="f" * 32)
    with pytest.raises(RecordUnknown):
        add_and_fail(notebook)
    assert what(notebook) == []
    assert notebook.audit.damage() == []


def test_a_full_disk_keeps_nobody_out(notebook):
    """Where the line of what has happened cannot be written, it is owed and stands before the next one."""
    engine = notebook._engine
    engine.rows(f"PRAGMA max_page_count = {engine.row('PRAGMA page_count')[0]}")
    with pytest.raises(DiskFull):
        add_many(notebook)
    before = notebook.audit.count()
    assert before > 10
    notebook.audit.add_when_possible("opened")
    assert notebook.audit.count() == before
    engine.rows("PRAGMA max_page_count = 100000")
    with notebook.change():
        notebook.audit.add("binned")
    assert [line.what for line in notebook.audit.list(limit=2)] == ["binned", "opened"]
    assert notebook.audit.count() == before + 2
    assert notebook.audit.damage() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("seq", "99"), ("at", "'2020-01-01T00:00:00Z'"), ("author_id", "'somebody'"), ("what", "'opened'"),
        ("kind", "'plan'"), ("record_id", "'f'"), ("detail", "''"), ("hash", "x'00'"),
    ],
)  # fmt: skip
def test_every_column_is_held(logged, column, value):
    """Whatever is changed in a line in the middle, the check names the place."""
    seq = logged.audit.list()[3].seq
    assert logged.audit.damage() == []
    assert logged._engine.run(f"UPDATE audit SET {column} = {value} WHERE seq = {seq}") == 1
    assert any(problem.startswith("line ") for problem in logged.audit.damage())
    assert any(problem.startswith("audit: line ") for problem in logged.damage())


def test_every_column_of_the_table_is_asked(logged):
    """A column added later has to be tampered with here too."""
    names = [row[1] for row in logged._engine.rows("PRAGMA table_info(audit)")]
    assert names == ["seq", "at", "author_id", "what", "kind", "record_id", "detail", "hash"]


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM audit WHERE seq = (SELECT max(seq) - 2 FROM audit)",
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "DELETE FROM audit WHERE seq = 1",
        "DELETE FROM audit",
        "DELETE FROM audit_head",
        "UPDATE audit_head SET count = count - 1",
        "UPDATE audit_head SET hash = x'00'",
        "INSERT INTO audit SELECT seq + 1, at, author_id, what, kind, record_id, detail, hash FROM audit"
        " ORDER BY seq DESC LIMIT 1",
    ],
)
def test_removing_and_adding_lines_is_found(logged, tampering):
    """In the middle, at the end, at the beginning, all of them, one too many; a new line hides nothing."""
    assert logged._engine.run(tampering) > 0
    assert logged.audit.damage()
    with logged.change():
        logged.audit.add("binned")
    assert logged.audit.damage()


def test_two_lines_that_change_places_are_found(logged):
    """The order is held as well."""
    one, other = logged.audit.list()[2].seq, logged.audit.list()[1].seq
    for before, after in ((one, -1), (other, one), (-1, other)):
        logged._engine.run("UPDATE audit SET seq = ? WHERE seq = ?", (after, before))
    assert logged.audit.damage()


def test_a_long_log_is_checked_whole_and_read_in_pages(notebook):
    """Damage is found wherever it stands; the list goes on below any line."""
    with notebook.change():
        for _ in range(2300):
            notebook.audit.add("binned")
    assert notebook.audit.damage() == []
    newest = notebook.audit.list(limit=10)
    older = notebook.audit.list(before=newest[-1].seq, limit=10)
    assert [line.seq for line in newest + older] == list(range(newest[0].seq, newest[0].seq - 20, -1))
    seq = newest[0].seq - 1
    notebook._engine.run("UPDATE audit SET at = '' WHERE seq = ?", (seq,))
    assert notebook.audit.damage() == [f"line {seq}"]


def test_check_tells_a_tampered_log(folder: Path, notebook):
    """`Notebook.damage()`, which `carnet check` prints, names the log."""
    with notebook.change():
        notebook.audit.add("binned")
    notebook._engine.run("UPDATE audit_head SET count = 0")
    assert notebook.damage() == ["audit: end"]
