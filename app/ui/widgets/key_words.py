"""What is printed on the keys of a shortcut, in the window's language."""

import re

from PySide6.QtGui import QKeySequence

_WITH_A_LETTER = re.compile(r"Ctrl\+[A-Z]")


def key_words(keys: str) -> str:
    """Ctrl+K as the keyboard says it: Strg+K in German, ⌘K on a Mac. Words that came translated stay."""
    if not _WITH_A_LETTER.fullmatch(keys):
        return keys
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
