"""What forms are for, in words: many of them are found in groups."""

from collections.abc import Sequence
from typing import get_args

from app.i18n import N_
from app.models.form import Form, Use

USES: dict[Use, str] = {
    "assess": N_("Assess"),
    "request": N_("Refer and ask"),
    "school": N_("With the school"),
    "protect": N_("Protect and help"),
    "inform": N_("Inform"),
}
"""The groups with a name; every other form stands by itself."""


def in_groups(forms: Sequence[Form]) -> list[tuple[str, list[Form]]]:
    """Forms under the name of their group, "" for those that stand by themselves.

    Those of no group come first; where a group would hold a single form, that one stands by itself.
    """
    alone = [form for form in forms if form.use not in USES]
    groups = [("", alone)] if alone else []
    for use in get_args(Use):
        if use in USES and (some := [form for form in forms if form.use == use]):
            groups.append((USES[use] if len(some) > 1 else "", some))
    return groups
