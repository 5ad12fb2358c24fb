"""What a paper is made of."""

from datetime import date

import msgspec

from app.models.form import Form, Values
from app.models.framework import Framework
from app.models.logo import Logo
from app.models.value_list import ValueList


class PaperSubject(msgspec.Struct, kw_only=True, frozen=True):
    """Everything one paper shows, already loaded.

    `values` None makes the blank twin, to be written on by hand. `facts` are in the paper's
    language, their lines separated by newlines. `reference` is what every page shows instead of
    the name, `code` what a slip that is sent back is found by. `logo` is the unit's own. `leave_out`
    names the questions that stay in the notebook this time.
    """

    form: Form
    lists: dict[str, ValueList]
    framework: Framework
    values: Values | None = None
    facts: dict[str, str] = {}
    reference: str = ""
    code: str = ""
    place: str = ""
    day: date | None = None
    leave_out: frozenset[str] = frozenset()
    logo: Logo | None = None

    @property
    def blank(self) -> bool:
        """Whether this is paper to be written on."""
        return self.values is None

    def __repr__(self) -> str:
        """Name the form, not what is written on it."""
        return f"<PaperSubject {self.form.key}>"

    __str__ = __repr__

    def __rich_repr__(self):  # type: ignore[no-untyped-def]  # msgspec's own shows every field
        yield self.form.key
