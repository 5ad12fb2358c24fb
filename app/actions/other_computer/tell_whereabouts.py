"""What the other computer knows of packages to others and of cases given for good, in words."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from app.exchange.package.lines import RecordLine
from app.exchange.whereabouts import HELD, SaidGiven, SaidLeft, agreed_given, agreed_left, read_whereabouts
from app.i18n import N_, Locale
from app.models.correspondent import Correspondent
from app.models.handover import Handover
from app.storage.notebook import Notebook

_READ = N_(
    "Case {reference} was given to {name}, who has had it since {day}: read here from now on, not written."
)
_GIVEN = N_("Case {reference} was given to {name} on {day}, not yet acknowledged.")
_CAME = N_("Case {reference} was given to you for good by {name} on {day}.")
_TAKEN_BACK = N_("Case {reference} was taken back: {why}")
_CAME_BACK = N_("Case {reference} came back from {name}.")


def tell_whereabouts(
    notebook: Notebook, *, lines: Iterable[RecordLine], references: Mapping[str, str], locale: Locale
) -> list[str]:
    """A sentence for each case that stands otherwise here, and one for all packages that do.

    `references` are those of cases that come along.
    """
    said, packages = list[str](), 0
    for line in lines:
        one = None if line.kind == HELD else read_whereabouts(line)
        if isinstance(one, SaidLeft):
            known = notebook.transfers.package(one.package_id)
            packages += known is None or agreed_left(known, one) != known
        elif isinstance(one, SaidGiven):
            said += _told(notebook, one, references, locale)
    if packages:
        said.append(
            locale.plural(
                "How far {n} package to others has got.", "How far {n} packages to others have got.", packages
            )
        )
    return said


def _told(notebook: Notebook, one: SaidGiven, references: Mapping[str, str], locale: Locale) -> list[str]:
    turns = notebook.transfers.handovers.of_cases([one.case_id]).get(one.case_id, [])
    known = {(each.package_id, each.direction): each for each in turns}.get((one.package_id, one.direction))
    if known is not None and agreed_given(known, one) == known:
        return []
    case = notebook.cases.find(one.case_id)
    reference = case.reference if case else references.get(one.case_id, "")
    if not reference or any((each.turn, each.package_id) > (one.turn, one.package_id) for each in turns):
        return []  # not here at all, or it has changed hands since
    whom = notebook.correspondents.by_key(one.sign_key) or notebook.correspondents.by_card(one.card_id)
    return [_sentence(agreed_given(known, one) if known else one, reference, whom, locale)]


def _sentence(one: Handover | SaidGiven, reference: str, whom: Correspondent | None, locale: Locale) -> str:
    name = whom.name if whom else ""
    if one.ended_how == "taken_back":
        return locale.text(_TAKEN_BACK, reference=reference, why=one.why)
    if one.ended_at:
        return locale.text(_CAME_BACK, reference=reference, name=name)
    day = locale.date(datetime.fromisoformat(one.acknowledged_at or one.at).astimezone().date())
    words = _CAME if one.direction == "in" else _READ if one.acknowledged_at else _GIVEN
    return locale.text(words, reference=reference, name=name, day=day)
