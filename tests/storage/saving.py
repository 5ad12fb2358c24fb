"""Saves without end until it is killed; run as a program by the tests.

    FOLDER PHRASE

Prints a line after each acknowledged save: how many sheets and drafts there have to be from now on.
"""

import sys
from pathlib import Path

from app import paths
from app.frameworks.library import Library
from app.models.draft import Draft
from app.storage.notebook import Notebook
from tests import builders


def main(folder: str, phrase: str) -> None:
    """Finish a sheet with two decisions, keep a draft, and again."""
    notebook, library = Notebook.open(Path(folder), passphrase=phrase), Library.load(paths.resources())
    student = builders.kept_student(notebook)
    first = notebook.interviews.count()
    print("ready", flush=True)
    for number in range(first + 1, first + 100_000):
        builders.finished(
            notebook, library, student_id=student.id,
            values={"demand": f"numéro {number}", "steps": [{"text": "a"}, {"text": "b"}]},
        )  # fmt: skip
        print(f"sheet {number}", flush=True)
        notebook.drafts.keep(
            Draft(record_id="d" * 32, kind="interview", form="x", form_version=1, content={"n": number})
        )
        print(f"draft {number}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
