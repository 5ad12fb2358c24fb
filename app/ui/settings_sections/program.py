"""The program itself: its version, what it is made of, and resource files that cannot be read."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app import __version__
from app.i18n import N_
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label

# What is shipped with Carnet, with the licence each carries.
_PARTS = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLite, SQLCipher", "BSD-3-Clause"),
    ("cryptography", "Apache-2.0, BSD-3-Clause"),
    ("ReportLab", "BSD-3-Clause"),
    ("PDFium, pypdfium2", "Apache-2.0, BSD-3-Clause"),
    ("zxing-cpp", "Apache-2.0"),
    ("msgspec, Babel", "BSD-3-Clause"),
    ("zxcvbn, platformdirs, keyring, filelock, charset-normalizer", "MIT"),
    ("Python", "PSF-2.0"),
    ("Source Sans 3, Source Serif 4, Noto", "OFL-1.1"),
    ("Droid Sans Fallback", "Apache-2.0"),
    ("Phosphor Icons", "MIT"),
    ("Lexique 3, dys2p, EFF", "CC-BY-SA-4.0, CC0-1.0, CC-BY-3.0-US"),
)


class Program(Section):
    """Nothing here can be changed."""

    key: ClassVar[str] = "program"
    tab: ClassVar[str] = N_("About")
    lead: ClassVar[str] = N_("It asks the Internet nothing and tells it nothing.")

    def fill(self) -> None:
        """Version, licence, parts, problems."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        problems = workspace.library.problems
        if problems:
            lines = [("warning", problem.said(workspace.locale)) for problem in problems]
            self.sheet.add_row(text("Files"), Banner(theme, lines), gap=28)
        version = text("Carnet {version}. Free software under the EUPL, version 1.2.", version=__version__)
        self._version = Label(theme, version, wrap=True)
        self.sheet.add_row(text("Version"), self._version, gap=28)
        parts = "\n".join(f"{part}: {licence}" for part, licence in _PARTS)
        self.sheet.add_row(text("Made with"), Label(theme, parts, role="small", wrap=True), gap=24)

    def focus_first(self, field: str) -> QWidget | None:
        """Nothing here takes the cursor."""
        return None
