"""Which words on a screen were left in the language of the sources."""

from collections.abc import Iterable

from babel.messages.pofile import read_po

from app import paths


def english_words(words: Iterable[str], *, language: str) -> set[str]:
    """The sentences of the program that were shown as they stand in the code, though said otherwise."""
    file = paths.resources() / "locale" / language / "LC_MESSAGES" / "carnet.po"
    with file.open("rb") as lines:
        catalogue = read_po(lines, locale=language)
    shown = set(words)
    sources = [(message.id, message.string) for message in catalogue if isinstance(message.id, str)]
    return {source for source, said in sources if source in shown and said != source}
