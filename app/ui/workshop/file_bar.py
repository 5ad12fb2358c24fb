"""One form, list, letter or service as a file: out to be changed, in again, back to the shipped one."""

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.put_back import put_back
from app.actions.unit_changes.read_changed_file import read_changed_file
from app.actions.unit_changes.replace_file import replace_file
from app.actions.unit_changes.save_copy import save_copy
from app.actions.unit_changes.set_back import set_back
from app.errors import CarnetError
from app.models.value_list import Item
from app.ui.ask_place import ask_file, ask_new_file
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.workshop.refused import refused
from app.ui.workshop.rooms import parted, state_of, things_of
from app.ui.workspace import Workspace


class FileBar(QWidget):
    """What went wrong is said here, under the buttons: the file can be corrected and read again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._name = workspace, ""
        self._path: Path | None = None
        theme, text = workspace.theme, workspace.text
        self.save = Button(theme, text("Save a copy to change…"), small=True, icon="download-simple")
        self.take = Button(theme, text("Take in a changed copy…"), small=True, icon="folder-open")
        self.again = Button(theme, text("Read it again"), kind="quiet", small=True)
        self.back = Button(theme, text("Back to the delivered one"), kind="quiet", small=True)
        self.banner = Banner(theme)
        self.news = Banner(theme, tone="calm")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, theme.px(4))
        column.setSpacing(theme.px(6))
        column.addWidget(FlowRow(theme, self.save, self.take, self.again, self.back, spacing=8))
        column.addWidget(self.banner)
        column.addWidget(self.news)
        self.save.clicked.connect(self._ask_where)
        self.take.clicked.connect(self._ask_which)
        self.again.clicked.connect(self._read_again)
        self.back.clicked.connect(self.set_back)

    def show_file(self, name: str) -> None:
        """Another one, or the same after a change."""
        if name != self._name:
            self._name, self._path = name, None
            self._say("", "")
        workspace, (room, key) = self._workspace, parted(name)
        shipped = key in things_of(workspace.library.as_shipped, room)
        self.again.setVisible(self._path is not None)
        self.back.setVisible(shipped and bool(state_of(workspace, name)))
        broken = [one for one in workspace.library.problems if one.values["file"] == name]
        if broken and self._path is None:
            self._say(broken[0].said(workspace.locale), "")

    def save_to(self, path: Path) -> None:
        """Write the copy there."""
        if self._workspace.act(save_copy, name=self._name, path=path):
            text = self._workspace.text
            said = text("Saved as {file}. Change it in any text editor, then take it in.", file=path.name)
            self._say("", said)

    def take_from(self, path: Path) -> None:
        """Take in that file, or say where it cannot be used; nothing here changes then."""
        workspace, name = self._workspace, self._name
        self._path = path
        before, masked = self._offered(), self._masked()
        try:
            text = read_changed_file(path=path)
            changes = replace_file(workspace.notebook, library=workspace.library, name=name, text=text)
        except CarnetError as failure:
            self._say(refused(failure, workspace.locale), "")
            self.again.show()
            return
        workspace.tell(changes)
        said = workspace.text("Taken in. The next sheet and the next paper use it.")
        gone = before - self._offered()
        if gone:
            kept = workspace.locale.plural(
                "{n} entry is offered no more; what was noted with it keeps its words.",
                "{n} entries are offered no more; what was noted with them keeps its words.",
                len(gone),
            )
            said = f"{said} {kept}"
        open_now = masked - self._masked()
        if open_now:
            read = workspace.locale.plural(
                "{n} entry is masked in lists no more.",
                "{n} entries are masked in lists no more.",
                len(open_now),
            )
            said = f"{said} {read}"
        self._say("", said)
        self.show_file(name)

    def set_back(self) -> None:
        """The delivered one again; for a while it can be undone."""
        workspace, name = self._workspace, self._name
        before = read_changes(workspace.notebook)
        if workspace.act(set_back, library=workspace.library, name=name):
            self._path = None
            self._say("", "")
            self.show_file(name)
            workspace.offer_undo(
                workspace.text("The delivered one is used again."),
                lambda: workspace.act(put_back, name=name, before=before),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, the sentences take more lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """A page that is full squeezes its head: the sentences keep their room."""
        for banner in (self.banner, self.news):
            banner.setMinimumHeight(max(0, banner.heightForWidth(self.width())))

    def _offered(self) -> set[str]:
        return {item.code for item in self._items() if item.active}

    def _masked(self) -> set[str]:
        return {item.code for item in self._items() if item.sensitive}

    def _items(self) -> list[Item]:
        room, key = parted(self._name)
        listed = self._workspace.library.lists.get(key) if room == "lists" else None
        return listed.items if listed else []

    def _say(self, wrong: str, news: str) -> None:
        self.banner.set_lines([("warning", wrong)] if wrong else [])
        self.news.set_lines([("check", news)] if news else [])
        self._grow()

    def _read_again(self) -> None:
        if self._path is not None:
            self.take_from(self._path)

    def _ask_where(self) -> None:
        text, (_, key) = self._workspace.text, parted(self._name)
        kinds = text("Text files (*.toml)")
        path = ask_new_file(self, text("Save a copy to change"), kinds, name=f"{key}.toml")
        if path is not None:
            self.save_to(path)

    def _ask_which(self) -> None:
        text = self._workspace.text
        path = ask_file(self, text("Take in a changed copy"), text("Text files (*.toml *.txt)"))
        if path is not None:
            self.take_from(path)
