"""One's own other computer: whether there is one, and when the two were last in step."""

from PySide6.QtCore import Signal

from app.actions.other_computer.other_computer import moment_of, other_computer
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.paper_panel import PaperPanel
from app.ui.workspace import Workspace


class OtherComputerPanel(PaperPanel):
    """A few words and one button; everything else is on its page."""

    wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        theme, text = workspace.theme, workspace.text
        super().__init__(theme)
        self.setAccessibleName(text("My other computer"))
        self.body.setSpacing(theme.px(4))
        there_is = other_computer(workspace.notebook) is not None
        if there_is:
            for words in moments_said(workspace):
                self.body.addWidget(Label(theme, words, role="small", ink="ink2", wrap=True))
        else:
            said = text("The same notebook on a second computer of yours, a laptop perhaps, kept in step.")
            self.body.addWidget(Label(theme, said, role="small", ink="ink2", wrap=True))
        words = text("Bring my other computer up to date…") if there_is else text("I have another computer…")
        self.open = Button(theme, words)
        self.open.clicked.connect(self.wanted)
        self.body.addWidget(FlowRow(theme, self.open))


def moments_said(workspace: Workspace) -> list[str]:
    """When something last went there, and when something last came."""
    text, locale, notebook = workspace.text, workspace.locale, workspace.notebook
    sent, came = moment_of(notebook, direction="out"), moment_of(notebook, direction="in")
    left = text("Last file for it: {moment}", moment=locale.moment(sent)) if sent else ""
    back = text("Last file from it: {moment}", moment=locale.moment(came)) if came else ""
    return [left or text("No file for it yet."), back or text("No file from it yet.")]
