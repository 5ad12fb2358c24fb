"""Is a copy what was to be copied: every page under its seal, as many rows in every table."""

from pathlib import Path

from app.errors import CarnetError, CopyFailed
from app.storage.engine import Engine


def read_back(
    copy: Path, key: bytes, size: int, rows: dict[str, int] | None = None, *, thorough: bool = False
) -> None:
    """CopyFailed when a page does not carry its seal, when pages are missing, or rows in a table.

    `thorough` looks at the structure too, which takes ten times as long.
    """
    try:
        engine = Engine.open(copy, key, read_only=True)
        try:
            whole = copy.stat().st_size == size and not engine.cipher_damage()
            whole = whole and (rows is None or rows_of(engine) == rows)
            whole = whole and not (thorough and engine.structure_damage())
        finally:
            engine.close()
    except CarnetError as error:
        raise CopyFailed from error
    if not whole:
        raise CopyFailed


def count_rows(path: Path, key: bytes) -> dict[str, int]:
    """The rows of every table of a file somebody else keeps still."""
    engine = Engine.open(path, key, read_only=True)
    try:
        return rows_of(engine)
    finally:
        engine.close()


def rows_of(engine: Engine) -> dict[str, int]:
    """Rows by table; the search index is left out, for it is made of the others and is half the file."""
    tables = engine.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    indexes = tuple(f"{name}_" for name, sql in tables if sql and sql.upper().startswith("CREATE VIRTUAL"))
    plain = [name for name, _ in tables if not f"{name}_".startswith((*indexes, "sqlite_"))]
    return {name: engine.rows(f'SELECT count(*) FROM "{name}"')[0][0] for name in plain}
