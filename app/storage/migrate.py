"""Bring a notebook's schema up to date, one step and its stamp in one transaction."""

import re
from importlib import resources

from app.errors import NotebookTooNew
from app.storage.engine import Engine

_NAME = re.compile(r"(\d{4})_\w+\.sql")


def steps() -> dict[int, str]:
    """Every step by number, as SQL."""
    files = resources.files("app.storage.migrations").iterdir()
    found = {
        int(match[1]): file.read_text("utf-8") for file in files if (match := _NAME.fullmatch(file.name))
    }
    return dict(sorted(found.items()))


def newest() -> int:
    """The schema this program writes."""
    return max(steps())


def missing_steps(engine: Engine) -> dict[int, str]:
    """What this file still lacks. NotebookTooNew when it is ahead of us."""
    row = engine.row("PRAGMA user_version")
    version = int(row[0]) if row else 0
    if version > newest():
        raise NotebookTooNew
    return {number: sql for number, sql in steps().items() if number > version}


def migrate(engine: Engine) -> bool:
    """Run the missing steps; whether there were any. NotebookTooNew when the file is ahead of us."""
    missing = missing_steps(engine)
    for number, sql in missing.items():
        run_step(engine, number, sql)
    return bool(missing)


def run_step(engine: Engine, number: int, sql: str) -> None:
    """One step and its stamp, together or not at all."""
    with engine.transaction():
        for statement in statements(sql):
            engine.run(statement)
        engine.run(f"PRAGMA user_version = {number}")


def statements(sql: str) -> list[str]:
    """Split at the semicolons that end a line; steps hold no triggers."""
    bare = "\n".join(line.split("--")[0].rstrip() for line in sql.splitlines())
    return [part.strip() for part in re.split(r";\s*(?:\n|\Z)", bare) if part.strip()]
