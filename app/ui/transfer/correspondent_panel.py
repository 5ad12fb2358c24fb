"""Somebody whose card is kept: who, how the card was compared, its words, what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from app.actions.proposals.own_unit import is_own_unit
from app.models.correspondent import Correspondent
from app.ui.theme.tokens import Token
from app.ui.transfer.fingerprint_words import FingerprintWords
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.paper_panel import PaperPanel
from app.ui.workspace import Workspace

_ICONS: dict[str, tuple[str, Token]] = {
    "compared": ("shield-check-fill", "accent"),
    "unknown": ("shield-check", "ink2"),
    "changed": ("warning", "warn"),
    "retired": ("shield-check", "ink2"),
}


class CorrespondentPanel(PaperPanel):
    """`compare_wanted`, `retire_wanted`, `packet_wanted` and so on come from its buttons."""

    packet_wanted = Signal()
    compare_wanted = Signal()
    retire_wanted = Signal()
    propose_wanted = Signal()
    unit_wanted = Signal()

    def __init__(
        self, workspace: Workspace, correspondent: Correspondent, *, with_actions: bool = True
    ) -> None:
        theme, text = workspace.theme, workspace.text
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(correspondent.name)
        icon, ink = _ICONS[correspondent.state]
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Icon(theme, icon, ink, size=24), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        who = FlowRow(
            theme,
            Label(theme, correspondent.name, role="strong"),
            Label(theme, correspondent.unit, ink="ink2"),
            spacing=8,
        )
        column.addWidget(who)
        said: Token = "warn" if correspondent.state == "changed" else "ink2"
        column.addWidget(
            Label(theme, state_sentence(workspace, correspondent), role="small", ink=said, wrap=True)
        )
        column.addWidget(
            FingerprintWords(
                theme,
                workspace.locale.code,
                sign_key=correspondent.sign_key,
                seal_key=correspondent.seal_key,
            )
        )
        is_unit = is_own_unit(workspace.notebook, correspondent)
        if is_unit:
            said_unit = text("Your unit: what it proposes you accept or decline.")
            column.addWidget(Label(theme, said_unit, role="small", ink="ink2", wrap=True))
        if not with_actions:
            return
        actions = FlowRow(theme, spacing=12)
        if correspondent.state == "compared":
            packet = Button(theme, text("Prepare a package"), kind="primary", icon="envelope-simple")
            packet.clicked.connect(self.packet_wanted)
            actions.add(packet)
            if workspace.notebook.role == "unit" and correspondent.role != "unit":
                propose = Button(theme, text("Propose…"))
                propose.clicked.connect(self.propose_wanted)
                actions.add(propose)
            if correspondent.role == "unit" and not is_unit:
                unit = Button(theme, text("This is my unit"))
                unit.clicked.connect(self.unit_wanted)
                actions.add(unit)
        if correspondent.state == "unknown":
            compare = Button(theme, text("Compare now…"))
            compare.clicked.connect(self.compare_wanted)
            actions.add(compare)
        if correspondent.state != "retired":
            retire = Button(theme, text("No longer exchange"), kind="quiet")
            retire.clicked.connect(self.retire_wanted)
            actions.add(retire)
        column.addWidget(actions)


def state_sentence(workspace: Workspace, correspondent: Correspondent) -> str:
    """How far this card can be trusted, in words."""
    text = workspace.text
    if correspondent.state == "unknown":
        return text("Not compared yet: nothing can be sent to them.")
    if correspondent.state == "changed":
        return text("Another card came under this name. Nothing is exchanged until you compare it.")
    if correspondent.state == "retired":
        return text("No longer used. Open their card again to exchange once more.")
    day = workspace.locale.date(correspondent.compared_at) if correspondent.compared_at else ""
    said = {
        "face": text("Compared face to face on {day}, the same eight words on both sides:", day=day),
        "phone": text("Compared by telephone on {day}, the same eight words on both sides:", day=day),
    }
    return said.get(
        correspondent.compared_how, text("Compared on {day}, the same eight words on both sides:", day=day)
    )
