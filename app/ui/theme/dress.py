"""Put a look on the whole application."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ThemeName

FUSION: Final = "wears_fusion"  # a property of the application: asking Qt for its style takes 10 ms at start


def dress(app: QApplication, theme: Theme) -> None:
    """Fusion, our palette, our fonts, our style sheet. Fonts must be registered before."""
    if not app.property(FUSION):
        app.setStyle("Fusion")
        app.setProperty(FUSION, True)
    app.setPalette(theme.palette())
    app.setFont(theme.font("body"))
    app.setStyleSheet(theme.stylesheet())


def system_theme() -> ThemeName:
    """The look the computer asks for; light when it does not say."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
