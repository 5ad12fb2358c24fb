"""What is left after a fault, held against what was acknowledged before it."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from app.errors import CarnetError
from app.personal.notes import PersonalNotes
from app.security.age_header import count_recipients
from app.storage.engine import Engine
from app.storage.notebook import Notebook, read_keys
from tests.faults.start import NOTEBOOK, OUT, opened
from tests.faults.work import DRAFT, LISTED, word


class Said:
    """The lines the work told, by kind."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.tried: dict[str, set[int]] = defaultdict(set)
        self.kept: dict[str, set[int]] = defaultdict(set)
        self.refused: list[str] = []
        self.broken: list[str] = []
        for line in lines:
            what, kind, number, *rest = line.split(" ", 3)
            if what in {"tried", "kept"}:
                getattr(self, what)[kind].add(int(number))
            else:
                getattr(self, what).append(" ".join([kind, *rest]))


def complaints(place: Path, key: bytes, said: Said) -> list[str]:
    """Everything that is not as promised; empty when nothing acknowledged is lost and all is whole."""
    found = [f"unforeseen: {line}" for line in said.broken]
    try:
        read_keys(place / NOTEBOOK)
        notebook, personal = opened(place, key)
    except CarnetError as failure:
        return [*found, f"does not open: {type(failure).__name__}"]
    try:
        found += [f"damage: {problem}" for problem in notebook.damage()]
        found += [*_writings(notebook, said), *_lists(notebook, said), *_packages(place, notebook, said)]
        found += [*_notes(personal, said), *_copies(place, notebook, said)]
    except CarnetError as failure:
        found.append(f"unreadable: {type(failure).__name__}")
    finally:
        personal.close()
        notebook.close()
    return found


def _between(kind: str, said: Said, there: set[int]) -> list[str]:
    lost, invented = said.kept[kind] - there, there - said.tried[kind]
    return [f"{kind} lost: {n}" for n in lost] + [f"{kind} nobody wrote: {n}" for n in invented]


def _writings(notebook: Notebook, said: Said) -> list[str]:
    tried = said.tried["sheet"]
    there = {n for n in tried if notebook.search.writings(word(n))}
    found = _between("sheet", said, there)
    if notebook.tasks.count() != 2 * len(there):
        found.append(f"{notebook.tasks.count()} decisions of {len(there)} sheets")
    draft = notebook.drafts.get(DRAFT)
    typed = int(draft.content["n"]) if draft else -1
    if typed < max(said.kept["draft"], default=-1) or (draft and typed not in said.tried["draft"]):
        found.append(f"draft {typed}")
    return found


def _lists(notebook: Notebook, said: Said) -> list[str]:
    classes = [student.class_name for student in notebook.students.list()]
    counts = {n: classes.count(f"K{n}") for n in said.tried["listed"]}
    halves = [f"list {n}: {count} of {LISTED}" for n, count in counts.items() if count not in {0, LISTED}]
    return _between("listed", said, {n for n, count in counts.items() if count}) + halves


def _packages(place: Path, notebook: Notebook, said: Said) -> list[str]:
    noted = len([package for package in notebook.transfers.packages() if package.direction == "out"])
    found = []
    if not len(said.kept["package"]) <= noted <= len(said.tried["package"]):
        found.append(f"{noted} packages noted, {len(said.kept['package'])} acknowledged")
    for number in said.kept["package"]:
        file = place / OUT / f"{number}.age"
        if not file.exists() or count_recipients(file.read_bytes()[:8192]) != 2:
            found.append(f"package {number} is not there")
    return found


def _notes(personal: PersonalNotes, said: Said) -> list[str]:
    notes = {n: personal.get(f"{n:032}") for n in said.tried["note"]}
    wrong = [f"note {n} reads otherwise" for n, note in notes.items() if note and note.text != word(n)]
    return _between("note", said, {n for n, note in notes.items() if note}) + wrong


def _copies(place: Path, notebook: Notebook, said: Said) -> list[str]:
    found = []
    for number in said.kept["copy"]:
        for path, key in notebook.keys_of_files().items():
            try:
                engine = Engine.open(place / OUT / f"copy-{number}" / path.name, key, read_only=True)
                found += [f"copy {number}: {problem}" for problem in engine.damage()]
                engine.close()
            except CarnetError as failure:
                found.append(f"copy {number}: {type(failure).__name__}")
    return found
