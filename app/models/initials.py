"""A name as its initials."""


def initials(name: str) -> str:
    """ "Ana Da Costa-Weber" as "A. D. C.-W."; the letters keep their accents."""
    return " ".join(
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in name.split()
    )
