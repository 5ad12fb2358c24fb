"""Forms are found in groups by what they are for."""

import pytest

from app.ui.sheet.form_uses import USES, in_groups
from tests.frameworks.resources import shipped


@pytest.mark.parametrize("service", sorted(shipped().frameworks))
def test_every_form_is_offered_once_in_groups_of_two_or_more(service: str) -> None:
    """Nothing is lost in the groups, and nobody opens a group to find one form."""
    forms = shipped().forms_for(service)
    groups = in_groups(forms)
    found = [form.key for _, some in groups for form in some]
    assert sorted(found) == sorted(form.key for form in forms)
    assert all(len(some) > 1 for name, some in groups if name)
    assert {name for name, _ in groups} <= {"", *USES.values()}
    assert groups[0][0] == ""


def test_evaluations_stand_together() -> None:
    """The social service finds its three assessments under one name."""
    groups = dict(group for group in in_groups(shipped().forms_for("fr-ssfe")) if group[0])
    assert {form.key for form in groups["Assess"]} >= {
        "f2-evaluation",
        "n07-life-situation",
        "n08-assessment",
    }
