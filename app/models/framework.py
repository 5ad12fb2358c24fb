"""What differs between services."""

from typing import Literal

import msgspec

from app.models.form import Words

Window = Literal["left", "right"]


class Framework(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One service as data: country, words, forms and legal reference lines."""

    country: str  # "LU" or "FR"
    name: Words
    unit_name: Words
    forms: list[str]
    languages: list[str]
    secrecy_mention: Words
    sharing_mention: Words
    legal_refs: list[Words] = []
    authority_block: list[Words] = []  # the lines at the top left of every paper
    partner_types: list[str] = []
    answer_after_days: int = 14  # a referral sent this long ago without news is shown
    envelope: Window = "left"  # where its envelopes have their window
    key: str = ""
