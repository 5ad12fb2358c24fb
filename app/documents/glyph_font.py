"""A font that is also told glyph by glyph, and says in the file which letters each glyph stands for."""

from collections.abc import Callable
from typing import Any, cast

from reportlab.pdfbase.ttfonts import TTFError, TTFont, makeToUnicodeCMap

_PRIVATE = 0xF0000  # signs nobody writes


class GlyphFont(TTFont):
    """What shaping chose, a ligature or a joined form, is drawn as it is and found by its letters."""

    def __init__(self, name: str, file: str, *, latin: bool) -> None:
        super().__init__(name, file, asciiReadable=latin)
        parts, size = cast("Any", self).face.tables, len(cast("Any", self).face._ttf_data)
        if any(part["offset"] + part["length"] > size for part in parts):
            raise TTFError  # cut off: its letters would be blank on paper
        self._given: dict[tuple[int, str, bool], str] = {}
        self._letters: dict[int, str] = {}

    def sign(self, glyph: int, letters: str, advance: Callable[[int], int], *, hidden: bool = False) -> str:
        """The private sign that draws this glyph and is read as these letters; a hidden one takes no room."""
        found = self._given.get((glyph, letters, hidden))
        if found is None:
            code = _PRIVATE + len(self._given)
            face = cast("Any", self).face
            face.charToGlyph[code] = glyph
            face.charWidths[code] = 0 if hidden else round(face._pdfScale(advance(glyph)))
            self._letters[code] = letters
            found = self._given[(glyph, letters, hidden)] = chr(code)
        return found

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # reportlab's own name
        """The font in the file; private signs are read as their letters."""
        subsets = [list(subset) for subset in cast("Any", self).state[doc].subsets]
        before = set(doc.idToObject)
        super().addObjects(doc)
        maps = [name for name in doc.idToObject if name not in before and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(maps, subsets, strict=True):
            if any(code >= _PRIVATE for code in subset):
                doc.idToObject[name].content = self._read_as(name.partition(":")[2], subset)

    def _read_as(self, name: str, subset: list[int]) -> str:
        said = makeToUnicodeCMap(name, subset)
        for at, code in enumerate(subset):
            if code >= _PRIVATE:
                letters = self._letters[code].encode("utf-16-be").hex().upper()
                said = said.replace(f"<{at:02X}> <{code:04X}>", f"<{at:02X}> <{letters}>")
        return said
