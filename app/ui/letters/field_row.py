"""A field under its words, in a column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.form_view.kinds.base import QuestionWidget
from app.ui.theme.theme import Theme
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label

_NARROWEST = 120
_SHORT = ("date", "time", "duration", "number", "money")


def field_row(theme: Theme, column: QVBoxLayout, words: str, field: QWidget) -> Label:
    """Add both; a reader hears the words at the field."""
    label = Label(theme, words, role="small_strong", ink="ink2", wrap=True)
    stops = field.fields() if isinstance(field, QuestionWidget) else [field]
    label.setBuddy(stops[0] if stops else field)
    if theme.large and isinstance(field, ComboField):  # what does not fit is read whole in the open list
        field.setMinimumWidth(theme.px(_NARROWEST))
    column.addWidget(label)
    # a day or an hour is no wider here than on any sheet
    short = isinstance(field, QuestionWidget) and field.question.kind in _SHORT
    column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if short else Qt.AlignmentFlag(0))
    column.addSpacing(theme.px(6))
    return label
