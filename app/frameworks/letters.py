"""The letters of one resources folder: what may be filled in, and whether a letter asks for anything else."""

import re
from collections.abc import Collection, Iterator, Mapping

from app.frameworks.check import NO_CODE_OF_ONE, TWICE, Fault, is_language, repeated
from app.i18n import N_, Locale
from app.models.form import Words
from app.models.letter import Letter

# Nothing about one guardian is here: what goes to a parent must not say where the other one lives.
PLACES = {
    "unit.name": N_("name of the service"),
    "unit.address": N_("address of the service"),
    "unit.phone": N_("telephone of the service"),
    "unit.hours": N_("hours of the service"),
    "practitioner.name": N_("your name"),
    "practitioner.profession": N_("your profession"),
    "practitioner.phone": N_("your telephone"),
    "practitioner.hours": N_("your hours"),
    "contact.phone": N_("telephone to call back"),  # the practitioner's, or the unit's
    "student.name": N_("name of the student"),
    "student.birth": N_("birth date"),
    "student.school": N_("school of the student"),
    "student.class": N_("class of the student"),
    "addressee.name": N_("name of the addressee"),
    "partner.service": N_("service written to"),
    "partner.person": N_("person written to"),
    "today": N_("date of the letter"),
}
SOURCES = PLACES.keys() | {
    "appointment.day", "appointment.time", "interview.day", "interview.start", "interview.end"
}  # fmt: skip
LINE = "line"
TO_WRITE = f"{{{LINE}}}"  # a line to write on, up to the margin
DOTS = "\u2026" * 12  # what is written by hand

_PLACE = re.compile(r"\{([a-z_.]+)\}")
_KEY = re.compile(r"[a-z_]+\Z")
_NO_PLACE = N_("nothing of that name can be filled in")
_NO_KEY = N_("a name is made of small letters")
_NO_END = N_("a line to write on stands at the end of its line")
_NO_WORDS = N_("there are no words for anybody")
_NO_FRAMEWORK = N_("there is no service of that name")


def letter_faults(letter: Letter, *, frameworks: Collection[str]) -> Iterator[Fault]:
    """Everything that keeps a letter from being used."""
    if not letter.readers or not letter.languages:
        yield "text", _NO_WORDS
    for index, framework in enumerate(letter.frameworks):
        if framework not in frameworks:
            yield f"frameworks[{index}]", _NO_FRAMEWORK
    for index in repeated([ask.key for ask in letter.asks]):
        yield f"asks[{index}].key", TWICE
    for index, ask in enumerate(letter.asks):
        if not _KEY.match(ask.key) or ask.key == LINE:
            yield f"asks[{index}].key", _NO_KEY
        if ask.source and ask.source not in SOURCES:
            yield f"asks[{index}].source", _NO_PLACE
    words: list[tuple[str, Words]] = [(f"text.{reader}", letter.text.to(reader)) for reader in letter.readers]
    for place, said in [*words, ("slip", letter.slip), ("subject", letter.subject)]:
        for language, text in said.items():
            if not is_language(language):
                yield place, NO_CODE_OF_ONE
            elif unknown_places(text, letter=letter):
                yield f"{place}.{language}", _NO_PLACE
            elif any(TO_WRITE in line.rstrip().removesuffix(TO_WRITE) for line in text.split("\n")):
                yield f"{place}.{language}", _NO_END


def unknown_places(text: str, *, letter: Letter) -> list[str]:
    """What stands in braces and cannot be filled in; a brace that is alone counts too."""
    known = PLACES.keys() | {ask.key for ask in letter.asks} | {LINE}
    return [name for name in _PLACE.findall(text) if name not in known] + re.findall(
        r"\{[^{}]*\}?|\}", _PLACE.sub("", text)
    )


def empty_places(text: str, *, values: Mapping[str, str]) -> list[str]:
    """What the text asks for and nobody knows, in order, each once."""
    names = _PLACE.findall(text)
    return [name for name in dict.fromkeys(names) if name != LINE and not values.get(name)]


def filled(text: str, *, values: Mapping[str, str]) -> str:
    """The text with everything in its place: what is not known is dots, `{line}` stays for the paper."""

    def put(found: re.Match[str]) -> str:
        name = found.group(1)
        return found.group(0) if name == LINE else values.get(name) or DOTS

    return _PLACE.sub(put, text.strip())


def place_words(name: str, *, letter: Letter, locale: Locale) -> str:
    """What a place is called on the screen."""
    asked = next((ask for ask in letter.asks if ask.key == name), None)
    return locale.words(asked.label) if asked else locale.text(PLACES.get(name, name))
