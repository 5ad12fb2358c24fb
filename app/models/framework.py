"""What differs between services."""

from typing import Annotated, Literal

import msgspec

from app.models.form import Days, Words

Years = Annotated[int, msgspec.Meta(ge=0, le=150)]
Window = Literal["left", "right"]
SAME_SERVICE = "service"  # the circle packages go to
FIGURES = "statistics"  # the circle no sheet ever goes to
FAMILY = {"guardians": "parents", "student": "student"}  # the circle of each of these readers of letters
Gives = Literal["record", "shared", "chosen", "nothing"]


class Circle(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Who may receive what by default: `who` is a code of the list share-circles.

    `gives` is what is proposed of a sheet: all its paper shows ("record"), only what may be handed on
    ("shared"), nothing until it is chosen point by point ("chosen"), or no content ("nothing"). The forms
    named in `forms` are made for this circle and proposed whole, and so are forms addressed to a partner
    where the circle is `outside`. `why` is the ground, in words.
    """

    who: str
    may: Words
    gives: Gives = "chosen"
    forms: list[str] = []
    outside: bool = False
    why: Words = {}


class Keeping(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How long something is kept by default, until whoever is responsible for the data decides."""

    what: Words
    long: Words


class Protected(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A sheet on one of `forms` makes a case a protection file: kept so many years after coming of age."""

    forms: list[str]
    years_after_majority: Years


class AgeRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a birthday changes."""

    age: Years
    means: Words


class Condition(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What has to hold, together with its like, before something leaves on a ground of disclosure-grounds."""

    ground: str
    key: str
    says: Words


Groups = dict[str, list[str]]


class Framework(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One service as data: country, words, forms and legal reference lines."""

    country: str  # "LU" or "FR"
    name: Words
    unit_name: Words
    forms: list[str]
    languages: list[str]
    secrecy_mention: Words
    sharing_mention: Words
    usual: bool = False  # proposed first on a computer of its country
    legal_refs: list[Words] = []
    authority_block: list[Words] = []  # the lines at the top left of every paper
    lists: Groups = {}  # of these lists only these groups are offered
    circles: list[Circle] = []
    conditions: list[Condition] = []  # of sharing, that hold together: asked once a package
    keeping: list[Keeping] = []
    one_year: list[str] = []  # sheets on these forms are kept until the end of their school year
    review_after_years: Years = 2  # a closed case is looked at again so long after the last contact
    protected: Protected | None = None
    majority: Years = 18
    age_rules: list[AgeRule] = []
    reports: list[str] = []  # the reports it is counted for, by the key of their file
    answer_after_days: Days = 14  # a referral sent this long ago without news is shown
    contact_after_days: Days = 14  # a request that waits longer for a first contact is late
    access_within_months: Annotated[int, msgspec.Meta(ge=0, le=120)] = (
        1  # whoever asks to see their record has an answer by then
    )
    envelope: Window = "left"  # where its envelopes have their window
    key: str = ""
