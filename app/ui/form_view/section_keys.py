"""Over a sheet by keyboard in larger steps than Tab: past the rest of a table, past the rest of a section."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.form_view.form_view import FormView
from app.ui.form_view.kinds.base import QuestionWidget
from app.ui.form_view.kinds.stacked import Stacked

NEXT, BEFORE = "Alt+PgDown", "Alt+PgUp"
Questions = list[QuestionWidget]


def add_section_keys(view: FormView) -> None:
    """The keys, while one types on that sheet."""
    for keys, step in ((NEXT, 1), (BEFORE, -1)):
        shortcut = QShortcut(QKeySequence(keys), view, partial(_walk, view, step))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def leads_to(view: FormView, here: QWidget | None, step: int) -> QuestionWidget | None:
    """The question such a key leads to; None at either end.

    Out of a table or a list of lines it is the question after it, of the same section if there is one.
    """
    sections = _answerable(view)
    at = next((n for n, some in enumerate(sections) if any(_holds(one, here) for one in some)), -1)
    if step > 0 and at >= 0:
        now = next(n for n, one in enumerate(sections[at]) if _holds(one, here))
        if isinstance(sections[at][now], Stacked) and now + 1 < len(sections[at]):
            return sections[at][now + 1]
    return sections[at + step][0] if 0 <= at + step < len(sections) else None


def _answerable(view: FormView) -> list[Questions]:
    """The questions that can be answered now, section by section."""
    found = [
        [widget for widget in section.widgets if widget.isVisibleTo(view) and widget.tab_stops()]
        for section in view.sections
    ]
    return [some for some in found if some]


def _holds(question: QuestionWidget, place: QWidget | None) -> bool:
    return place is not None and (question is place or question.isAncestorOf(place))


def _walk(view: FormView, step: int) -> None:
    question = leads_to(view, view.window().focusWidget(), step)
    if question is not None:
        question.focus()
