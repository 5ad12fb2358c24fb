"""Below the day somebody asked: by when they have an answer, and a press that puts it on Today."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.papers.remind_of_access import access_reminder, answer_by, remind_of_access
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class AccessReminder(QWidget):
    """Says whether it stands on Today; another day asked for moves it."""

    def __init__(self, workspace: Workspace, case_id: str) -> None:
        super().__init__()
        self._workspace, self._case_id = workspace, case_id
        self._due: date | None = None
        theme = workspace.theme
        self.said = Label(theme, role="small", ink="ink2", wrap=True)
        self.remind = Button(theme, workspace.text("Remind me on Today"), kind="outlined", small=True)
        self.remind.clicked.connect(self._remind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.said)
        column.addWidget(self.remind)

    def show_asked(self, asked_on: date | None) -> None:
        """The day counts from this one; nothing is said while it is not known."""
        workspace = self._workspace
        service = workspace.library.framework(workspace.notebook.framework)
        self._due = answer_by(asked_on, months=service.access_within_months) if asked_on else None
        self.setVisible(self._due is not None)
        if self._due is None:
            return
        known = access_reminder(workspace.notebook, case_id=self._case_id)
        on_today = known is not None and known.due == self._due
        day = workspace.locale.date(self._due, "long")
        words = workspace.text("On Today: to be answered by {day}.", day=day)
        self.said.setText(words if on_today else workspace.text("To be answered by {day}.", day=day))
        self.remind.setVisible(not on_today)

    def _remind(self) -> None:
        workspace = self._workspace
        if self._due is not None and workspace.act(
            remind_of_access, case=workspace.notebook.cases.get(self._case_id), due=self._due,
            text=workspace.text("Hand over the record that was asked for"),
        ):  # fmt: skip
            self.said.setText(
                workspace.text(
                    "On Today: to be answered by {day}.", day=workspace.locale.date(self._due, "long")
                )
            )
            self.remind.hide()
