"""What the open notebook needs, loaded while the phrase is typed."""

import sys
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea

from app import log
from app.i18n import Locale
from app.ui.tasks import Tasks
from app.ui.theme import fonts

_WINDOW = (  # what shows the open notebook, in pieces that take about as long as a few frames
    "app.ui.workspace",
    "app.ui.form_view.kinds.choice",
    "app.ui.form_view.make_widget",
    "app.ui.pages.sheet",
    "app.ui.pages.students",
    "app.ui.pages.paper",
    "app.ui.pages.roster",
    "app.ui.pages.settings",
    "app.ui.main_window",
)


def warm_up(owner: QObject, tasks: Tasks, locale: Locale, *, missing_fonts: int) -> None:
    """First what has no window, on the worker; then the rest here, for as long as `owner` lives."""
    tasks.submit(partial(_start_log, missing_fonts))
    load = partial(_load_what_has_no_window, locale)
    tasks.run(load, done=lambda _: _load_window(owner, list(_WINDOW)))


def _load_window(owner: QObject, waiting: list[str]) -> None:
    """One module a turn, so that a key pressed meanwhile is not kept waiting.

    In this thread: where another one makes classes of Qt, Qt looking at its own ends in a crash.
    """
    import_module(waiting.pop(0))
    if waiting:
        QTimer.singleShot(0, owner, lambda: _load_window(owner, waiting))
    else:
        QScrollArea().viewport()  # asked for the first time, Qt loads every kind of widget
        if sys.platform.startswith("linux"):
            _load_scripts(owner, list(fonts.OTHER_SCRIPTS))


def _load_scripts(owner: QObject, waiting: list[str]) -> None:
    """One font a turn: a name in another script is read here as it is on paper."""
    fonts.give(waiting.pop(0))
    if waiting:
        QTimer.singleShot(0, owner, lambda: _load_scripts(owner, waiting))


def _start_log(missing_fonts: int) -> None:
    log.configure()
    if missing_fonts:
        log.note("fonts_missing", count=missing_fonts)


def _load_what_has_no_window(locale: Locale) -> None:
    from datetime import date

    import app.actions.look_at_today
    import app.actions.papers.prepare_paper
    import app.actions.rosters.import_roster
    import app.actions.sheets.finish_sheet
    import app.actions.sheets.new_sheet  # noqa: F401
    from app.ui import opening

    opening.library()
    locale.date(date.today(), "day")  # and with it the names of days and months
