"""What the types of a report’s file cannot say: lists, forms and codes that must be there."""

from collections.abc import Collection, Iterator, Mapping

from app.frameworks.check import Fault
from app.i18n import N_
from app.models.report import FORMS, Report
from app.models.value_list import ValueList

_NO_LIST = N_("there is no list of that name")
_NO_FORM = N_("there is no form of that name")
_NO_CODE = N_("the list has no such code")


def report_faults(
    report: Report, *, lists: Mapping[str, ValueList], forms: Collection[str]
) -> Iterator[Fault]:
    """Lists without a file and codes no list has; an empty list was told already and says nothing."""
    for index, key in enumerate(report.counts):
        if key not in lists:
            yield f"counts[{index}]", _NO_LIST
    for index, one in enumerate(report.maps):
        place = f"maps[{index}]"
        if one.target not in lists:
            yield f"{place}.target", _NO_LIST
        if one.source != FORMS and one.source not in lists:
            yield f"{place}.source", _NO_LIST
            continue
        known = forms if one.source == FORMS else _codes(lists[one.source])
        reason = _NO_FORM if one.source == FORMS else _NO_CODE
        for at, (code, counted) in enumerate(one.codes.items()):
            wrong = known and code not in known
            if wrong or (one.target in lists and counted not in (_codes(lists[one.target]) or {counted})):
                yield f"{place}.codes[{at}]", reason if wrong else _NO_CODE
        for at, code in enumerate(one.left_out):
            if known and code not in known:
                yield f"{place}.left_out[{at}]", reason


def _codes(listed: ValueList) -> set[str]:
    return {item.code for item in listed.items}
