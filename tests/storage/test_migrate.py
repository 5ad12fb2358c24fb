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
