"""Saves until the drive takes no more, then says what it was told; run as a program by the tests.

    FOLDER PHRASE LIMIT

LIMIT is the size no file may pass, 0 for none: then the drive itself is the limit. Prints one JSON
object: the failures met, how many tasks were acknowledged, and whether a draft was.
"""

import json
import resource
import signal
import sys
from pathlib import Path

from app.errors import CarnetError
from app.models.draft import Draft
from app.models.task import Task
from app.storage.notebook import Notebook


def fill(notebook: Notebook, failures: set[str]) -> int:
    """Save longer and longer tasks until one is refused three times; how many were acknowledged."""
    acknowledged = 0
    for number in range(5000):
        for _ in range(3):
            try:
                with notebook.change():
                    notebook.tasks.save(Task(text="x" * 2000, position=number))
                acknowledged += 1
                break
            except CarnetError as failure:
                failures.add(type(failure).__name__)
        else:
            return acknowledged
    return acknowledged


def main(folder: str, phrase: str, limit: str) -> None:
    """Open, fill, try a draft, close."""
    notebook = Notebook.open(Path(folder), passphrase=phrase)
    if int(limit):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    failures: set[str] = set()
    acknowledged = fill(notebook, failures)
    kept = True
    try:
        content = {"demand": "y" * 60_000}
        notebook.drafts.keep(
            Draft(record_id="d" * 32, kind="interview", form="x", form_version=1, content=content)
        )
    except CarnetError as failure:
        failures.add(type(failure).__name__)
        kept = False
    readable = len(notebook.tasks.list()) == acknowledged
    notebook.close()
    print(
        json.dumps({"failures": sorted(failures), "kept": acknowledged, "draft": kept, "readable": readable})
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
