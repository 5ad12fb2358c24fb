"""A family name and a given name that share one cell."""


def split_name(cell: str) -> tuple[str, str] | None:
    """(family, given) from "DA COSTA Inès", "Da Costa, Inès" or "Costa Inès"; None when unclear.

    Capitals or a comma say which is which; two bare words are taken family name first, as filed.
    """
    if "," in cell:
        family, _, given = cell.partition(",")
        return (family.strip(), given.strip()) if family.strip() and given.strip() else None
    words = cell.split()
    loud = [_is_loud(word) for word in words]
    if all(loud) or not any(loud):
        return (words[0], words[1]) if len(words) == 2 else None
    count = loud.count(loud[0])
    if loud != [loud[0]] * count + [not loud[0]] * (len(words) - count):
        return None
    head, tail = " ".join(words[:count]), " ".join(words[count:])
    return (head, tail) if loud[0] else (tail, head)


def _is_loud(word: str) -> bool:
    """Written in capitals, as French and Luxembourg lists write family names; "A." is an initial."""
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)
