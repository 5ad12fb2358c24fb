"""How far a package has got, in words."""

from datetime import date, datetime

from app.actions.receipts.late_packages import days_waited, waiting_days
from app.models.package import Package
from app.ui.theme.tokens import Token
from app.ui.workspace import Workspace


def state_words(workspace: Workspace, package: Package) -> tuple[str, str, Token]:
    """(icon, sentence, ink) of what left or came; amber once it waits too long."""
    if package.direction == "in":
        return _came(workspace, package)
    locale = workspace.locale
    if package.state == "acknowledged":
        return "check-circle", acknowledged_words(workspace, package), "ink2"
    if package.state == "dropped":
        return "minus", locale.text("No receipt; no longer waited for"), "ink2"
    waited = days_waited(package, workspace.today)
    if waited >= waiting_days(workspace.notebook):
        if package.state == "written":
            said = locale.plural("Not handed over for {n} day", "Not handed over for {n} days", waited)
        else:
            said = locale.plural("No receipt for {n} day", "No receipt for {n} days", waited)
        return "clock", said, "warn"
    if package.state == "written":
        return "clock", locale.text("Written, not handed over yet"), "ink2"
    if package.reminded_at:
        day = locale.date(local_day(package.reminded_at))
        return "clock", locale.text("No receipt yet, reminded on {day}", day=day), "ink2"
    day = locale.date(local_day(package.handed_over_at or package.at))
    return "clock", locale.text("Handed over on {day}, no receipt yet", day=day), "ink2"


def acknowledged_words(workspace: Workspace, package: Package) -> str:
    """When its receipt was written, and what it says beside that everything was taken over."""
    locale = workspace.locale
    said = [locale.text("Receipt read on {day}", day=locale.date(local_day(package.acknowledged_at or "")))]
    if n := len(package.conflicts):
        said.append(locale.plural("{n} with two versions", "{n} with two versions", n))
    if n := len(package.refused):
        said.append(locale.plural("{n} refused", "{n} refused", n))
    return " · ".join(said)


def local_day(at: str) -> date:
    """The day of a moment on the practitioner's calendar."""
    return datetime.fromisoformat(at).astimezone().date()


def _came(workspace: Workspace, package: Package) -> tuple[str, str, Token]:
    locale = workspace.locale
    if package.acknowledged_at:
        day = locale.date(local_day(package.acknowledged_at))
        return "check-circle", locale.text("Receipt written on {day}", day=day), "ink2"
    return "clock", locale.text("Receipt not written yet"), "warn"
