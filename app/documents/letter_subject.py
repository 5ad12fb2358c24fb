"""What a letter is made of."""

from datetime import date

import msgspec

from app.documents.subject import PaperSubject
from app.models.discreet import Discreet
from app.models.form import Form
from app.models.framework import Framework, Window
from app.models.letter import Letter
from app.models.logo import Logo


class LetterSubject(Discreet, kw_only=True, frozen=True):
    """Everything one letter shows, already loaded, its words in the language of the paper.

    `text` has its places still to fill from `values`; `address` is what the window of the envelope
    shows. `neutral` leaves the service unnamed.
    """

    letter: Letter
    framework: Framework
    text: str
    values: dict[str, str]
    address: tuple[str, ...] = ()
    window: Window = "left"
    reference: str = ""
    place: str = ""
    day: date | None = None
    neutral: bool = False
    logo: Logo | None = None

    def as_paper(self) -> PaperSubject:
        """What the common head and foot of every paper ask for."""
        letter, framework, values = self.letter, self.framework, self.values
        if not letter.confidential:
            framework = msgspec.structs.replace(framework, secrecy_mention={})
        if self.neutral:
            framework = msgspec.structs.replace(framework, unit_name={})
            values = values | {"unit.name": values.get("student.school", ""), "unit.hours": ""}
        form = Form(
            version=letter.version, record="paper", title=letter.title, sections=[], code=letter.code,
            confidential=letter.confidential, key=letter.key,
        )  # fmt: skip
        return PaperSubject(
            form=form, lists={}, framework=framework, values={}, facts=values,
            reference=self.reference, place=self.place, day=self.day,
            logo=None if self.neutral else self.logo,
        )  # fmt: skip
