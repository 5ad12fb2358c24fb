"""Any form on a screen, question by question. It names none of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.errors import SheetIncomplete
from app.frameworks.asked import asked
from app.frameworks.validate import Problem
from app.i18n import Locale
from app.models.form import Form, Values
from app.models.value_list import ValueList
from app.ui.form_view.follow_focus import FollowFocus
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.kinds.fact import Fact
from app.ui.form_view.kinds.mention import Mention
from app.ui.form_view.kinds.partner import PartnerChoice
from app.ui.form_view.kinds.table import Table
from app.ui.form_view.make_widget import make_widget
from app.ui.form_view.parts.growing_text import GrowingText
from app.ui.form_view.parts.marked_area import MarkedArea
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.section_view import SectionView
from app.ui.form_view.sources import Sources
from app.ui.form_view.worked_out import WorkedOut
from app.ui.theme.theme import Theme
from app.ui.widgets.sheet_rows import GUTTER

MARGIN = 120  # left of the line, at 100 %: labels stand there
NUMBER_MARGIN = 44  # where only the numbers of the paper do
_LEAST_CONTENT = 640
_BETWEEN_SECTIONS = 10


class FormView(QWidget):
    """A wide row of a sheet made with `margin` and `narrow_below`, which tells it where the line is.

    Labels stand left of the margin line, or above their field on narrow sheets and on forms that go
    to somebody, which carry numbers there. `today` is asked for words such as "tomorrow".
    """

    changed = Signal()  # somebody typed or chose
    filled = Signal()  # the program put content in
    partner_wanted = Signal(str)  # a new entry of the directory is asked for, with what was typed
    section_entered = Signal(str)  # the key of the section where one types now

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        form: Form,
        lists: Mapping[str, ValueList],
        sources: Sources,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._theme, self._locale, self._form = theme, locale, form
        self._loading = False
        self._unseen: Values = {}  # values of questions that have no place on the screen
        self._facts: dict[str, str] = {}
        self._asker: PartnerChoice | None = None
        context = Context(theme=theme, locale=locale, lists=lists, sources=sources, today=today)
        self._widgets: dict[str, QuestionWidget] = {}
        for question in form.questions:
            widget = make_widget(context=context, question=question, parent=self)
            if widget is not None:
                self._widgets[question.key] = widget
        self._worked_out = WorkedOut(form, self._widgets)
        self._leaned_on = {ask.shown_if.question for ask in form.questions if ask.shown_if}
        self.sections = self._build_sections()
        self._focus = FollowFocus(self)
        self._focus.entered.connect(self._enter)
        for key, widget in self._widgets.items():
            self._listen(key, widget)
        self._line_x, self._narrow = theme.px(self.margin), False
        self._show_asked()
        self._set_tab_order()

    @property
    def margin(self) -> int:
        """The width left of the margin line at 100 %, for the sheet this stands in."""
        return NUMBER_MARGIN if self._form.addressed else MARGIN

    @property
    def narrow_below(self) -> int:
        """The width of the sheet at 100 % under which labels go above; 0 for never."""
        return 0 if self._form.addressed else MARGIN + _LEAST_CONTENT

    def set_margin(self, line: int, narrow: bool) -> None:
        """The margin line is at `line` pixels; `narrow` puts labels above their fields."""
        self._line_x, self._narrow = line, narrow
        self._arrange()

    def raw(self) -> dict[str, Any]:
        """What the widgets hold by question key, invalid input too, as a draft keeps it."""
        content: dict[str, Any] = {}
        for key, widget in self._widgets.items():
            raw = widget.raw()
            if raw is not None:
                content[key] = raw
            if widget.other():
                content[f"{key}:other"] = widget.other()
        return content

    def set_raw(self, content: Mapping[str, Any]) -> None:
        """Show a draft; what it does not hold is emptied."""
        with self._quietly():
            for key, widget in self._widgets.items():
                widget.set_raw(content.get(key))
                widget.set_other(str(content.get(f"{key}:other", "")))
        self._worked_out.show()

    def values(self) -> Values:
        """What the sheet says; SheetIncomplete names the first question that cannot be understood."""
        shown = {question.key for question in asked(form=self._form, values=self._understood())}
        values = dict(self._unseen)
        for key, widget in self._widgets.items():
            if key not in shown:
                continue
            try:
                value = widget.value()
            except NotUnderstood:
                raise SheetIncomplete(question=widget.label) from None
            if value is not None:
                values[key] = value
                if widget.other().strip():
                    values[f"{key}:other"] = widget.other().strip()
        return values

    def set_values(self, values: Values) -> None:
        """Show what a sheet says; values of questions that have no place on the screen are kept."""
        self._unseen = {
            key: value for key, value in values.items() if key.removesuffix(":other") not in self._widgets
        }
        with self._quietly():
            for key, widget in self._widgets.items():
                widget.set_value(values.get(key))
                widget.set_other(str(values.get(f"{key}:other", "")))
        self._worked_out.begin(values=values, unseen=self._unseen)

    def set_facts(self, facts: Mapping[str, str], *, start: bool = False) -> None:
        """Show the facts; with `start`, a new sheet, empty questions with a source begin with theirs."""
        self._facts = dict(facts)
        with self._quietly():
            for widget in self._widgets.values():
                widget.heed(facts)
                fact = facts.get(widget.question.source, "")
                if isinstance(widget, Fact):
                    if not isinstance(widget, Mention):
                        widget.show_fact(fact)
                elif start and fact and widget.raw() is None:
                    widget.prefill(fact)
        if self._worked_out.heed(facts):
            self.changed.emit()

    def cursor(self) -> dict[str, Any]:  # type: ignore[override]  # Qt means the mouse pointer
        """Where one types: the question's key, which of its fields, after how many letters."""
        for key, widget in self._widgets.items():
            at = widget.cursor()
            if at is not None:
                return {"question": key, **at}
        return {}

    def set_cursor(self, cursor: Mapping[str, Any]) -> None:
        """Put the cursor back where it was, or into the first field."""
        widget = self._widgets.get(str(cursor.get("question", "")))
        if widget is None or not widget.isVisibleTo(self):
            self.focus_first()
        else:
            widget.set_cursor(dict(cursor))

    def focus_first(self) -> None:
        """Put the cursor into the first question that can be answered."""
        for widget in self._widgets.values():
            if widget.isVisibleTo(self) and widget.tab_stops():
                widget.focus()
                return

    def focus_question(self, key: str) -> None:
        """Put the cursor into one question."""
        if key in self._widgets:
            self._widgets[key].focus()

    def focus_unclear(self) -> None:
        """Put the cursor where something cannot be understood, and say it there."""
        for section in self.sections:
            for key, box in section.boxes.items():
                if not box.isHidden() and not self._widgets[key].understood():
                    box.judge()
                    self._widgets[key].focus()
                    return

    def focus_section(self, key: str) -> None:
        """Put the cursor into the first question of a section."""
        for section in self.sections:
            if section.key == key:
                stops = [
                    widget for widget in section.widgets if widget.isVisibleTo(self) and widget.tab_stops()
                ]
                if stops:
                    stops[0].focus()
                self._focus.show_whole(section)

    def choose_partner(self, partner_id: str) -> None:
        """Take a directory entry where one was asked for, or in the first question that takes one."""
        takers = [widget for widget in self._widgets.values() if isinstance(widget, PartnerChoice)]
        taker = self._asker or next(iter(takers), None)
        if taker is not None:
            taker.choose(partner_id)

    def insert_time(self) -> None:
        """Write the time into the text where the cursor is."""
        place = self.focusWidget()
        if isinstance(place, GrowingText | MarkedArea):
            place.insert_time()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say under each question what is wrong with it; the words go when somebody types there."""
        reasons = {problem.question: self._locale.text(problem.reason) for problem in problems}
        for section in self.sections:
            for key, box in section.boxes.items():
                box.note(reasons.get(key, ""))

    def tables(self) -> list[Table]:
        """The questions that are answered in rows of columns."""
        return [widget for widget in self._widgets.values() if isinstance(widget, Table)]

    def answered_sections(self) -> set[str]:
        """The keys of the sections where anything was said."""
        return {
            section.key
            for section in self.sections
            if any(widget.raw() is not None for widget in section.widgets)
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right edge stays where it is when a scroll bar comes."""
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        edge = max(0, self._theme.px(GUTTER) - self._focus.bar_width())
        if margins.right() != edge:
            self._column.setContentsMargins(0, 0, edge, 0)

    def _build_sections(self) -> list[SectionView]:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, self._theme.px(GUTTER), 0)
        self._column.setSpacing(self._theme.px(_BETWEEN_SECTIONS))
        sections = [
            SectionView(self._theme, self._locale, form=self._form, section=section, widgets=self._widgets)
            for section in self._form.sections
            if any(question.key in self._widgets for question in section.questions)
        ]
        for section in sections:
            self._column.addWidget(section)
        self._column.addStretch(1)
        return sections

    def _listen(self, key: str, widget: QuestionWidget) -> None:
        widget.changed.connect(lambda: self._note(key))
        widget.fields_changed.connect(self._set_tab_order)
        if isinstance(widget, PartnerChoice):
            widget.wanted.connect(lambda typed: self._want_partner(widget, typed))
        for area in widget.findChildren(QPlainTextEdit) + widget.findChildren(QTextEdit):
            area.cursorPositionChanged.connect(self._focus.follow)

    def _note(self, key: str) -> None:
        if self._loading:
            return
        if key in self._leaned_on:
            self._show_asked()
        if key in self._worked_out.leaned_on:
            self._worked_out.show()
        self.changed.emit()

    def _want_partner(self, widget: PartnerChoice, typed: str) -> None:
        self._asker = widget
        self.partner_wanted.emit(typed)

    def _understood(self) -> Values:
        """The values of what can be understood, for conditions."""
        values = dict(self._unseen)
        for key in self._leaned_on & self._widgets.keys():
            widget = self._widgets[key]
            if widget.understood():
                values[key] = widget.value()
        return values

    def _show_asked(self) -> None:
        said = asked(form=self._form, values=self._understood(), facts=self._facts)
        shown = {question.key for question in said}
        for section in self.sections:
            section.show_only(shown)
        self._arrange()

    def _arrange(self) -> None:
        beside = not self._narrow and not self._form.addressed
        for section in self.sections:
            section.arrange(line_x=self._line_x, beside=beside)

    def _set_tab_order(self) -> None:
        if self._loading:
            return  # once, when everything is in
        stops = [field for widget in self._widgets.values() for field in widget.fields()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _enter(self, place: QWidget) -> None:
        for section in self.sections:
            if section.isAncestorOf(place):
                self.section_entered.emit(section.key)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """While the program puts content in, nobody has typed."""
        self._loading = True
        try:
            yield
        finally:
            self._loading = False
        self._show_asked()
        self._set_tab_order()
        self.filled.emit()
