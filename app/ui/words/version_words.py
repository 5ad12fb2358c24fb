"""How a version is called."""

from app.models.record import FormRecord
from app.ui.workspace import Workspace


def has_versions(record: FormRecord) -> bool:
    """Whether one goes on from such a sheet in a new version."""
    return hasattr(record, "replaces_id")


def version_words(workspace: Workspace, record: FormRecord) -> str:
    """Its number and day, and which it replaces."""
    text, date = workspace.text, workspace.locale.date
    former = workspace.notebook.plans.find(getattr(record, "replaces_id", None))
    number, day = getattr(record, "version", 1), date(record.date)
    if former is None:
        return text("version {n} of {day}", n=number, day=day)
    return text(
        "version {n} of {day}, replaces version {former} of {before}",
        n=number, day=day, former=former.version, before=date(former.date),
    )  # fmt: skip
