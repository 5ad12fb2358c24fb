"""One row that typing proposes."""

from typing import NamedTuple


class Suggestion(NamedTuple):
    """`key` is what is taken; `spans` of `label` match what was typed; `detail` says more."""

    key: str
    label: str
    spans: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    icon: str = ""
