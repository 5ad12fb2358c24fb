"""From section to section of a sheet by keyboard, past what nobody will answer."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.form_view.form_view import FormView
from app.ui.form_view.section_view import SectionView

NEXT, BEFORE = "Alt+PgDown", "Alt+PgUp"


def add_section_keys(view: FormView) -> None:
    """The keys, while one types on that sheet."""
    for keys, step in ((NEXT, 1), (BEFORE, -1)):
        shortcut = QShortcut(QKeySequence(keys), view, partial(_walk, view, step))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def sections_with_questions(view: FormView) -> list[SectionView]:
    """Those in which something can be answered now."""
    return [
        section
        for section in view.sections
        if any(widget.isVisibleTo(view) and widget.tab_stops() for widget in section.widgets)
    ]


def _walk(view: FormView, step: int) -> None:
    """At either end it stays."""
    sections, here = sections_with_questions(view), view.window().focusWidget()
    at = next((n for n, one in enumerate(sections) if here and one.isAncestorOf(here)), -1)
    if 0 <= at + step < len(sections):
        view.focus_section(sections[at + step].key)
