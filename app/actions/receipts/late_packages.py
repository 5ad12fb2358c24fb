"""Packages whose receipt one has waited for too long."""

from datetime import date, datetime

from app.models.package import Package
from app.storage.notebook import Notebook

WAITS = "receipt_after_days"
"""A preference: after how many days without a receipt a package is on Today."""
USUAL_DAYS = 7


def late_packages(notebook: Notebook, *, day: date) -> list[Package]:
    """Oldest first: written and never handed over, or handed over and never acknowledged."""
    days = waiting_days(notebook)
    return [one for one in notebook.transfers.unanswered() if days_waited(one, day) >= days]


def days_waited(package: Package, day: date) -> int:
    """How long, since it was written, handed over or its recipient reminded."""
    return (day - datetime.fromisoformat(package.waits_since).astimezone().date()).days


def waiting_days(notebook: Notebook) -> int:
    """After how many days something waits too long."""
    return int(notebook.preferences.get(WAITS, USUAL_DAYS))
