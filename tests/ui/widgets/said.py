"""What assistive technology is told about a widget."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def name(widget: QWidget) -> str:
    """The name a reader speaks."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    """What kind of thing it is told to be."""
    return QAccessible.queryAccessibleInterface(widget).role()


def described(widget: QWidget) -> str:
    """What is added to the name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def row_name(view: QWidget, row: int) -> str:
    """The sentence spoken for a row of a list."""
    return QAccessible.queryAccessibleInterface(view).child(row).text(QAccessible.Text.Name)
