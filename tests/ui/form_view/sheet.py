"""A form on a screen, as somebody meets it: shown, active, typed into with real keys."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form
from app.models.partner import Partner
from app.models.value_list import ValueList
from app.ui.form_view.form_view import FormView
from app.ui.form_view.kinds.base import QuestionWidget
from app.ui.theme.theme import Theme
from app.ui.widgets.sheet import Sheet
from tests.frameworks.resources import every_kind

MONDAY = date(2026, 11, 23)
PARTNERS = (
    Partner(
        id="p1",
        service="Centre de consultation",
        person="Mme Anne Reuter",
        street="12, rue du Fort",
        city="Luxembourg",
        secrecy="yes",
    ),
    Partner(id="p2", service="Maison des jeunes", city="Esch"),
)
PEOPLE = (("g1", "Sandra Moreira"), ("g2", "Paulo Moreira"))


class Directory:
    """A small directory in memory."""

    def find_partners(self, text: str) -> list[Partner]:
        """By the beginning of the service's name."""
        return [partner for partner in PARTNERS if partner.service.lower().startswith(text.lower())]

    def partner(self, partner_id: str) -> Partner | None:
        """By identifier."""
        return next((partner for partner in PARTNERS if partner.id == partner_id), None)

    def find_people(self, text: str) -> list[tuple[str, str]]:
        """By any part of the name."""
        return [(person, name) for person, name in PEOPLE if text.lower() in name.lower()]


class Desk:
    """Puts forms on the screen and gives back what a hand needs."""

    def __init__(self, qtbot: QtBot, theme: Theme, locale: Locale, library: Library) -> None:
        self.bot, self.theme, self.locale, self._library = qtbot, theme, locale, library
        self.lists: Mapping[str, ValueList] = library.lists_for("lu-sepas")
        self.sheet: Sheet | None = None

    def view(self, form: str | Form = "", *, width: int = 900, shown: bool = True) -> FormView:
        """A shipped form by its key, any other form, or the one with a question of every kind."""
        if isinstance(form, str):
            form = self._library.form_for(form, "lu-sepas") if form else every_kind()
        view = FormView(self.theme, self.locale, form, self.lists, Directory(), today=lambda: MONDAY)
        self.bot.addWidget(view)
        if not shown:
            return view
        self.sheet = Sheet(self.theme, margin=view.margin, narrow_below=view.narrow_below)
        self.sheet.add_wide(view)
        self.sheet.resize(width, 768)
        self.bot.addWidget(self.sheet)
        with self.bot.waitExposed(self.sheet):
            self.sheet.show()
        self.sheet.activateWindow()
        self.bot.waitUntil(self.sheet.isActiveWindow)
        return view

    def type(self, text: str) -> None:
        """Type where the cursor is, one key after the other."""
        for letter in text:
            if letter.isascii():
                self.bot.keyClick(self.here, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                stroke = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.here, stroke)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the cursor is."""
        self.bot.keyClick(self.here, key, modifier)

    def settle(self) -> None:
        """Let the layout find its place, level by level."""
        self.bot.wait(60)
        for _ in range(20):
            QApplication.processEvents()

    @property
    def here(self) -> QWidget:
        """Where the cursor is."""
        place = QApplication.focusWidget()
        assert place is not None, "nothing has the focus"
        return place


def question(view: FormView, key: str) -> QuestionWidget:
    """The widget of one question."""
    return next(
        widget for section in view.sections for widget in section.widgets if widget.question.key == key
    )
