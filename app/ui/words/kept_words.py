"""Until when a closed case is kept, in one sentence."""

from datetime import date

from app.actions.cases.look_at_kept import kept_until
from app.models.case import Case
from app.ui.workspace import Workspace


def kept_words(workspace: Workspace, case: Case, *, closed: date) -> str:
    """What the service proposes for a case closed that day; whoever is responsible for the data decides."""
    kept = kept_until(workspace.notebook, library=workspace.library, case=case, closed=closed)
    if kept.until is None:
        return workspace.text(
            "A protection file, kept after coming of age: without a day of birth nobody can say how long."
        )
    if kept.protected:
        return workspace.locale.plural(
            "A protection file: to be looked at again from {day}, {n} year after coming of age.",
            "A protection file: to be looked at again from {day}, {n} years after coming of age.",
            kept.years,
            day=workspace.locale.date(kept.until),
        )
    return workspace.locale.plural(
        "To be looked at again from {day}, {n} year after the last contact, if nothing else is decided.",
        "To be looked at again from {day}, {n} years after the last contact, if nothing else is decided.",
        kept.years,
        day=workspace.locale.date(kept.until),
    )
