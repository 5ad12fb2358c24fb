"""The list of a class for its meeting as a paper."""

from collections.abc import Sequence
from datetime import date

from app.documents.council_subject import CouncilSubject
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Words
from app.storage.notebook import Notebook


def prepare_council(
    notebook: Notebook,
    *,
    library: Library,
    title: Words,
    class_name: str,
    day: date,
    lines: Sequence[tuple[str, Sequence[str]]],
    locale: Locale,
) -> CouncilSubject:
    """`lines` are names and what was chosen to be said; who has nothing to say is not on it."""
    service = library.framework(notebook.framework)
    unit = notebook.units.own()
    return CouncilSubject(
        title=locale.words(title),
        about=locale.text("Class {name}, {day}", name=class_name, day=locale.date(day, "long"))
        if class_name
        else locale.date(day, "long"),
        unit=unit.name or locale.words(service.unit_name),
        mention=locale.words(service.secrecy_mention),
        lines=tuple((name, tuple(said)) for name, said in lines if said),
    )
