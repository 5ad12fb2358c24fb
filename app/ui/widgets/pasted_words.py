"""What is pasted, as one would have typed it."""

from PySide6.QtCore import QMimeData

_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_UNSEEN = dict.fromkeys(
    [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x200B, 0xFEFF, 0xFFFC]
)
_TYPED = _BREAKS | _UNSEEN


def pasted_words(source: QMimeData) -> str:
    """The words alone, as `plain_words` has them."""
    return plain_words(source.text())


def plain_words(text: str) -> str:
    """A word processor's line breaks as line breaks, its invisible signs left behind.

    A soft hyphen or a zero-width space inside a word would hide the word from the search; others show
    as empty boxes.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TYPED)


def plain_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain_words(text).splitlines())
