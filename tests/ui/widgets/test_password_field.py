"""Where the passphrase is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.password_field import PasswordField
from tests.ui.widgets import said


def _field(qtbot: QtBot, theme: Theme) -> PasswordField:
    field = PasswordField(
        theme,
        name="Phrase de passe",
        show_name="Montrer la phrase",
        hide_name="Cacher la phrase",
        caps_hint="Verrouillage des majuscules activé",
    )
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    return field


def test_the_eye_shows_and_hides(qtbot: QtBot, theme: Theme) -> None:
    """Letters are hidden until the eye is pressed, and its name says what it will do."""
    field = _field(qtbot, theme)
    eye = field.findChild(IconButton)
    assert field.field.echoMode() == QLineEdit.EchoMode.Password
    assert said.name(eye) == "Montrer la phrase"
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.field.echoMode() == QLineEdit.EchoMode.Normal
    assert said.name(eye) == "Cacher la phrase"
    field.clear()
    assert field.field.echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_told_before_the_error(qtbot: QtBot, theme: Theme) -> None:
    """A capital without Shift shows the hint; a small letter takes it away."""
    field = _field(qtbot, theme)
    qtbot.keyClick(field.field, "A")  # pytest-qt adds no Shift for a capital
    assert field._caps.isVisible()
    qtbot.keyClick(field.field, "a")
    assert not field._caps.isVisible()
    qtbot.keyClick(field.field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field._caps.isVisible()


def test_the_phrase_is_read_as_the_fields_name_only(qtbot: QtBot, theme: Theme) -> None:
    """A reader hears the label and never the letters."""
    field = _field(qtbot, theme)
    qtbot.keyClicks(field.field, "secret")
    interface = said.QAccessible.queryAccessibleInterface(field.field)
    assert said.name(field.field) == "Phrase de passe"
    assert "secret" not in interface.text(said.QAccessible.Text.Value)
