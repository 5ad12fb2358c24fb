"""The name of a file from outside as it may be shown: one short line that hides nothing."""

import unicodedata

LONGEST = 120
_IN_PLACE = "\N{REPLACEMENT CHARACTER}"
_JOINED = 2  # more marks than that on one letter run over the lines above and below
_END = 12  # letters kept of the end, where the kind of file is said


def harmless_name(untrusted: str) -> str:
    """The last part of a name, what cannot be seen or would turn the line around replaced; "?" for nothing.

    Whatever stands before a slash, a backslash or a drive letter is gone; a name longer than anybody
    reads is cut in the middle.
    """
    bare = untrusted.replace("\\", "/").rstrip("/ ").rpartition("/")[2]
    if len(bare) > 1 and bare[1] == ":" and bare[0].isascii() and bare[0].isalpha():
        bare = bare[2:]
    shown = " ".join(_shown(unicodedata.normalize("NFC", bare[: 100 * LONGEST])).split())
    if len(bare) > 100 * LONGEST or len(shown) > LONGEST:
        shown = f"{shown[: LONGEST - _END - 1]}…{bare and _shown(bare[-_END:]).strip()}"
    return shown.strip(". ") or "?"


def _shown(text: str) -> str:
    signs, marks = [], 0
    for sign in text:
        category = unicodedata.category(sign)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks > _JOINED:
            continue
        if category == "Zs":
            signs.append(" ")
        else:  # controls, formats such as the ones that turn the direction, surrogates, private, unassigned
            signs.append(_IN_PLACE if category[0] == "C" or category in {"Zl", "Zp"} else sign)
    return "".join(signs)
