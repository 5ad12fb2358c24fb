"""One's own card: name, words, and the file or the paper to give to others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.models.card import Card
from app.ui.transfer.fingerprint_words import FingerprintWords
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.paper_panel import PaperPanel
from app.ui.workspace import Workspace


class OwnPanel(PaperPanel):
    """The words others read when they open this card."""

    write_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, workspace: Workspace, card: Card) -> None:
        theme, text = workspace.theme, workspace.text
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text("Your card"))
        self.body.setSpacing(theme.px(4))
        self.body.addWidget(
            FlowRow(
                theme,
                Label(theme, card.name, role="strong"),
                Label(theme, card.unit, ink="ink2"),
                spacing=8,
            )
        )
        self.body.addWidget(
            Label(
                theme,
                text("Whoever opens your card sees the same eight words:"),
                role="small",
                ink="ink2",
                wrap=True,
            )
        )
        self.body.addWidget(
            FingerprintWords(theme, workspace.locale.code, sign_key=card.sign_key, seal_key=card.seal_key)
        )
        write = Button(theme, text("Write my card to a file…"))
        write.clicked.connect(self.write_wanted)
        self.body.addSpacing(theme.px(4))
        paper = Button(theme, text("My card on paper…"))
        paper.clicked.connect(self.paper_wanted)
        self.body.addWidget(FlowRow(theme, write, paper, spacing=12))
