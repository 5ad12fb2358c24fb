"""The unit's logo: shown as papers carry it, chosen from a file, taken away."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.actions.choose_logo import keep_logo, own_logo, read_logo_file
from app.models.logo import Logo
from app.ui.ask_place import ask_file
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_HIGH, _WIDE = 56, 240


class LogoRow(QWidget):
    """The file is decoded on the worker, in a process of its own."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        self._picture = QLabel()
        self._words = Label(theme, ink="ink2", wrap=True)
        self.choose = Button(theme, text("Choose a picture…"), kind="outlined", small=True, icon="image")
        self.remove = Button(theme, text("No logo"), kind="quiet", small=True, icon="trash")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._picture)
        column.addWidget(self._words)
        column.addWidget(FlowRow(theme, self.choose, self.remove, spacing=8))
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(partial(self._keep, None))
        self._show()

    def read(self, path: Path) -> None:
        """Take the logo from this file, or tell why not."""
        self._words.setText(self._workspace.text("The picture is being read…"))
        self._workspace.tasks.run(partial(read_logo_file, path), done=self._keep, failed=self._refuse)

    def _ask(self) -> None:
        text = self._workspace.text
        path = ask_file(self, text("Choose the logo"), text("Pictures (*.png *.jpg *.jpeg)"))
        if path is not None:
            self.read(path)

    def _keep(self, logo: Logo | None) -> None:
        self._workspace.act(keep_logo, logo=logo)
        if isValid(self):  # or somebody went elsewhere meanwhile
            self._show()

    def _refuse(self, failure: object) -> None:
        if isValid(self):
            self._show()
        self._workspace.failed.emit(failure)

    def _show(self) -> None:
        logo, text = own_logo(self._workspace.notebook), self._workspace.text
        self.remove.setVisible(logo is not None)
        self._picture.setVisible(logo is not None)
        if logo is None:
            self._words.setText(text("PNG or JPEG. Papers leave an empty square until there is one."))
            return
        grey = logo.unpacked()
        form = QImage.Format.Format_Grayscale8
        image = QImage(grey, logo.width, logo.height, logo.width, form).copy()
        theme = self._workspace.theme
        shown = image.scaled(
            theme.px(_WIDE), theme.px(_HIGH), Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        self._picture.setPixmap(QPixmap.fromImage(shown))
        self._picture.setAccessibleName(text("Logo of the unit"))
        self._words.setText(text("In grey, as every paper carries it."))
