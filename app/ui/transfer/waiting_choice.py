"""After how many days without a receipt a package is on Today."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.actions.receipts.choose_waiting_days import choose_waiting_days
from app.actions.receipts.late_packages import waiting_days
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_OFFERED = (3, 5, 7, 10, 14, 21, 30)


class WaitingChoice(QWidget):
    """Counts at once, for the packages that wait already too."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme, locale, now = workspace.theme, workspace.locale, waiting_days(workspace.notebook)
        days = sorted({*_OFFERED, now})
        words = locale.text("On Today without a receipt after")
        self.field = ComboField(
            theme, choices=[(str(n), locale.plural("{n} day", "{n} days", n)) for n in days], name=words
        )
        self.field.choose(str(now))
        self.field.currentIndexChanged.connect(lambda _: self._choose())
        label = Label(theme, words, role="small", ink="ink2", wrap=True)
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(label, 1)
        row.addWidget(self.field)

    def _choose(self) -> None:
        if chosen := self.field.chosen():
            self._workspace.act(choose_waiting_days, days=int(chosen))
