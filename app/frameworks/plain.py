"""What stands in for a form, a letter or a service whose file is gone or broken, so that the rest opens."""

from app.models.form import Form
from app.models.framework import Framework
from app.models.letter import Letter, LetterText


def plain_form(key: str) -> Form:
    """A form that asks nothing, known by its name."""
    return Form(version=0, record="paper", title={"en": key}, sections=[], key=key)


def plain_letter() -> Letter:
    """A letter without a word, where there is none at all."""
    empty = {"en": "", "fr": "", "de": ""}
    text = LetterText(guardians=empty, student=empty)
    return Letter(version=0, title={"en": "–"}, subject=empty, text=text)


def plain_framework(key: str) -> Framework:
    """A service of no country and with no words of its own; its papers can be had in every language."""
    return Framework(
        country="", name={"en": key}, unit_name={}, forms=[], languages=["fr", "de", "en"],
        secrecy_mention={}, sharing_mention={}, key=key,
    )  # fmt: skip
