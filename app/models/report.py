"""A yearly report as data: which lists it counts, and under which heading of its own a code is counted."""

import msgspec

from app.models.form import Words

FORMS = "forms"  # where a map leads from the forms of sheets instead of the codes of a list


class ReportMap(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Codes of list `source`, or keys of forms, and the code of list `target` each is counted as.

    What the report leaves out on purpose stands in `left_out`, so that nothing is left out by oversight.
    """

    source: str
    target: str
    codes: dict[str, str]
    left_out: list[str] = []


Maps = list[ReportMap]


class Report(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`counts` are lists counted by their own codes. Of `maps` to one target the first that fits holds."""

    title: Words
    counts: list[str] = []
    maps: Maps = []
    key: str = ""

    def counted_as(self, *, source: str, target: str, code: str) -> str:
        """The code of `target` this code of `source` is counted as; "" where it is not."""
        fitting = (one for one in self.maps if one.source == source and one.target == target)
        return next((one.codes[code] for one in fitting if code in one.codes), "")
