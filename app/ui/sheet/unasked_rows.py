"""Answers to another version of a form, below the sheet: read, kept, never typed on."""

from PySide6.QtCore import Qt

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.frameworks.unasked_words import labelled, plainly
from app.i18n import N_
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_NEWER = N_("From a newer form: these answers are kept as they came. A newer Carnet asks them.")
_EARLIER = N_("From an earlier form: these answers are kept as they were and asked no more.")


def add_unasked_rows(workspace: Workspace, paper: Sheet, sheet: OpenSheet) -> None:
    """Where they come from, then each under the name of its question; nothing where there are none."""
    told = labelled(told=plainly(sheet.unasked), form=sheet.form, locale=workspace.locale)
    if not told:
        return
    sentence = workspace.text(_NEWER if sheet.is_newer else _EARLIER)
    paper.add_row("", Banner(workspace.theme, [("info", sentence)], tone="calm"), gap=24)
    for label, said in told.items():
        words = Label(workspace.theme, said, wrap=True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName(f"{label}: {said}")
        if sheet.form.addressed:  # its margin holds numbers only
            paper.add_row("", Labelled(workspace.theme, label, words), gap=8)
        else:
            paper.add_row(label, words, gap=8)
