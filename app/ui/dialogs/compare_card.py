"""A card: its words, and whether they were compared, how and when."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.actions.cards.accept_card import accept_card
from app.actions.cards.compare_correspondent import compare_correspondent
from app.actions.cards.open_card import OpenedCard
from app.models.card import Card
from app.models.correspondent import Correspondent
from app.ui.transfer.fingerprint_words import FingerprintWords
from app.ui.widgets.banner import Banner
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

SAME, LATER, DIFFERENT = "same", "later", "different"


def compare_card(workspace: Workspace, parent: QWidget, opened: OpenedCard) -> None:
    """Ask about a card just opened; kept as compared, kept without comparing, or not kept."""
    dialog = CardComparison(workspace, parent, opened.card, changed=opened.verdict == "changed")
    answer = dialog.ask()
    if answer == SAME:
        workspace.act(accept_card, card=opened.card, compared_how=dialog.how, compared_at=dialog.day)
    elif answer == LATER:
        workspace.act(accept_card, card=opened.card)


def compare_known(workspace: Workspace, parent: QWidget, known: Correspondent) -> None:
    """Ask about a card kept earlier."""
    dialog = CardComparison(workspace, parent, known)
    if dialog.ask() == SAME and dialog.day is not None:
        workspace.act(
            compare_correspondent, correspondent_id=known.id, compared_how=dialog.how, compared_at=dialog.day
        )


class CardComparison(Dialog):
    """Nobody says "the same" without saying how they were compared: `how` and `day` say it."""

    def __init__(
        self, workspace: Workspace, parent: QWidget, card: Card | Correspondent, *, changed: bool = False
    ) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            theme,
            title=card.name,
            text=card.unit,
            answers=[
                (SAME, text("The words are the same"), "primary"),
                (LATER, text("Compare later"), "outlined"),
                (DIFFERENT, text("They differ"), "quiet"),
            ],
            width=640,
            parent=parent.window(),
        )
        self._workspace = workspace
        self._banner = Banner(theme)
        self.body.addWidget(self._banner)
        self._warning = (
            text("This is not the card you know. Nothing is exchanged until it is compared.")
            if changed
            else ""
        )
        if changed:
            self._say()
        self.body.addWidget(
            FingerprintWords(theme, workspace.locale.code, sign_key=card.sign_key, seal_key=card.seal_key)
        )
        advice = text(
            "Meet, or call a number you know already, and read these words to each other. On the other side"
            " they stand beside “You”."
        )
        self.body.addWidget(Label(theme, advice, ink="ink2", wrap=True))
        self._how = ComboField(
            theme,
            choices=[("face", text("Face to face")), ("phone", text("By telephone"))],
            name=text("How the words were compared"),
            placeholder=text("Choose"),
        )
        self._day = DateField(
            theme,
            calendar_name=text("Calendar"),
            name=text("When"),
            placeholder=text("day/month/year"),
            shown=workspace.locale.date,
            language=workspace.locale.code,
        )
        self._day.set_value(workspace.today)
        for words, field in ((text("How the words were compared"), self._how), (text("When"), self._day)):
            label = Label(theme, words, role="small_strong", ink="ink2")
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
        self.fit()

    @property
    def how(self) -> str:
        """How they were compared, "" when nobody said."""
        return self._how.chosen() or ""

    @property
    def day(self) -> date | None:
        """When they were compared."""
        return self._day.value()

    def _say(self, *more: str) -> None:
        """What was said at the beginning stays while something else is said."""
        said = [self._warning, *more] if self._warning else more
        self._banner.set_lines([("warning", sentence) for sentence in said])
        self._banner.show()

    def _take(self, key: str) -> None:
        if key == SAME and (not self.how or self.day is None):
            self._say(self._workspace.text("Say how and when the words were compared."))
            (self._how if not self.how else self._day).setFocus()
            self.fit()
            return
        super()._take(key)
