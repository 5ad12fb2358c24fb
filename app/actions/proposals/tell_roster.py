"""A proposed class list in words: whose, and what it would change."""

from datetime import date

from app.actions.proposals.look_at_offers import Offer
from app.exchange.proposal import roster_of
from app.exchange.rosters.entry import RosterEntry
from app.exchange.rosters.plan import PlannedLine
from app.i18n import N_, Locale
from app.models.told import Told

_MOST = 12  # names to a line; how many more there are is said


def tell_roster(offer: Offer, locale: Locale) -> Told:
    """The school and the day, then who is new, who changes, and who is left to a person."""
    assert offer.said is not None
    assert offer.roster is not None
    day = locale.date(date.fromisoformat(offer.line.at[:10]), "day")
    school = roster_of(offer.said).school
    title = locale.text("Class list: {name}", name=school) if school else locale.text("Class list")
    plan = offer.roster
    told = [
        (locale.text(N_("As of")), day),
        (locale.text(N_("On the list")), locale.plural("{n} student", "{n} students", len(plan.lines))),
    ]
    for label, lines in (
        (N_("New here"), plan.with_verdict("new")),
        (N_("Changed"), plan.changed),
        (N_("In doubt, left as they are"), plan.with_verdict("doubtful")),
    ):
        if lines:
            told.append((locale.text(label), _names(lines, locale)))
    return Told(kind="proposal", record_id=offer.line.id, title=title, fields=told)


def _names(lines: list[PlannedLine], locale: Locale) -> str:
    said = [_name(line.entry) for line in lines[:_MOST]]
    if len(lines) > _MOST:
        said.append(locale.plural("and {n} more", "and {n} more", len(lines) - _MOST))
    return " ; ".join(said)


def _name(entry: RosterEntry) -> str:
    return f"{entry.listed_name} ({entry.class_name})" if entry.class_name else entry.listed_name
