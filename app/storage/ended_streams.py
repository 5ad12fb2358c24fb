"""The rows of packages a notebook no longer goes on with, because it was put back from a copy."""

import msgspec

from app.storage.engine import Engine

ENDED = "ended_streams"


def end_streams(engine: Engine) -> None:
    """Every row of packages that left so far ends here; the next package to anybody begins another.

    Whoever received a number after the copy was made would otherwise see it a second time.
    """
    if engine.row("SELECT 1 FROM sqlite_master WHERE name = 'stream'") is None:
        return  # a notebook that never sent anything
    ended = [row[0] for row in engine.rows("SELECT id FROM stream WHERE direction = 'out' ORDER BY rowid")]
    engine.run(
        "INSERT OR REPLACE INTO preference VALUES (?, ?)", (ENDED, msgspec.json.encode(ended).decode())
    )
