"""What changed in a plan since an earlier version."""

import msgspec

from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.frameworks.compare import Difference, compare
from app.frameworks.library import Library
from app.models.plan import Plan
from app.storage.notebook import Notebook


class Comparison(msgspec.Struct, kw_only=True, frozen=True):
    """Two versions and their differences; `earlier` are all there are to compare with, newest first."""

    before: Sheet
    after: Sheet
    earlier: list[Plan]
    differences: list[Difference]


def compare_versions(
    notebook: Notebook, *, library: Library, record_id: str, with_id: str = ""
) -> Comparison | None:
    """This version beside the one before it, or beside `with_id`; None when no earlier one is here."""
    after = open_sheet(notebook, library=library, kind="plan", record_id=record_id)
    earlier = notebook.plans.earlier(after.record)
    chosen = next((plan for plan in earlier if plan.id == with_id), next(iter(earlier), None))
    if chosen is None:
        return None
    before = open_sheet(notebook, library=library, kind="plan", record_id=chosen.id)
    return Comparison(
        before=before,
        after=after,
        earlier=earlier,
        differences=compare(form=after.form, before=before.values, after=after.values),
    )
