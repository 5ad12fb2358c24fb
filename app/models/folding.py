"""Names and words as one compares them: without accents, case or doubled blanks."""

import unicodedata


def fold(text: str) -> str:
    """ "Da Costa, Inès" and "DA COSTA ines" are equal: accents, case, hyphens, commas set aside."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("œ", "oe").replace("Œ", "oe"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare).split())
