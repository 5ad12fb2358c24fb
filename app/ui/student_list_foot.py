"""Below the list of students: adding one, and behind a menu what is done for several at once."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.actions.papers.look_at_council import speaks
from app.models.form import is_asked
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace


class StudentListFoot(QWidget):
    """One row, however long the words of a language are."""

    add_wanted = Signal()
    import_wanted = Signal()
    letters_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        add = Button(theme, text("Add a student"), kind="quiet", icon="user-plus", small=True)
        add.clicked.connect(self.add_wanted)
        self.more = Button(theme, text("More…"), kind="quiet", icon="caret-down", small=True)
        self.more.setAccessibleDescription(text("For several students"))
        self.more.clicked.connect(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(4))
        row.addWidget(add)
        row.addStretch(1)
        row.addWidget(self.more)

    def menu(self) -> QMenu:
        """What is done for many: a list read in, letters, forms, the meeting of a class."""
        text = self._workspace.text
        menu = QMenu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bring = menu.addAction(text("Import a list"), self.import_wanted.emit)
        bring.setShortcut(QKeySequence("Ctrl+I"))  # shown beside it; the window itself listens
        bring.setShortcutVisibleInContextMenu(True)
        bring.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addSeparator()
        library, service = self._workspace.library, self._workspace.notebook.framework
        if not all(letter.to_partner for letter in library.letters_for(service)):
            menu.addAction(text("Letters"), self.letters_wanted.emit)
        if library.forms_for(service):
            menu.addAction(text("Forms"), self.papers_wanted.emit)
        if self._has_meetings():
            menu.addAction(text("Class council"), lambda: self._workspace.go("council"))
        return menu

    def _has_meetings(self) -> bool:
        keys = (self._workspace.notebook.framework, *self._workspace.library.beside)
        forms = self._workspace.library.forms.values()
        return any(speaks(form) and is_asked(form.frameworks, keys) for form in forms)

    def _offer(self) -> None:
        menu = self.menu()
        above = QPoint(0, -menu.sizeHint().height())  # there is no room below it
        menu.popup(self.more.mapToGlobal(above))
