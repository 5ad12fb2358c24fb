"""The rules of a service on a sheet: its law, who may receive what, how long things are kept, ages."""

from collections.abc import Iterable

from app.models.framework import Framework
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

CIRCLES = "share-circles"


def add_service_rows(workspace: Workspace, sheet: Sheet, service: Framework, *, named: bool) -> None:
    """A row a rule; `named` puts the service's name above them."""
    text, words = workspace.text, workspace.locale.words

    def pair(what: str, rule: str) -> str:
        return text("{mark}: {text}", mark=what, text=rule)

    def add(label: str, lines: Iterable[str]) -> None:
        said = "\n".join(line for line in lines if line)
        if said:
            sheet.add_row(label, Label(workspace.theme, said, wrap=True), gap=20 if label else 8)

    if named:
        sheet.add_row("", Label(workspace.theme, words(service.name), role="strong"), gap=28)
    add(text("Law"), map(words, service.legal_refs))
    add("", map(words, (service.secrecy_mention, service.sharing_mention)))
    add(
        text("Who may receive what"),
        (pair(workspace.label(CIRCLES, one.who), words(one.may)) for one in service.circles),
    )
    reports = (workspace.library.reports.get(key) for key in service.reports)
    add(text("Counted for"), (words(one.title) for one in reports if one is not None))
    add(text("How long it is kept"), (pair(words(one.what), words(one.long)) for one in service.keeping))
    add(
        text("Ages"),
        (
            pair(workspace.locale.plural("{n} year", "{n} years", one.age), words(one.means))
            for one in service.age_rules
        ),
    )
