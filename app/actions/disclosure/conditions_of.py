"""The conditions a service asks for before something leaves on a ground."""

from collections.abc import Collection

from app.errors import ConditionsOpen
from app.frameworks.library import Library
from app.models.framework import Condition
from app.storage.notebook import Notebook


def conditions_of(notebook: Notebook, *, library: Library, ground: str) -> list[Condition]:
    """Those of the notebook's own service, in their order; none where it asks for none."""
    asked = library.framework(notebook.framework).conditions
    return [one for one in asked if one.ground == ground]


def refuse_open_conditions(
    notebook: Notebook, *, library: Library, ground: str, met: Collection[str]
) -> None:
    """ConditionsOpen while one of them was not said to be met: they hold together or not at all."""
    if any(one.key not in met for one in conditions_of(notebook, library=library, ground=ground)):
        raise ConditionsOpen
