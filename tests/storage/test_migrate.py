"""From every schema to the present one."""

import pytest

from app.errors import NotebookTooNew
from app.storage import migrate as migrate_module
from app.storage.engine import Engine
from app.storage.migrate import migrate, newest, run_step, steps
from app.storage.notebook import Notebook
from tests.builders import PHRASE

KEY = bytes(range(32))


@pytest.fixture
def engine(tmp_path):
    """An encrypted file without tables."""
    made = Engine.create(tmp_path / "small.db", KEY)
    yield made
    made.close()


def shape(engine):
    """Every table and index, and the stamp."""
    return engine.rows("SELECT name, sql FROM sqlite_master ORDER BY name"), engine.row("PRAGMA user_version")


def test_steps_are_numbered_without_a_gap():
    """Each step follows the one before."""
    assert list(steps()) == list(range(1, newest() + 1))


def test_a_new_file_gets_every_step(engine):
    """From nothing to the present schema; the second time there is nothing to do."""
    assert migrate(engine) is True
    assert engine.row("PRAGMA user_version") == (newest(),)
    before = shape(engine)
    assert migrate(engine) is False
    assert shape(engine) == before


def test_a_step_and_its_stamp_are_one(engine):
    """A step that fails half-way leaves neither its tables nor its stamp."""
    migrate(engine)
    before = shape(engine)
    with pytest.raises(Exception, match="syntax"):
        run_step(
            engine,
            newest() + 1,
            "ALTER TABLE partner ADD COLUMN x TEXT;\nCREATE TABLE y (z);\nSELECT nothing();",
        )
    assert shape(engine) == before
    run_step(engine, newest() + 1, "ALTER TABLE partner ADD COLUMN x TEXT; -- why\n\nCREATE TABLE y (z);\n")
    assert engine.row("PRAGMA user_version") == (newest() + 1,)
    assert engine.rows("SELECT x FROM partner") == []


def test_a_newer_file_is_not_touched(engine):
    """A file a later version wrote is refused as too new and stays as it is."""
    migrate(engine)
    engine.run(f"PRAGMA user_version = {newest() + 1}")
    before = shape(engine)
    with pytest.raises(NotebookTooNew):
        migrate(engine)
    assert shape(engine) == before


def test_a_newer_notebook_is_said_to_be_newer(folder, notebook):
    """Opening it says that a newer version is needed."""
    notebook.history._engine.run(f"PRAGMA user_version = {newest() + 1}")
    notebook.close()
    with pytest.raises(NotebookTooNew):
        Notebook.open(folder, passphrase=PHRASE)


def test_statements_hold_semicolons_in_comments_and_words():
    """Only a semicolon that ends a line ends a statement."""
    sql = "CREATE TABLE a (b TEXT DEFAULT 'x;y'); -- first; really\nINSERT INTO a VALUES ('one'),\n ('two');"
    assert migrate_module.statements(sql) == [
        "CREATE TABLE a (b TEXT DEFAULT 'x;y')",
        "INSERT INTO a VALUES ('one'),\n ('two')",
    ]


def test_what_came_before_projections_were_counted_is_kept(tmp_path):
    """The fourth step keeps what was received, and what disagrees, as it stood and in its order."""
    engine = Engine.create(tmp_path / "third.db", KEY)
    for number in (1, 2, 3):
        run_step(engine, number, steps()[number])
    unit = "u" * 32
    engine.run(
        "INSERT INTO correspondent"
        " VALUES (1, ?, NULL, '', ?, 'Marc', '', 'unit', ?, 'age1', 'compared', NULL, '', '')",
        (unit, "c" * 32, "s" * 64),
    )
    engine.run("INSERT INTO stream VALUES (?, ?, 'in', 2, 'h', 't')", ("5" * 32, unit))
    for ordinal, revision in ((1, "r"), (7, "q")):
        engine.run(
            "INSERT INTO received_revision VALUES (?, ?, 'record', ?, 'hash', 'local', 'package', '[]')",
            (ordinal, unit, revision),
        )
    engine.run(
        "INSERT INTO conflict VALUES (3, 'id', 'case', 'record', ?, 'package', NULL, '{}', '{\"a\":1}', 'r',"
        " 't', NULL)",
        (unit,),
    )
    assert migrate(engine) is True
    assert engine.rows("SELECT ordinal, revision_id, projection, projection_hash FROM received_revision") == [
        (1, "r", 0, "hash"), (7, "q", 0, "hash"),
    ]  # fmt: skip
    assert engine.rows("SELECT seq, id, theirs, settled_at FROM conflict") == [(3, "id", '{"a":1}', None)]
    assert engine.rows("SELECT place FROM stream") == [("",)]
    engine.close()
