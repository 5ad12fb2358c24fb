"""What was written on a page that keeps nothing itself: to whom a paper goes, what stays of it."""

from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.actions.left_open import PAGE_LEFT_OPEN
from app.errors import CarnetError
from app.ui.fields.typed_fields import type_again, typed_in

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


def keep_page(main: "MainWindow") -> "list[Future[Any]]":
    """The writing that must end before the notebook is closed, if there is anything to write."""
    page, workspace = main.page(), main.workspace
    parts = page.written_on() if page is not None else []
    if not parts:
        return []
    left = {"here": list(main.here_again()), "fields": [typed_in(part) for part in parts]}
    return [workspace.keep_left(PAGE_LEFT_OPEN, left)]


def write_page_again(main: "MainWindow") -> None:
    """Put it back where the same page is up again; it is forgotten in either case."""
    page, preferences = main.page(), main.workspace.notebook.preferences
    left = preferences.get(PAGE_LEFT_OPEN)
    if not left:
        return
    if page is not None and left["here"] == list(main.here):
        for _ in range(2):  # what one field proposes for another gives way to what stood there
            for part, fields in zip(page.written_on(), left["fields"], strict=False):
                type_again(part, fields)
    with suppress(CarnetError):  # it would be put back once more
        preferences.set(PAGE_LEFT_OPEN, None)
