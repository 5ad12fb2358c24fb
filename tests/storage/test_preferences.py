"""What the notebook remembers."""

import pytest


@pytest.mark.parametrize("value", ["x", 3, None, True, ["a", {"b": 1}], {"Nom": "family_name"}])
def test_a_value_comes_back(notebook, value):
    """Whatever plain value is remembered is read back the same, and can be replaced."""
    notebook.preferences.set("key", "before")
    notebook.preferences.set("key", value)
    assert notebook.preferences.get("key") == value


def test_what_was_never_set_has_its_default(notebook):
    """Nothing remembered is the default."""
    assert notebook.preferences.get("key") is None
    assert notebook.preferences.get("key", 5) == 5
