"""Finding while one types, in ten and in a hundred thousand interviews."""

import itertools
import time

from app import paths
from app.frameworks.coded_words import CodedWords
from app.frameworks.library import Library
from app.storage.notebook import NOTEBOOK, Notebook
from app.storage.query import query_of
from tests.bench.bare import connect
from tests.bench.corpus import FIRST, LAST, Corpus
from tests.bench.ledger import Ledger, Samples, percentile
from tests.bench.notebooks import Large

_PEOPLE, _WRITINGS = 6, 30  # as the window asks
_STATEMENT = (
    "SELECT rowid, highlight(writings, 0, ?2, ?3), snippet(writings, 1, ?2, ?3, '…', 12) FROM writings"
    " WHERE writings MATCH ?1 ORDER BY rowid DESC LIMIT ?4"
)


def typed() -> list[str]:
    """What stands in the field after each key: words as frequent as in the notes, alone and in pairs."""
    corpus = Corpus(seed=3, sentences=3000)
    words = [word for word in corpus.text(20_000).rstrip(".").split() if len(word) > 5 and word.isalpha()]
    alone, pairs = corpus.chance.sample(words, 12), corpus.chance.sample(words, 12)
    names = [f"{FIRST[3]} {LAST[7]}", LAST[30], FIRST[40]]
    fields = [word[:end] for word in (*alone, *names) for end in range(2, min(len(word), 7) + 1)]
    return fields + [
        f"{first} {second[:end]}"
        for first, second in zip(pairs[::2], pairs[1::2], strict=True)
        for end in range(1, 7)
    ]


def _seconds(notebook: Notebook, queries: list[str]) -> Samples:
    """Both ways for every key: what the window does, and the one statement on a connection of its own."""
    path = notebook.folder / NOTEBOOK
    bare, search = connect(path, notebook.keys_of_files()[path]), notebook.search
    also = CodedWords(Library.load(paths.resources())).meant
    samples: Samples = []
    for warm, asked in ((True, queries[:10]), (False, queries)):
        for number, query in enumerate(asked):
            took = {}
            for ours in (True, False) if number % 2 else (False, True):
                began = time.perf_counter()
                if ours:
                    search.people(query, limit=_PEOPLE)
                    search.writings(query, limit=_WRITINGS, also=also)
                else:
                    asks = query_of(query, least=2, also=also)
                    bare.execute(_STATEMENT, (asks, "\x02", "\x03", _WRITINGS)).fetchall()
                took[ours] = (time.perf_counter() - began) * 1000
            if not warm:
                samples.append((took[True], took[False]))
    bare.close()
    return samples


def test_search_as_you_type(ledger: Ledger, ten_thousand: Large, hundred_thousand: Large) -> None:
    """Every key of some words: people and writings with their passages; then the growth from 10 to 100."""
    queries, smaller, larger = typed(), ten_thousand.open(), hundred_thousand.open()
    runs: list[Samples] = []  # of the larger one: each takes a minute, so every line reads the same

    def measured(run: int) -> Samples:
        while len(runs) <= run:
            runs.append(_seconds(larger, queries))
        return runs[run]

    first, second, of = itertools.count(), itertools.count(), percentile(0.95)
    try:
        ledger.judge(
            "search as you type, 100,000, 95 of 100", against="the bare FTS5 statement", bound=1.5, of=of,
            measure=lambda: measured(next(first)),
        )  # fmt: skip
        ledger.judge(
            "search as you type, median", against="ours: 100,000; bare: 10,000", bound=None,
            measure=lambda: _beside(measured(0), _seconds(smaller, queries)),
        )  # fmt: skip
        ledger.judge(
            "search as you type, 95 of 100", against="ours: 100,000; bare: 10,000", bound=4, of=of,
            measure=lambda: _beside(measured(next(second)), _seconds(smaller, queries)),
        )  # fmt: skip
    finally:
        smaller.close()
        larger.close()


def _beside(large: Samples, small: Samples) -> Samples:
    return [(one[0], other[0]) for one, other in zip(large, small, strict=True)]
