"""What dialogs about the things around a student share: days, choices, the bin, revisions."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.actions.bin_record import bin_record, restore_record
from app.models.kinds import NAMES
from app.models.record import Record
from app.ui.dialogs.edit_dialog import REVISIONS, EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.button import Kind
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.words.around_words import around_words
from app.ui.workspace import Workspace

_BIN = "bin"


class AroundEditor(EditDialog):
    """Subclasses build their fields, then call `settle`."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget,
        record: Record,
        *,
        is_new: bool,
        title: str,
        text: str = "",
        also: Sequence[tuple[str, str, Kind]] = (),
    ) -> None:
        more: list[tuple[str, str, Kind]] = [
            (_BIN, workspace.text("Put in the bin"), "quiet"),
            (REVISIONS, workspace.text("Revisions"), "quiet"),
        ]
        super().__init__(workspace, parent, title=title, text=text, more=[*also, *([] if is_new else more)])
        self.record: Any = record
        self._is_new = is_new

    def about(self) -> dict[str, Any]:
        """The record as it was, and whether it is new."""
        return {"record": self.record, "is_new": self._is_new}

    def add_two(
        self, first: tuple[str, QWidget], second: tuple[str, QWidget], *, note: QWidget | None = None
    ) -> None:
        """Two fields side by side; one under the other in large text, where long choices need the width."""
        if self.workspace.theme.large:
            self.add_pair(first, note=note)
            self.add_pair(second)
        else:
            self.add_pair(first, second, note=note)

    def day_field(self, day: date | None) -> DateField:
        """A field for a day, which may stay empty."""
        workspace = self.workspace
        field = DateField(
            workspace.theme, calendar_name=workspace.text("Calendar"),
            placeholder=workspace.text("day/month/year"), shown=workspace.locale.date,
            language=workspace.locale.code,
        )  # fmt: skip
        field.set_value(day)
        return field

    def combo(self, list_key: str, code: str, *, none: str = "") -> ComboField:
        """The values of a list of this service; first that nothing is known."""
        words, known = self.workspace.locale.words, self.workspace.lists.get(list_key)
        items = [(item.code, words(item.label)) for item in (known.items if known else [])
                 if item.active or item.code == code]  # fmt: skip
        field = ComboField(
            self.workspace.theme, choices=[("", none or self.workspace.text("not known")), *items]
        )
        field.choose(code)
        return field

    def code(self, field: ComboField, before: str) -> str:
        """What is chosen; a code that this service does not offer stays what it was."""
        chosen = field.chosen()
        return before if chosen is None else chosen

    def missing_day(self, field: DateField) -> tuple[str, QWidget] | None:
        """A day that has to be said."""
        return None if field.value() else (self.workspace.text("A day is needed here."), field)

    def still_to_come(self, field: DateField) -> tuple[str, QWidget] | None:
        """What is noted has happened."""
        day = field.value()
        if day and day > self.workspace.today:
            return self.workspace.text("This day lies ahead."), field
        return None

    def unclear_day(self, *fields: DateField) -> tuple[str, QWidget] | None:
        """The first of these days that cannot be understood."""
        for field in fields:
            if not field.is_valid():
                return self.workspace.text("This day cannot be understood: day, month, year."), field
        return None

    def wrong_order(self, first: DateField, last: DateField) -> tuple[str, QWidget] | None:
        """It would end before it began."""
        begins, ends = first.value(), last.value()
        if begins and ends and ends < begins:
            return self.workspace.text("It cannot end before it began."), last
        return None


def ask_around(
    editor: AroundEditor,
    *,
    fields: Fields = (),
    put_away: Callable[[], bool] | None = None,
    take_back: Callable[[], bool] | None = None,
) -> str:
    """Ask, with what had been written in it; putting into the bin can be undone. What was answered.

    The functions are for what takes more than the record itself.
    """
    workspace, record = editor.workspace, editor.record
    kind = NAMES[type(record)]
    editor.write_again(fields)
    answer = editor.ask()
    if answer == REVISIONS:
        workspace.go("revisions", kind=kind, record_id=record.id)
    if answer != _BIN:
        return answer
    where = {"library": workspace.library, "kind": kind, "record_id": record.id}
    if put_away() if put_away else workspace.act(bin_record, **where):
        words = around_words(workspace, kind, record)
        workspace.offer_undo(
            workspace.text("Put in the bin: {name}", name=words),
            take_back or (lambda: workspace.act(restore_record, **where)),
        )
    return answer
