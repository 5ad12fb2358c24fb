"""The fonts for what the five hands do not write: other scripts, rare accents, small drawings."""

from enum import StrEnum


class Spare(StrEnum):
    """One font a script; the value is the file and the name in the PDF."""

    WIDE = "NotoSans-Regular"  # accents and letters that are rare, marks that stand on any letter
    ARABIC = "NotoSansArabic-Regular"
    ARMENIAN = "NotoSansArmenian-Regular"
    BENGALI = "NotoSansBengali-Regular"
    DEVANAGARI = "NotoSansDevanagari-Regular"
    ETHIOPIC = "NotoSansEthiopic-Regular"
    GEORGIAN = "NotoSansGeorgian-Regular"
    HEBREW = "NotoSansHebrew-Regular"
    TAMIL = "NotoSansTamil-Regular"
    THAI = "NotoSansThai-Regular"
    EAST_ASIAN = "DroidSansFallback"  # Chinese, Japanese, Korean: with outlines that can be embedded
    EMOJI = "NotoEmoji-Regular"


_HOMES = (
    (range(0x0530, 0x0590), Spare.ARMENIAN),
    (range(0x0590, 0x0600), Spare.HEBREW),
    (range(0x0600, 0x0700), Spare.ARABIC),
    (range(0x0750, 0x0780), Spare.ARABIC),
    (range(0x08A0, 0x0900), Spare.ARABIC),
    (range(0x0900, 0x0980), Spare.DEVANAGARI),
    (range(0x0980, 0x0A00), Spare.BENGALI),
    (range(0x0B80, 0x0C00), Spare.TAMIL),
    (range(0x0E00, 0x0E80), Spare.THAI),
    (range(0x10A0, 0x1100), Spare.GEORGIAN),
    (range(0x1100, 0x1200), Spare.EAST_ASIAN),
    (range(0x1200, 0x1380), Spare.ETHIOPIC),
    (range(0x1C90, 0x1CC0), Spare.GEORGIAN),
    (range(0x2D00, 0x2D30), Spare.GEORGIAN),
    (range(0x2E80, 0x3030), Spare.EAST_ASIAN),
    (range(0x3031, 0x3297), Spare.EAST_ASIAN),
    (range(0x329A, 0xA000), Spare.EAST_ASIAN),
    (range(0xAC00, 0xD7B0), Spare.EAST_ASIAN),
    (range(0xF900, 0xFB00), Spare.EAST_ASIAN),
    (range(0xFB13, 0xFB18), Spare.ARMENIAN),
    (range(0xFB1D, 0xFB50), Spare.HEBREW),
    (range(0xFE30, 0xFE50), Spare.EAST_ASIAN),
    (range(0xFF00, 0xFFF0), Spare.EAST_ASIAN),
)


def homes(code: int) -> tuple[Spare, ...]:
    """The fonts that may have a character, the likeliest first: none but these is opened to look for it."""
    script = next((font for home, font in _HOMES if code in home), None)
    if script is not None:
        return (script,)
    wide = code < 0x2190 or 0x2C60 <= code < 0xABFF or 0xFE20 <= code < 0xFE30
    drawn = code >= 0x2000 or code in (0xA9, 0xAE)
    return (*((Spare.WIDE,) if wide else ()), *((Spare.EMOJI,) if drawn and code < 0xF0000 else ()))
