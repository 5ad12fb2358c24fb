"""A row of chips or buttons that wraps when there is no room."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.flow_layout import FlowLayout


class FlowRow(QWidget):
    """Widgets side by side, `spacing` apart at 100 %, on as many lines as they need."""

    def __init__(
        self, theme: Theme, *widgets: QWidget, spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(spacing=theme.px(spacing), parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget, index: int = -1) -> None:
        """Put a widget at the end, or before the one at `index`."""
        if index < 0:
            self._flow.addWidget(widget)
        else:
            self._flow.insert_widget(index, widget)

    def remove(self, widget: QWidget) -> None:
        """Take a widget out and let it go."""
        self._flow.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def clear(self) -> None:
        """Take all widgets out."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def first_line(self) -> int:
        """The height of the first line, for the label beside it."""
        item = self._flow.itemAt(0)
        return item.sizeHint().height() if item is not None else 0
