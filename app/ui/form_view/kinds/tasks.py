"""Decisions: each line becomes a task."""

from typing import Any

from app.models.record import new_id
from app.ui.form_view.kinds.stacked import Stacked
from app.ui.form_view.kinds.task_row import TaskRow
from app.ui.form_view.parts.row_stack import Row
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.reading import Reading, reading


class Tasks(Stacked):
    """Lines of {"id", "text", "who", "due", "done"}; `due` is an ISO date or ""."""

    def _make_row(self) -> Row:
        return TaskRow(self.context)

    def _read(self, raw: Any) -> Any:
        if not raw["text"].strip():
            raise NotUnderstood  # a name or a day alone is nothing to do
        return {**raw, "due": self._reading.read(raw["due"]) or ""}

    def _write(self, value: Any) -> Any:
        due = value.get("due")
        return {
            "id": value.get("id") or new_id(),
            "text": value.get("text", ""),
            "who": value.get("who") or "",
            "due": self._reading.show(due) if due else "",
            "done": bool(value.get("done")),
        }

    @property
    def _reading(self) -> Reading:
        return reading(kind="date", locale=self._locale, today=self.context.today, toward="future")
