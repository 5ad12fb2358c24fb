"""The marks around somebody's own words."""

_QUOTES = {
    "fr": ("«\u00a0", "\u00a0»"),
    "de": ("„", "“"),
    "lb": ("„", "“"),
    "pt": ("«", "»"),
    "en": ("“", "”"),
}


def quoted(text: str, *, language: str) -> str:
    """The words between the marks of the language, unless somebody wrote some; nothing stays nothing."""
    text = text.strip()
    if not text or (text[0] in '«“„"' and text[-1] in '»”“"'):
        return text
    opening, closing = _QUOTES.get(language, _QUOTES["en"])
    return f"{opening}{text}{closing}"
