"""The watch over dialogs that nobody answers."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.unanswered import nobody_waits


def test_an_unanswered_dialog_is_closed_and_fails_its_test(qapp: QApplication) -> None:
    """The run goes on, and the test that left the dialog standing is named."""
    with pytest.raises(pytest.fail.Exception, match="nobody answered QDialog"), nobody_waits(20):
        QDialog().exec()


def test_nothing_is_said_where_nothing_asks(qapp: QApplication) -> None:
    """A test without a dialog ends as it did."""
    with nobody_waits(1):
        QApplication.processEvents()
