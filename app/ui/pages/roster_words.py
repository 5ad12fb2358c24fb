"""What the page of class lists says: what a file would do, and what it did."""

from app.actions.rosters.import_guardians import ImportedGuardians
from app.actions.rosters.import_roster import ImportedRoster
from app.exchange.rosters.guardian_plan import GuardianPlan
from app.exchange.rosters.plan import RosterPlan
from app.i18n import N_, Locale
from app.models.progress import Phase

WAITING: dict[Phase, str] = {
    "reading": N_("Reading the list…"),
    "matching": N_("Comparing with the notebook…"),
    "writing": N_("Writing into the notebook…"),
}


def students_would(plan: RosterPlan, *, undecided: int, locale: Locale) -> str:
    """How many lines are what."""
    parts = [
        locale.plural("{n} new student", "{n} new students", len(plan.with_verdict("new"))),
        locale.plural("{n} known", "{n} known", len(plan.with_verdict("known"))),
    ]
    if undecided:
        parts.append(locale.plural("{n} to decide", "{n} to decide", undecided))
    if plan.unused:
        parts.append(locale.plural("{n} line left out", "{n} lines left out", len(plan.unused)))
    return ", ".join(parts)


def guardians_would(plan: GuardianPlan, *, locale: Locale) -> str:
    """How many guardians are what."""
    parts = [
        locale.plural("{n} new guardian", "{n} new guardians", len(plan.with_verdict("new"))),
        locale.plural("{n} known", "{n} known", len(plan.with_verdict("known"))),
    ]
    if plan.rejected:
        parts.append(locale.plural("{n} line left out", "{n} lines left out", len(plan.rejected)))
    return ", ".join(parts)


def written_words(written: ImportedRoster | ImportedGuardians, *, locale: Locale) -> str:
    """What is in the notebook now."""
    if isinstance(written, ImportedGuardians):
        added = locale.plural("{n} guardian added", "{n} guardians added", written.new)
    else:
        added = locale.plural("{n} student added", "{n} students added", written.new)
    said = [added, locale.plural("{n} known", "{n} known", written.known)]
    if isinstance(written, ImportedRoster) and written.doubtful:
        said.append(
            locale.plural(
                "{n} undecided line not written", "{n} undecided lines not written", written.doubtful
            )
        )
    return f"{', '.join(said)}."
