"""A name typed in one go, as the two names of a sheet."""


def split_name(typed: str) -> tuple[str, str]:
    """(family, given): "Da Costa, Inès" as filed, "Inès Da Costa" as spoken; one word is the given name."""
    if "," in typed:
        family, _, given = typed.partition(",")
        return " ".join(family.split()), " ".join(given.split())
    given, *family_words = typed.split() or [""]
    return " ".join(family_words), given
