"""The two cuts of Source, and the roles they play."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from app import paths

SANS: Final = "Source Sans 3"
SERIF: Final = "Source Serif 4"
ON_THE_COVER: Final = ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf", "SourceSerif4-SemiBold.ttf")
LATER: Final = ("SourceSans3-Italic.ttf", "SourceSerif4-Italic.ttf")
FILES: Final = (*ON_THE_COVER, *LATER)
OTHER_SCRIPTS: Final = (  # what names are written in; other systems than Linux have fonts for all of it
    "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansEthiopic-Regular.ttf",
    "NotoSansTamil-Regular.ttf", "NotoSansDevanagari-Regular.ttf", "NotoSansBengali-Regular.ttf",
    "NotoSansThai-Regular.ttf", "NotoSansGeorgian-Regular.ttf", "NotoSansArmenian-Regular.ttf",
    "NotoSans-Regular.ttf", "NotoEmoji-Regular.ttf", "DroidSansFallback.ttf",
)  # fmt: skip

Role = Literal[
    "small",
    "small_strong",
    "small_italic",
    "body",
    "strong",
    "italic",
    "heading",
    "figure",
    "title",
    "verbatim",
    "quote",
    "letter",
    "number",
    "wordmark",
]


class Face(NamedTuple):
    """One role of type: family, height in pixels at 100 %, weight, slant."""

    family: str
    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False


_STRONG = QFont.Weight.DemiBold
FACES: Final[dict[Role, Face]] = {
    "small": Face(SANS, 13),
    "small_strong": Face(SANS, 13, _STRONG),
    "small_italic": Face(SANS, 13, italic=True),
    "body": Face(SANS, 15),
    "strong": Face(SANS, 15, _STRONG),
    "italic": Face(SANS, 15, italic=True),
    "heading": Face(SANS, 18, _STRONG),
    "figure": Face(SANS, 26, _STRONG),
    "title": Face(SERIF, 26, _STRONG),
    "verbatim": Face(SERIF, 18, italic=True),
    "quote": Face(SERIF, 15, italic=True),
    "letter": Face(SERIF, 18, _STRONG),
    "number": Face(SERIF, 15, _STRONG),
    "wordmark": Face(SERIF, 18, _STRONG),
}


def register(folder: Path | None = None, *, files: Sequence[str] = FILES) -> list[str]:
    """Give Qt the bundled fonts before they are drawn; the names of files it could not read come back.

    Qt silently draws another family when a file is broken, so a notebook still opens: the caller
    writes the list to its log.
    """
    folder = folder or paths.resources() / "fonts"
    broken = [name for name in files if QFontDatabase.addApplicationFont(str(folder / name)) < 0]
    return broken or [family for family in (SANS, SERIF) if QFontInfo(QFont(family)).family() != family]


def give(name: str) -> bool:
    """Give Qt one more of the bundled fonts, to help out where the two have no letters."""
    return QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name)) >= 0


def font(*, role: Role, scale: float) -> QFont:
    """The font of a role; sizes are pixels, so text size and screen scale stay two different things."""
    face = FACES[role]
    result = QFont(face.family)
    result.setPixelSize(max(1, round(face.size * scale)))
    result.setWeight(face.weight)
    result.setItalic(face.italic)
    return result
