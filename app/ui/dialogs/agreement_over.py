"""What would leave rests on an agreement that is over: why, what left on it, and the ways on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.actions.agreements.look_at_lapses import AGREEMENT, Lapses, day_of
from app.actions.disclosure.name_disclosed import name_disclosed
from app.models.disclosure import Disclosure
from app.ui.widgets.banner import Banner
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.label import Label
from app.ui.words.agreement_words import by_whom, to_what, why_over
from app.ui.workspace import Workspace

_GROUNDS = "disclosure-grounds"
_MOST = 5
STAY, GO = "stay", "go"


class AgreementOver(Dialog):
    """`ground` is the other one that was chosen, "" until then. Not sending has the focus."""

    def __init__(self, workspace: Workspace, parent: QWidget, found: Sequence[Lapses]) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            theme,
            title=text("The agreement is over"),
            text=text("This would leave on the agreement of the person. It holds no longer:"),
            answers=[
                (STAY, text("Do not send"), "outlined"),
                (GO, text("Send on this other ground"), "primary"),
            ],
            width=640,
            parent=parent.window(),
        )
        self._workspace = workspace
        self.ground = ""
        self.body.addWidget(
            Banner(theme, [("hand-palm", words) for one in found for words in self._why(one)])
        )
        left = [line for one in found for line in one.left]
        if left:
            self.body.addWidget(
                Label(theme, text("What left on it already"), role="small_strong", ink="ink2")
            )
        for line in left[:_MOST]:
            self.body.addWidget(Label(theme, self._said(line), role="small", wrap=True))
        if len(left) > _MOST:
            rest = workspace.locale.plural("and {n} more", "and {n} more", len(left) - _MOST)
            self.body.addWidget(Label(theme, rest, role="small", ink="ink2"))
        if not left:
            words = text("Nothing left on it so far.")
            self.body.addWidget(Label(theme, words, role="small", ink="ink2", wrap=True))
        known, words_of = workspace.lists.get(_GROUNDS), workspace.locale.words
        others = [one for one in (known.items if known else []) if one.active and one.code != AGREEMENT]
        name = text("Another ground, which the ledger notes")
        self.grounds = ComboField(
            theme, choices=[(one.code, words_of(one.label)) for one in others], name=name,
            placeholder=text("Choose"),
        )  # fmt: skip
        label = Label(theme, name, role="small_strong", ink="ink2")
        label.setBuddy(self.grounds)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(label)
        self.body.addWidget(self.grounds)
        self.grounds.currentIndexChanged.connect(self._choose)
        self._choose()
        self.buttons[STAY].setFocus()

    def _choose(self) -> None:
        self.ground = self.grounds.chosen() or ""
        self.buttons[GO].setEnabled(bool(self.ground))

    def _why(self, one: Lapses) -> list[str]:
        workspace = self._workspace
        return [
            workspace.text(
                "{student}: {what}, given by {who} on {day}, {why}.",
                student=one.student.name, what=to_what(workspace, lapse.agreement),
                who=by_whom(workspace, lapse.agreement),
                day=workspace.locale.date(lapse.agreement.given_on), why=why_over(workspace, lapse),
            )
            for lapse in one.lapses
        ]  # fmt: skip

    def _said(self, line: Disclosure) -> str:
        workspace = self._workspace
        paper = name_disclosed(workspace.library, workspace.locale, line)
        return " · ".join(filter(None, (workspace.locale.date(day_of(line)), paper, line.recipient)))
