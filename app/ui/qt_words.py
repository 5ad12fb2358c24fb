"""Qt's own words (file dialogs, context menus) in the window's language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_CLOSEST = {"lb": "de"}  # Qt has no Luxembourgish


def install_qt_words(application: QCoreApplication, language: str) -> None:
    """Translate Qt itself and set how Qt writes dates and numbers; replaces the language before."""
    code = _CLOSEST.get(language, language)
    QLocale.setDefault(QLocale(code))
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        application.installTranslator(translator)
