"""A field on a ruled line whose words go on under each other; framed only while one types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.form_view.parts.growing_text import GrowingText
from app.ui.theme.theme import Theme


class WrappingField(GrowingText):
    """One paragraph that is never cut, spoken to like a short field; Enter is news and writes nothing."""

    textEdited = Signal(str)  # noqa: N815  # as a QLineEdit says it: by a person

    def __init__(self, theme: Theme, *, hint: str = "", parent: QWidget | None = None) -> None:
        self._writing = False
        super().__init__(theme, lines=1, one_paragraph=True, parent=parent)
        self.setProperty("skin", "line")
        self.document().setDocumentMargin(0)
        self.setPlaceholderText(hint)
        self.textChanged.connect(self._tell)

    def text(self) -> str:
        """The words."""
        return self.words()

    def setText(self, text: str) -> None:
        """Write the words; nobody typed them."""
        self._writing = True
        self.setPlainText(text)
        self._writing = False

    def _tell(self) -> None:
        if not self._writing:
            self.textEdited.emit(self.text())

    def _height(self) -> int:
        written = round(self.document().documentLayout().documentSize().height())
        return max(written, 1) * self.line_height() + 2 * (2 + self.theme.px(3)) + 1
