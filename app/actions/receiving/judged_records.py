"""What would become of each record of a package: as long as a list, a few bytes for each."""

from abc import abstractmethod
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from app.exchange.merge import Verdict
from app.exchange.oneself import JOINED
from app.exchange.package.lines import RecordLine
from app.exchange.package.spooled_lines import SpooledLines
from app.exchange.travelling import ATTACHMENT, INTO
from app.models.discreet import Discreet

_SOUND, _MET, _ANSWER, _GIVEN, _JOINED = 1, 2, 4, 8, 16
_VERDICTS: tuple[Verdict, ...] = ("new", "updated", "identical", "conflict", "refused")


class Judged(Discreet, frozen=True, kw_only=True):
    """One record that came and what would become of it; `reason` is an English sentence for a refusal.

    What is wrong with the record itself stays wrong whatever the notebook becomes: `is_sound` is False.
    `is_met`: it says what stands here, in a revision not seen before. `is_joined`: a student who was joined
    with another. `is_answer`: only what of it goes on
    from what stands here is taken. `is_given`: a case that changes hands with it.
    """

    kind: str
    id: str
    verdict: Verdict
    place: int
    lines: SpooledLines[RecordLine]
    reason: str = ""
    is_sound: bool = True
    is_met: bool = False
    is_answer: bool = False
    is_given: bool = False
    is_joined: bool = False

    def __repr__(self) -> str:
        """Name the record, not its words."""
        return f"<Judged {self.kind} {self.id[:8]} {self.verdict}>"

    @property
    def line(self) -> RecordLine:
        """As it came, read anew."""
        return self.lines.at(self.place)


class _InTurn(Sequence[Judged]):
    """Put together anew whenever one is asked for."""

    def __repr__(self) -> str:
        """Say how many."""
        return f"<{type(self).__name__} {len(self)}>"

    @overload
    def __getitem__(self, index: int) -> Judged: ...

    @overload
    def __getitem__(self, index: slice) -> list[Judged]: ...

    def __getitem__(self, index: int | slice) -> Judged | list[Judged]:
        if isinstance(index, slice):
            return [self._at(one) for one in range(*index.indices(len(self)))]
        return self._at(range(len(self))[index])

    @abstractmethod
    def _at(self, at: int) -> Judged:
        """The one at this number, which is there."""


class JudgedRecords(_InTurn):
    """In the order they are written: whatever others lean on first."""

    def __init__(self, lines: SpooledLines[RecordLine], order: Sequence[str] = INTO) -> None:
        self.lines, self.order = lines, order
        self._places, self._kinds, self._reasons = array("I"), array("H"), array("H")
        self._ids, self._verdicts, self._marks = bytearray(), bytearray(), bytearray()
        self._words: dict[str, int] = {}
        self._spelt: list[str] = []

    def __len__(self) -> int:
        return len(self._places)

    def _at(self, at: int) -> Judged:
        marks = self._marks[at]
        return Judged(
            kind=self._spelt[self._kinds[at]],
            id=self._ids[16 * at : 16 * at + 16].hex(),
            verdict=_VERDICTS[self._verdicts[at]],
            place=self._places[at],
            lines=self.lines,
            reason=self._spelt[self._reasons[at]],
            is_sound=bool(marks & _SOUND),
            is_met=bool(marks & _MET),
            is_answer=bool(marks & _ANSWER),
            is_given=bool(marks & _GIVEN),
            is_joined=bool(marks & _JOINED),
        )

    def add(self, place: int, line: RecordLine, *, fault: str = "") -> None:
        """A line that is to be judged, or has something wrong with it."""
        self._places.append(place)
        self._kinds.append(self._word(line.kind))
        self._ids += bytes.fromhex(line.id)
        joined = _JOINED if line.fields.get(JOINED) else 0
        self._marks.append((0 if fault else _SOUND) | (_GIVEN if line.given else 0) | joined)
        self._verdicts.append(_VERDICTS.index("refused" if fault else "new"))
        self._reasons.append(self._word(fault))

    def settle(
        self, at: int, verdict: Verdict, *, reason: str = "", is_met: bool = False, is_answer: bool = False
    ) -> None:
        """What becomes of the sound one at this number."""
        self._verdicts[at] = _VERDICTS.index(verdict)
        self._reasons[at] = self._word(reason)
        kept = self._marks[at] & (_SOUND | _GIVEN | _JOINED)
        self._marks[at] = kept | (_MET if is_met else 0) | (_ANSWER if is_answer else 0)

    def in_order(self) -> "JudgedRecords":
        """The same in the order they are written, those with something wrong first among their like."""
        order = sorted(range(len(self)), key=lambda at: 2 * self._when(at) + (self._marks[at] & _SOUND))
        return self._copy(order)

    def with_more(self, more: Iterable[tuple[int, RecordLine, str]]) -> "JudgedRecords":
        """These to be judged again, and others of the package: (place, line, what is wrong with it)."""
        again, here = self._copy(range(len(self))), set[int]()
        for place, line, fault in more:
            if not here:
                here.update(self._places)
            if place not in here:
                again.add(place, line, fault=fault)
                here.add(place)
        return again.in_order()

    def counted(self) -> Counter[str]:
        """How many got which verdict."""
        return Counter({_VERDICTS[code]: n for code, n in Counter(self._verdicts).items()})

    def with_verdict(self, verdict: str) -> "ChosenRecords":
        """Those of one verdict."""
        return self.those(lambda one: one.verdict == verdict)

    def those(self, wanted: Callable[[Judged], bool]) -> "ChosenRecords":
        """Some of them, as few bytes each."""
        return ChosenRecords(self, array("I", (at for at, one in enumerate(self) if wanted(one))))

    def holds(self, kind: str) -> bool:
        """Whether there is any of this kind."""
        return kind in self._words

    def _when(self, at: int) -> int:
        kind = self._spelt[self._kinds[at]]
        return self.order.index(kind) if kind in self.order else len(self.order) + (kind == ATTACHMENT)

    def _word(self, word: str) -> int:
        if word not in self._words:
            self._words[word] = len(self._spelt)
            self._spelt.append(word)
        return self._words[word]

    def _copy(self, order: Iterable[int]) -> "JudgedRecords":
        copy = JudgedRecords(self.lines, self.order)
        copy._words, copy._spelt = dict(self._words), list(self._spelt)
        for at in order:
            copy._places.append(self._places[at])
            copy._kinds.append(self._kinds[at])
            copy._reasons.append(self._reasons[at])
            copy._ids += self._ids[16 * at : 16 * at + 16]
            copy._verdicts.append(self._verdicts[at])
            copy._marks.append(self._marks[at])
        return copy


class ChosenRecords(_InTurn):
    """Some records of a package."""

    def __init__(self, records: JudgedRecords, numbers: "array[int]") -> None:
        self._records, self.numbers = records, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def _at(self, at: int) -> Judged:
        return self._records[self.numbers[at]]

    def batches(self) -> Iterator[tuple[list[int], list[Judged]]]:
        """Their numbers and they, as many at once as may be in memory with their lines."""
        done = 0
        lines, places = self._records.lines, (self._records[at].place for at in self.numbers)
        for batch in lines.batches(places):
            numbers = list(self.numbers[done : done + len(batch)])
            yield numbers, [self._records[at] for at in numbers]
            done += len(batch)
