"""How long work says how far it is, and hears that the person has had enough."""

from typing import Literal, Protocol

Phase = Literal["reading", "matching", "writing"]


class Progress(Protocol):
    """Called between two steps; raises Stopped when the work should end."""

    def __call__(self, phase: Phase, done: int, total: int) -> None:
        """`done` of `total` steps of this phase are behind us."""


def unwatched(phase: Phase, done: int, total: int) -> None:
    """For work nobody looks at: it goes on to its end."""
