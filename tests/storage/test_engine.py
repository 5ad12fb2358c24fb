"""The encrypted file and the one place that knows its driver."""

import re
import stat
import threading
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from app.errors import DiskFull, NotebookDamaged, NotebookMissing, NotebookUnreadable
from app.storage.database_file import PAGE
from app.storage.engine import Engine
from app.storage.key_literal import key_literal
from tests.storage.raw_pages import raw_pages

KEY = bytes(range(32))


@pytest.fixture
def engine(tmp_path):
    """A small encrypted file, open."""
    made = Engine.create(tmp_path / "small.db", KEY)
    made.run("CREATE TABLE t (a TEXT)")
    yield made
    made.close()


@given(key=st.one_of(st.binary(max_size=70), st.binary(min_size=32, max_size=32), st.text(max_size=70)))
@settings(max_examples=2000)
def test_only_a_whole_raw_key_ever_reaches_the_driver(key):
    """Anything but 32 bytes is refused: it would be taken as a passphrase, or as no key at all."""
    if isinstance(key, bytes) and len(key) == 32:
        assert re.fullmatch(r"x'[0-9a-f]{64}'", key_literal(key))
    else:
        with pytest.raises(ValueError, match="32 bytes"):
            key_literal(key)


@pytest.mark.parametrize("key", [b"", b"\0" * 31, b"\0" * 33])
def test_a_wrong_key_leaves_nothing_behind(tmp_path, key):
    """A file is not even begun with a key that is none."""
    with pytest.raises(ValueError, match="32 bytes"):
        Engine.create(tmp_path / "small.db", key)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_encrypted_and_private(engine, tmp_path):
    """The first bytes are no database header, the file is its owner's only, nothing lies beside it."""
    (file,) = tmp_path.iterdir()
    assert not file.read_bytes().startswith(b"SQLite")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.stat().st_size % PAGE == 0


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"), ("synchronous", 3), ("temp_store", 2), ("foreign_keys", 1),
        ("trusted_schema", 0), ("cell_size_check", 1), ("secure_delete", 1), ("cipher_memory_security", "1"),
        ("cipher_page_size", "4096"), ("kdf_iter", "256000"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.usefixtures("wiped")
def test_every_opening_settles_the_same_things(engine, tmp_path, pragma, value, read_only):
    """What protects the words is set on every connection, whoever opens it."""
    other = Engine.open(tmp_path / "small.db", KEY, read_only=read_only)
    assert other.row(f"PRAGMA {pragma}")[0] == value
    other.close()


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH '{path}' AS clear KEY ''",
        "ATTACH ':memory:' AS clear",
        "PRAGMA key = ''",
        "PRAGMA KEY = ''",
        "PRAGMA rekey = ''",
        "PRAGMA hexrekey = ''",
        "PRAGMA temp_store = 1",
        "PRAGMA Temp_Store = FILE",
        "PRAGMA temp_store_directory = '/'",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = OFF",
        "VACUUM INTO '{path}'",
        "SELECT load_extension('{path}')",
    ],
)
def test_nothing_can_be_written_in_clear(engine, tmp_path, statement):
    """No statement attaches another file, changes the key or moves temporary text to the disk."""
    path = tmp_path / "clear.db"
    with pytest.raises(driver.DatabaseError):
        engine.run(statement.format(path=path))
    assert not path.exists()


def test_a_second_creation_is_refused(engine, tmp_path):
    """What is there already is never written over."""
    before = (tmp_path / "small.db").read_bytes()
    with pytest.raises(FileExistsError):
        Engine.create(tmp_path / "small.db", KEY)
    assert (tmp_path / "small.db").read_bytes() == before


def test_opening_never_creates(tmp_path):
    """A file that is missing is said to be missing and stays so."""
    with pytest.raises(NotebookMissing):
        Engine.open(tmp_path / "absent.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path):
    """A folder in the place of the file is damage, not an empty notebook."""
    (tmp_path / "small.db").mkdir()
    with pytest.raises((NotebookDamaged, NotebookUnreadable)):
        Engine.open(tmp_path / "small.db", KEY)


def test_another_key_is_damage_and_no_empty_file(engine, tmp_path):
    """The phrase was judged before: a file that does not answer is damaged."""
    with pytest.raises(NotebookDamaged):
        Engine.open(tmp_path / "small.db", bytes(32))


def test_a_file_in_clear_is_refused(tmp_path):
    """A plain database put in its place is not opened."""
    connection = apsw.Connection(str(tmp_path / "small.db"))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(NotebookDamaged):
        Engine.open(tmp_path / "small.db", KEY)


def test_every_flipped_bit_is_found(engine, tmp_path):
    """Wherever one bit of the file changes, the check sees it."""
    engine.run_many("INSERT INTO t VALUES (?)", [("x" * 500,) for _ in range(200)])
    engine.close()
    path = tmp_path / "small.db"
    whole = path.read_bytes()
    for position in range(PAGE + 7, len(whole), len(whole) // 37):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        damaged = Engine.open(path, KEY, read_only=True)
        assert damaged.cipher_damage() == 1
        assert damaged.damage() != []
        damaged.close()
    path.write_bytes(whole)
    again = Engine.open(path, KEY)
    assert again.damage() == []
    again.close()


def test_pages_that_are_missing_are_found(engine, tmp_path):
    """A file cut at a page's end is damaged although every page left carries its seal."""
    engine.run_many("INSERT INTO t VALUES (?)", [("x" * 500,) for _ in range(200)])
    engine.close()
    path = tmp_path / "small.db"
    path.write_bytes(path.read_bytes()[:-PAGE])
    with pytest.raises(NotebookDamaged):
        Engine.open(path, KEY)


def test_a_full_disk_is_told_as_a_full_disk(engine):
    """When the file may not grow any more the failure says so, and everything before is kept."""
    engine.run("INSERT INTO t VALUES ('before')")
    engine.run("PRAGMA max_page_count = 8")

    def fill():
        with engine.transaction():
            engine.run("INSERT INTO t VALUES ('inside')")
            engine.run_many("INSERT INTO t VALUES (?)", [("x" * 5000,) for _ in range(50)])

    with pytest.raises(DiskFull):
        fill()
    assert engine.rows("SELECT a FROM t") == [("before",)]
    engine.run("PRAGMA max_page_count = 800")
    fill()
    assert engine.row("SELECT count(*) FROM t") == (52,)


def test_failures_hold_no_values(engine):
    """What goes wrong with a value never quotes it."""
    engine.run("CREATE TABLE u (a TEXT UNIQUE) STRICT")
    engine.run("INSERT INTO u VALUES ('Inês Da Costa')")
    with pytest.raises(driver.IntegrityError) as caught:
        engine.run("INSERT INTO u VALUES ('Inês Da Costa')")
    assert "Costa" not in str(caught.value)
    assert "Costa" not in repr(caught.value)


def test_writing_anew_leaves_nothing_between_the_pages(tmp_path):
    """What was deleted is gone from the decrypted pages, what is there stays, and the space is given back."""
    path = tmp_path / "small.db"
    engine = Engine.create(path, KEY)
    engine.run("CREATE TABLE t (a TEXT)")
    engine.run_many("INSERT INTO t VALUES (?)", [(f"tournesol {n} " * 200,) for n in range(200)])
    engine.run("DELETE FROM t WHERE rowid % 3")
    before = path.stat().st_size
    engine.write_anew()
    assert path.stat().st_size < before / 2
    assert engine.row("SELECT count(*) FROM t") == (66,)
    assert b"tournesol 1 " not in raw_pages(path, KEY)
    assert b"tournesol 2 " in raw_pages(path, KEY)
    assert b"tournesol" not in path.read_bytes()
    assert engine.damage() == []
    engine.close()


def test_writing_anew_opens_no_door(engine, tmp_path):
    """Afterwards nothing can be attached, as before."""
    engine.write_anew()
    with pytest.raises(driver.DatabaseError):
        engine.run(f"ATTACH '{tmp_path / 'plain.db'}' AS plain KEY ''")
    assert not (tmp_path / "plain.db").exists()


def test_a_long_change_keeps_no_reader_waiting(tmp_path: Path) -> None:
    """Another thread reads at once what was there before, and afterwards what is there now."""
    engine = Engine.create(tmp_path / "long.db", KEY)
    engine.run("CREATE TABLE word (it TEXT)")
    engine.run("INSERT INTO word VALUES ('before')")
    begun, done = threading.Event(), threading.Event()

    def change() -> None:
        with engine.transaction():
            engine.run("UPDATE word SET it = 'after'")
            begun.set()
            done.wait(20)

    writer = threading.Thread(target=change)
    writer.start()
    try:
        assert begun.wait(20)
        assert engine.rows("SELECT it FROM word") == [("before",)]
        assert writer.is_alive(), "it was read while the change was under way"
    finally:
        done.set()
        writer.join()
    assert engine.rows("SELECT it FROM word") == [("after",)]
    engine.close()
    with pytest.raises(driver.ProgrammingError):
        engine.rows("SELECT it FROM word")
