"""Says once which files of forms, lists and services cannot be used, and that the rest can."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CarnetError
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace

_TOLD = "broken_files_told"  # a preference: the files and places somebody has read about
_MOST = 2  # more would push the page away; all of them stand in the settings


class BrokenFilesStrip(QWidget):
    """Stays until somebody has read it; a file that breaks elsewhere is told again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.read = Button(workspace.theme, workspace.text("Understood"), kind="outlined", small=True)
        self.all = Button(workspace.theme, workspace.text("All of them"), kind="quiet", small=True)
        self._banner = Banner(workspace.theme, actions=[self.all, self.read])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self.read.clicked.connect(self._remember)
        self.all.clicked.connect(lambda: workspace.go("settings", kind="program"))
        self._look()

    def _look(self) -> None:
        problems = self._workspace.library.problems
        try:
            known = self._workspace.notebook.preferences.get(_TOLD, [])
        except CarnetError:
            known = []
        if not problems or known == self._places():
            self.hide()
            return
        locale = self._workspace.locale
        files = {str(one.values["file"]): one for one in reversed(problems)}  # of each the first thing
        broken = list(reversed(files.values()))
        alone = len(problems) == 1
        told = [one.said(locale) if alone else one.shortly(locale) for one in broken[:_MOST]]
        lines = [("warning", words) for words in told]
        more = len(broken) - len(lines)
        if more:
            words = locale.plural(
                "{n} more file is broken. Everything else works.",
                "{n} more files are broken. Everything else works.",
                more,
            )
            lines.append(("info", words))
        elif not alone:
            lines.append(("info", self._workspace.text("Everything else works.")))
        self.all.setVisible(not alone)
        self._banner.set_lines(lines)

    def _remember(self) -> None:
        self.hide()
        try:
            self._workspace.notebook.preferences.set(_TOLD, self._places())
        except CarnetError as failure:
            self._workspace.failed.emit(failure)

    def _places(self) -> list[list[str]]:
        problems = self._workspace.library.problems
        return [[str(problem.values["file"]), str(problem.values["place"])] for problem in problems]
