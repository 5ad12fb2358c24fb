"""Qt's own words (file dialogs, context menus) in the window's language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_CLOSEST = {"lb": "de"}  # Qt has no Luxembourgish


_MOVED = {"QAbstractFileIconProvider": "QFileDialog"}  # the kinds of files in a list


class _WithoutKeys(QTranslator):
    """Finds words whose catalogue is older than they are.

    "&Look in:" stands under "Look in:", before it had an access key; others under the place they came from.
    """

    def __init__(self, words: QTranslator) -> None:
        super().__init__(words)
        self._words = words

    def isEmpty(self) -> bool:
        """Never: it speaks through the other."""
        return False

    def translate(  # None is how Qt says "I do not know"; "" would be no words at all
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words without their access key or at their former place; None where known or nowhere."""
        if context in _MOVED:
            return self._words.translate(_MOVED[context], source, disambiguation) or None
        bare = source.replace("&", "")
        return (self._words.translate(context, bare) or None) if bare != source else None


class QtWords:
    """Translates Qt itself and sets how Qt writes dates and numbers."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """From now on this language, instead of the one before."""
        code = _CLOSEST.get(language, language)
        QLocale.setDefault(QLocale(code))
        for former in self._installed:
            self._application.removeTranslator(former)
            former.deleteLater()
        self._installed = []
        translator = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{code}", folder):
            # the one installed last is asked first
            self._installed = [_WithoutKeys(translator), translator]
            for words in self._installed:
                self._application.installTranslator(words)
