"""The plans of a student that none replaces, with what is late in them."""

from datetime import date

import msgspec

from app.actions.service_of import asked_by
from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.frameworks.steps import Step, open_steps
from app.models.plan import Plan
from app.storage.notebook import Notebook


class PlanLine(msgspec.Struct, kw_only=True, frozen=True):
    """A present plan; `late` are its steps whose day has passed, `next` the first one still ahead."""

    plan: Plan
    late: list[Step]
    next: Step | None

    def __repr__(self) -> str:
        """Name the plan, not its words."""
        return f"<PlanLine {self.plan.id[:8]}>"


def look_at_plans(
    notebook: Notebook, *, library: Library, student_ids: list[str], day: date
) -> list[PlanLine]:
    """Newest first; of a plan that is carried out or given up nothing is late."""
    return [_line(notebook, library, plan, day) for plan in reversed(notebook.plans.present(student_ids))]


def _line(notebook: Notebook, library: Library, plan: Plan, day: date) -> PlanLine:
    if plan.status != "current":
        return PlanLine(plan=plan, late=[], next=None)
    seen, service = asked_by(notebook, library=library, framework=plan.framework)
    form = seen.form_of(plan.form, service)
    values = read(form=form, record=plan, answers=notebook.plans.answers(plan.id))
    steps = open_steps(form=form, values=values, lists=seen.lists_for(service))
    ahead = [step for step in steps if step.due >= day]
    return PlanLine(plan=plan, late=[step for step in steps if step.due < day], next=next(iter(ahead), None))
