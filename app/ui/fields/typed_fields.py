"""What stands in the fields of a question, to be put back into the same question later."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.fields.codes_field import CodesField
from app.ui.fields.languages_field import LanguagesField
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_area import TextArea

Fields = Sequence[Any]
_CODES = (CodesField, LanguagesField)
_OWN_PARTS = (*_CODES, QComboBox)  # what these are made of is not looked at


def typed_in(question: QWidget) -> list[Any]:
    """What every field holds, in their order; never what is typed hidden, which is a passphrase."""
    return [_held(field) for field in _fields(question)]


def type_again(question: QWidget, fields: Fields) -> None:
    """Put it back; nothing happens where the question has other fields by now."""
    places = list(_fields(question))
    if len(places) == len(fields):
        for place, held in zip(places, fields, strict=True):
            _put(place, held)


def _fields(question: QWidget) -> Iterator[QWidget]:
    for widget in question.findChildren(QWidget):
        if not _is_field(widget) or _inside(widget, question):
            continue
        yield widget


def _is_field(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.echoMode() == QLineEdit.EchoMode.Normal
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable()
    return isinstance(widget, (*_CODES, ComboField, QPlainTextEdit, QTextEdit))


def _inside(widget: QWidget, question: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not question:
        if isinstance(above, _OWN_PARTS):
            return True
        above = above.parentWidget()
    return False


def _held(field: QWidget) -> Any:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, _CODES):
        return field.codes()
    if isinstance(field, ComboField):
        return field.chosen()
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    if isinstance(field, TextArea):
        return field.words()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    return field.toPlainText()


def _put(field: QWidget, held: Any) -> None:
    if isinstance(field, QLineEdit):
        field.setText(str(held))
    elif isinstance(field, _CODES):
        field.set_codes(held)
    elif isinstance(field, ComboField):
        field.choose(held)
    elif isinstance(field, QAbstractButton):
        field.setChecked(bool(held))
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText(str(held))
