"""The field one searches in: a lens or a funnel before, a key after."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.text_field import TextField


class SearchField(TextField):
    """Its placeholder is its accessible name. Escape empties it."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        *,
        icon: str = "magnifying-glass",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        super().__init__(theme, placeholder=placeholder, name=placeholder, parent=parent)
        self.setTextMargins(theme.px(24), 0, 0, 0)
        if hint:
            self.setAccessibleDescription(hint)
            self.add_inside(KeyCap(theme, hint, edge="line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties; when empty it goes on to whoever closes things."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and its icon."""
        super().paintEvent(event)
        where = QRect(self.theme.px(9), 0, self.theme.px(20), self.height())
        self.theme.draw_icon(QPainter(self), self._icon, "ink2", where, 18)
