"""Keeps the computed questions of a sheet at what the others say."""

from collections.abc import Mapping

from app.frameworks.computed import computed_questions, parts, with_computed
from app.frameworks.facts import DAYS
from app.models.form import Form, Values
from app.ui.form_view.kinds.base import QuestionWidget


class WorkedOut:
    """An opened sheet shows what was worked out when it was written, until something it leans on changes."""

    def __init__(self, form: Form, widgets: Mapping[str, QuestionWidget]) -> None:
        self._form, self._widgets = form, widgets
        self._sums = [question.key for question in computed_questions(form)]
        self._conditions = {ask.shown_if.question for ask in form.questions if ask.shown_if}
        self.leaned_on = parts(form) | self._conditions if self._sums else set()
        self._days: dict[str, str] | None = None
        self._former: Values = {}
        self._unseen: Values = {}

    def begin(self, *, values: Values, unseen: Values) -> None:
        """The sheet as it was written; `unseen` are the values that have no place on the screen."""
        self._former, self._unseen = dict(values), dict(unseen)

    def heed(self, facts: Mapping[str, str]) -> bool:
        """Follow the days the notebook knows; whether another value came out than before."""
        days = {name: day for name, day in facts.items() if name in DAYS}
        before, self._days = self._days, days
        return before not in (None, days) and self.show()

    def show(self) -> bool:
        """Work everything out anew and show it; whether any value is another one."""
        values, unclear = dict(self._unseen), set()
        for key in self.leaned_on & self._widgets.keys():
            if self._widgets[key].understood():
                values[key] = self._widgets[key].value()
            else:
                unclear.add(key)
        out = with_computed(
            form=self._form, values=values, days=self._days or {}, former=self._former, unclear=unclear
        )
        another = False
        for key in self._sums:
            widget = self._widgets.get(key)
            if widget is not None and widget.value() != out.get(key):
                widget.set_value(out.get(key))
                another = True
        return another
