"""What was being written when the notebook was locked, under which names it is kept."""

from app.storage.notebook import Notebook

LETTER_LEFT_OPEN = "letter_left_open"  # preferences, encrypted like everything in the notebook
QUESTIONS_LEFT_OPEN = "left_open"
ACCESS_LEFT_OPEN = "access_left_open"
PAGE_LEFT_OPEN = "page_left_open"
BATCH_LEFT_OPEN = "batch_left_open"

_ALL = (LETTER_LEFT_OPEN, QUESTIONS_LEFT_OPEN, ACCESS_LEFT_OPEN, PAGE_LEFT_OPEN, BATCH_LEFT_OPEN)


def forget_left_open(notebook: Notebook) -> None:
    """Nothing of it stays: it may be about somebody whose every word goes. Inside a change."""
    for key in _ALL:
        notebook.preferences.set(key, None)
