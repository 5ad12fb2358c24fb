"""What would leave, looked up on the worker and summed up for the two lists."""

from collections.abc import Collection

import msgspec

from app.actions.packages.tell_travelling import tell_lines
from app.actions.sending.choose_outgoing import Outgoing, choose_outgoing
from app.actions.sending.tell_staying import tell_staying
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.told import Told
from app.storage.notebook import Notebook

_MOST = 80


class Preview(msgspec.Struct, frozen=True):
    """What would leave, and both sides of it in words."""

    outgoing: Outgoing
    leaves: list[Told]
    stays: list[Told]


def look_at_outgoing(
    notebook: Notebook,
    library: Library,
    locale: Locale,
    *,
    correspondent_id: str,
    case_ids: list[str],
    again: Collection[str],
    for_good: bool,
) -> Preview:
    """What of these cases would leave for this correspondent now."""
    outgoing = choose_outgoing(
        notebook, library=library, correspondent_id=correspondent_id, case_ids=case_ids, again=again,
        for_good=for_good,
    )  # fmt: skip
    return Preview(
        outgoing,
        tell_lines(notebook, library=library, lines=outgoing.lines, locale=locale),
        tell_staying(notebook, library=library, case_ids=case_ids, locale=locale, files=outgoing.staying),
    )


def summed_up(told: list[Told], locale: Locale) -> list[str]:
    """A line for each record; of very many the first ones and how many more."""
    said = [_line_of(one, locale) for one in told[:_MOST]]
    more = len(told) - _MOST
    return [*said, locale.plural("and {n} more", "and {n} more", more)] if more > 0 else said


def _line_of(told: Told, locale: Locale) -> str:
    labels = ", ".join(label for label, _ in told.fields)
    if not (told.title and labels):
        return told.title or labels
    return locale.text("{mark}: {text}", mark=told.title, text=labels)
