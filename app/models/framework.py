"""What differs between services."""

from typing import Literal

import msgspec

from app.models.form import Words

Window = Literal["left", "right"]
SAME_SERVICE = "service"  # the circle packages go to


class Circle(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Who may receive what by default: `who` is a code of the list share-circles."""

    who: str
    may: Words


class Keeping(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How long something is kept by default, until whoever is responsible for the data decides."""

    what: Words
    long: Words


class AgeRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a birthday changes."""

    age: int
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
    review_after_years: int = 2  # a closed case is looked at again so long after the last contact
    majority: int = 18
    age_rules: list[AgeRule] = []
    answer_after_days: int = 14  # a referral sent this long ago without news is shown
    contact_after_days: int = 14  # a request that waits longer for a first contact is late
    envelope: Window = "left"  # where its envelopes have their window
    key: str = ""
