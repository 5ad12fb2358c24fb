"""What a package may be at most; counted while reading, never believed from what it says of itself."""

MOST_RECORDS = 50_000
LARGEST_LINE = 1 << 20
LARGEST_HEADER = 64 << 10
LARGEST_TOTAL = 512 << 20
DEEPEST = 16
LARGEST_PIECE = 1 << 19  # bytes of an attachment in one line, as they are kept in the notebook too
MOST_PIECES = 96  # of one attachment


def is_too_deep(value: object, depth: int = 0) -> bool:
    """Whether lists and mappings nest deeper than in any record of ours."""
    if depth > DEEPEST:
        return True
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(is_too_deep(part, depth + 1) for part in inside)
