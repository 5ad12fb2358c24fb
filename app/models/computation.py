"""How a computed question comes to its value: one of four ways, and nothing else."""

from typing import Literal

import msgspec

Names = list[str]  # written outside the struct, where a way is called `sum`


class Computation(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is counted, by name: a question, or `table.column` for everything in a column.

    `sum` adds what `of` names and takes away what `minus` names. `share` divides that by what `by`
    names, and once more by `over`: 30 for a day of the month. The name of a table stands for how many
    of its rows say something. Both give a number, an amount of money or minutes, as `gives` says.

    `age` is in whole years and `days` counts days, from the one day `of` names to the day `to` names:
    a question, a column of days of which the latest counts, or a day the notebook knows. Without `to`
    it is the day of the sheet.
    """

    way: Literal["sum", "share", "age", "days"]
    of: Names
    minus: Names = []
    by: Names = []
    over: int = 1
    to: str = ""
    gives: Literal["number", "money", "duration"] = "number"

    @property
    def named(self) -> list[tuple[str, str]]:
        """Every name with its place in the file, in order."""
        lists = {"of": self.of, "minus": self.minus, "by": self.by}
        found = [(f"{part}[{at}]", name) for part, names in lists.items() for at, name in enumerate(names)]
        return found + ([("to", self.to)] if self.to else [])
