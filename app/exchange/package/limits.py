"""What a package may be at most; counted while reading, never believed from what it says of itself."""

MOST_RECORDS = 50_000
LARGEST_LINE = 1 << 20
LARGEST_HEADER = 64 << 10
LARGEST_TOTAL = 512 << 20
DEEPEST = 16


def is_too_deep(line: bytes) -> bool:
    """Whether brackets nest deeper than any record of ours; strings are looked through, not parsed."""
    depth, inside, escaped = 0, False, False
    for sign in line:
        if inside:
            if escaped:
                escaped = False
            elif sign == 0x5C:
                escaped = True
            elif sign == 0x22:
                inside = False
        elif sign == 0x22:
            inside = True
        elif sign in (0x7B, 0x5B):
            depth += 1
            if depth > DEEPEST:
                return True
        elif sign in (0x7D, 0x5D):
            depth -= 1
    return False
