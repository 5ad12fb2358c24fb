"""What two people read to each other before they trust a card."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.exchange.card_file import card_fingerprint
from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label

_GAP = "\u2003"  # wide, so that no two words read as one


class FingerprintWords(QWidget):
    """Eight words, and the same in eight groups of digits for whoever has another language."""

    def __init__(
        self, theme: Theme, language: str, *, sign_key: str, seal_key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        from app.security.fingerprint import fingerprint_digits, fingerprint_words  # word lists, when needed

        digest = card_fingerprint(sign_key=sign_key, seal_key=seal_key)
        self.words = fingerprint_words(digest, language)
        self.digits = fingerprint_digits(digest)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(Label(theme, _GAP.join(self.words), role="heading", ink="accent", wrap=True))
        column.addWidget(Label(theme, _GAP.join(self.digits), role="small", ink="ink2", wrap=True))
