"""Qt's own words (file dialogs, context menus) in the window's language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_CLOSEST = {"lb": "de"}  # Qt has no Luxembourgish


class QtWords:
    """Translates Qt itself and sets how Qt writes dates and numbers."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: QTranslator | None = None

    def speak(self, language: str) -> None:
        """From now on this language, instead of the one before."""
        code = _CLOSEST.get(language, language)
        QLocale.setDefault(QLocale(code))
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed.deleteLater()
        self._installed = None
        translator = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{code}", folder):
            self._application.installTranslator(translator)
            self._installed = translator
