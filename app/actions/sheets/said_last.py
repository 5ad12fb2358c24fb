"""What a service says alike on many sheets: said once, the next sheet begins with it."""

from app.models.form import Form, Values
from app.storage.notebook import Notebook

_KEPT = ("unit.controller", "unit.dpo")  # facts no record of the notebook holds
_KEY = "said_last"  # a preference, encrypted like everything in the notebook


def said_last(notebook: Notebook) -> dict[str, str]:
    """The facts that are known only because a sheet said them."""
    return {key: str(said) for key, said in (notebook.preferences.get(_KEY) or {}).items() if key in _KEPT}


def keep_said(notebook: Notebook, *, form: Form, values: Values) -> None:
    """Remember what this sheet says of them, inside the change that writes it."""
    asked = {ask.source: values.get(ask.key) for ask in form.questions if ask.source in _KEPT}
    said = {source: str(value) for source, value in asked.items() if value}
    before = said_last(notebook) if said else {}
    if said and before | said != before:
        notebook.preferences.set(_KEY, before | said)
