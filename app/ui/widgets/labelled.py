"""A field under its label."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label


class Labelled(QWidget):
    """The label names the field for readers; `help` stands small under it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        content: QWidget,
        *,
        help: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        label = Label(theme, text, role="small_strong", ink="ink2")
        if content.focusPolicy() != Qt.FocusPolicy.NoFocus or content.focusProxy() is not None:
            label.setBuddy(content)
        else:
            content.setAccessibleName(text)
        column.addWidget(label)
        column.addWidget(content)
        if help:
            content.setAccessibleDescription(help)
            column.addWidget(Label(theme, help, role="small", ink="ink2", wrap=True))
