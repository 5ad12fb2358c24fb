"""Two ways of doing the same thing, timed in turn; their ratio decides, never a time alone."""

import math
import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

Samples = list[tuple[float, float]]  # ours, bare, taken one after the other
Of = Callable[[Sequence[float]], float]


class Line(NamedTuple):
    """One line of the table; `bound` None is told for information."""

    scene: str
    against: str
    ours: float
    bare: float
    ratio: float
    bound: float | None
    unit: str

    @property
    def missed(self) -> bool:
        """Is the ratio above its bound."""
        return self.bound is not None and self.ratio > self.bound


class Ledger:
    """Every line of one run, in the order in which they were measured."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def judge(
        self,
        scene: str,
        *,
        against: str,
        bound: float | None,
        measure: Callable[[], Samples],
        of: Of = statistics.median,
        unit: str = "ms",
    ) -> None:
        """Write a line; nothing is raised, so that the lines after it are measured too.

        One that misses its bound is measured once more; both runs together decide.
        """
        samples = measure()
        line = _line(scene, against, samples, bound, of, unit)
        if line.missed:
            samples += measure()
            line = _line(scene, against, samples, bound, of, unit)
        self.lines.append(line)

    def tell(self, scene: str, *, value: float, unit: str) -> None:
        """Write a figure that is compared with nothing."""
        self.lines.append(Line(scene, "", value, math.nan, math.nan, None, unit))

    def table(self) -> list[str]:
        """The lines as text, widths fitted."""
        rows = [("scene", "ours", "bare", "ratio", "bound", "", "against")]
        for line in self.lines:
            bound = "-" if line.bound is None else f"{line.bound:.2f}"
            verdict = "MISS" if line.missed else "ok" if line.bound is not None else ""
            ours, bare = (_figure(value, ".4g", f" {line.unit}") for value in (line.ours, line.bare))
            ratio = _figure(line.ratio, ".2f", "x")
            rows.append((line.scene, ours, bare, ratio, bound, verdict, line.against))
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def in_turn(ours: Callable[[], object], bare: Callable[[], object], *, rounds: int, warm: int = 2) -> Samples:
    """Milliseconds of both, one after the other, in an order that changes; the first rounds do not count."""
    chance, samples = random.Random(1), []
    for number in range(rounds + warm):
        took = {}
        for name, doing in chance.sample([("ours", ours), ("bare", bare)], 2):
            began = time.perf_counter()
            doing()
            took[name] = (time.perf_counter() - began) * 1000
        if number >= warm:
            samples.append((took["ours"], took["bare"]))
    return samples


def percentile(share: float) -> Of:
    """The value under which this share lies, e.g. 0.95."""

    def of(values: Sequence[float]) -> float:
        ordered = sorted(values)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    return of


def _figure(value: float, form: str, unit: str) -> str:
    return "" if math.isnan(value) else f"{value:{form}}{unit}"


def _line(scene: str, against: str, samples: Samples, bound: float | None, of: Of, unit: str) -> Line:
    ours, bare = of([one[0] for one in samples]), of([one[1] for one in samples])
    # a pair was taken in one breath, so its own ratio says more than the ratio of two medians
    paired = of is statistics.median
    ratio = statistics.median(one[0] / one[1] for one in samples) if paired else ours / bare
    return Line(scene, against, ours, bare, ratio, bound, unit)
