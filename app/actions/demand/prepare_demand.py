"""The paper with the figures of a school year: numbers only, no name and no note."""

from datetime import date

import msgspec

from app import paths
from app.actions.choose_logo import own_logo
from app.actions.demand.count_demand import count_demand
from app.actions.demand.look_at_demand import Demand
from app.actions.demand.tell_demand import tell_demand
from app.actions.sheets.gather_facts import gather_facts
from app.documents.subject import PaperSubject
from app.frameworks.decode import decode
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form
from app.storage.notebook import Notebook


def prepare_demand(
    notebook: Notebook, *, library: Library, demand: Demand, today: date, locale: Locale
) -> PaperSubject:
    """Everything the paper shows, in its language."""
    framework = library.framework(notebook.framework)
    limit = framework.contact_after_days
    said = tell_demand(
        count_demand(demand, limit=limit), library=library, schools=demand.schools, limit=limit, locale=locale
    )
    facts = gather_facts(
        notebook, library=library, student_id=None, case_id=None, partner_id=None,
        author_id=notebook.author_id, locale=locale, day=today,
    )  # fmt: skip
    tables = {
        key: [dict(zip(("what", "n"), row, strict=True)) for row in rows]
        for key, rows in said.items()
        if key != "topics"
    }
    topics = [dict(zip(("topic", "who", "n", "minutes"), row, strict=True)) for row in said["topics"]]
    if len(demand.schools) < 2:
        tables.pop("schools")
    return PaperSubject(
        form=decode(path=paths.resources() / "certificates" / "demand.toml", kind=Form),
        lists=library.lists_for(notebook.framework),
        framework=msgspec.structs.replace(framework, secrecy_mention={}),  # nothing secret is on it
        values={"year": demand.year.replace("-", "–"), **tables, "topics": topics},
        facts=facts,
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=today,
    )
