"""What makes one look twice at a line before it is said to others: a sensitive word, one’s own notes.

Personal notes are read here, in the window, and compared in memory: nothing of it is kept anywhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.frameworks.sensitive import SENSITIVE_WORDS, SensitiveWords
from app.models.folding import fold
from app.ui.workspace import Workspace

_SENTENCE = re.compile(r"[.!?;:…\n]+")
_WHOLE = 3  # words from which a sentence of the notes is one
_RUN = 5  # words in a row that are nobody’s by chance
_MOST = 3  # words named in the warning


def look_twice(
    workspace: Workspace, lines: Sequence[str], *, student_id: str | None, record_id: str = ""
) -> list[str]:
    """For each line why one should look again, as a sentence; "" where there is no reason."""
    words = SensitiveWords(workspace.library.lists.get(SENSITIVE_WORDS))
    notes = SaidInNotes(_notes(workspace, student_id, record_id))
    return [_why(workspace, words.in_text(line), line in notes) for line in lines]


class SaidInNotes:
    """The sentences of the notes taken apart once, for every line that is compared with them."""

    def __init__(self, notes: Iterable[str]) -> None:
        folded = (fold(sentence).split() for note in notes for sentence in _SENTENCE.split(note))
        sentences = [words for words in folded if len(words) >= _WHOLE]
        self._sentences = dict.fromkeys(f" {' '.join(words)} " for words in sentences)
        self._runs = {run for words in sentences for run in _runs(words)}

    def __contains__(self, line: str) -> bool:
        """Whether a line holds a sentence of them, is part of one, or runs along with one for a while."""
        words = fold(line).split()
        if len(words) < _WHOLE:
            return False
        said = f" {' '.join(words)} "
        return any(one in said or said in one for one in self._sentences) or not self._runs.isdisjoint(
            _runs(words)
        )


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _notes(workspace: Workspace, student_id: str | None, record_id: str) -> list[str]:
    """Every note about the student and beside the sheet, what is being typed too."""
    personal, found = workspace.personal, []
    ids = workspace.notebook.students.ids_of(student_id) if student_id else []
    found += [note.text for note in personal.of_student(ids)] if ids else []
    for subject in filter(None, (record_id, *ids)):
        draft = personal.draft(subject)
        beside = personal.get(subject)
        found += [one.text for one in (draft, beside) if one is not None]
    return found


def _why(workspace: Workspace, words: Sequence[str], noted: bool) -> str:
    named = ", ".join(workspace.text("“{word}”", word=word) for word in words[:_MOST])
    if words and noted:
        return workspace.text("Look again: {words}, and close to your personal notes.", words=named)
    if words:
        return workspace.locale.plural(
            "Look again: sensitive word {words}.", "Look again: sensitive words {words}.", len(words),
            words=named,
        )  # fmt: skip
    return workspace.text("Look again: close to your personal notes.") if noted else ""
