"""Everything that stands over the window goes, without being asked what it thinks of it."""

from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def asked_something(window: QWidget) -> bool:
    """Whether some code waits for the answer of a question, a menu or an open list."""
    return QApplication.activePopupWidget() is not None or bool(_others(window))


def put_away(window: QWidget) -> None:
    """Close menus, open lists, questions and every other window than this one."""
    QDrag.cancel()
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if popup.isVisible():
            popup.hide()
    for other in _others(window):
        if isinstance(other, QDialog):
            other.done(int(QDialog.DialogCode.Rejected))  # whoever waits for its answer goes on
        else:
            other.hide()


def _others(window: QWidget) -> list[QWidget]:
    return [other for other in QApplication.topLevelWidgets() if other is not window and other.isVisible()]
