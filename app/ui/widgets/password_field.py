"""Where a passphrase is typed: an eye shows it, Caps Lock is told before the error."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon import Icon
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.text_field import TextField


class PasswordField(QWidget):
    """A hidden line, an eye, and under it a hint while Caps Lock seems on.

    `field` is the line itself (for `setBuddy`, `text`, `returnPressed`, `textChanged`).
    """

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        show_name: str,
        hide_name: str,
        caps_hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._show_name, self._hide_name = show_name, hide_name
        self.field = TextField(theme, name=name)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._eye = IconButton(theme, "eye", show_name, size=20, side=30)
        self._eye.clicked.connect(self._turn)
        self.field.add_inside(self._eye)
        self._caps = QWidget()
        line = QHBoxLayout(self._caps)
        line.setContentsMargins(0, theme.px(8), 0, 0)
        line.setSpacing(theme.px(6))
        line.addWidget(Icon(theme, "arrow-fat-line-up", "warn", size=16))
        line.addWidget(Label(theme, caps_hint, role="small_strong", ink="warn", wrap=True), 1)
        self._caps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._caps)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed, and hide again what will be."""
        self.field.clear()
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Show or hide the letters."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self._eye.set_icon("eye-slash" if shown else "eye", self._hide_name if shown else self._show_name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter in the case Shift did not ask for means Caps Lock; Qt tells nothing better everywhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text()
            if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(letter.isupper() != shift)
            elif event.key() == Qt.Key.Key_CapsLock:
                self._caps.setVisible(False)
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        self.set_shown(self.field.echoMode() == QLineEdit.EchoMode.Password)
        self.field.setFocus()
