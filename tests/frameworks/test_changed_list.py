"""Whatever a unit does to a list, no code is lost and none means something else."""

from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.changed_list import changed_list, keeping_codes
from app.models.unit_changes import EntryChange, ListChanges
from app.models.value_list import Item, ValueList
from tests.frameworks.resources import shipped

CODES = st.sampled_from(["LU-01", "LU-02", "FR-01", "OTHER", "gone", "U-1", "U-2"])
WORDS = st.dictionaries(
    st.sampled_from(["fr", "en", "de", "pt"]), st.text(min_size=1, max_size=9), max_size=3
)
CHANGES = st.builds(
    ListChanges,
    entries=st.dictionaries(CODES, st.builds(EntryChange, label=WORDS, hidden=st.none() | st.booleans())),
    added=st.lists(st.builds(Item, code=CODES, label=WORDS), max_size=5, unique_by=lambda item: item.code),
    order=st.lists(CODES, max_size=9),
)


@given(changes=CHANGES)
def test_no_code_is_lost_or_doubled(changes: ListChanges) -> None:
    """Every shipped code is there once, with its flags; every added one too."""
    before = shipped().lists["n02-reasons"]
    after = changed_list(before, changes)
    codes = [item.code for item in after.items]
    assert len(codes) == len(set(codes))
    assert set(codes) == {item.code for item in before.items} | {item.code for item in changes.added}
    for item in before.items:
        now = after.item(item.code)
        assert now is not None
        assert (now.sensitive, now.profile, now.other) == (item.sensitive, item.profile, item.other)
        assert all(now.label.values())


def test_an_entry_shipped_later_stands_where_it_is_shipped() -> None:
    """An update brings an entry between two that a unit moved: it follows the one before it."""
    items = [Item(code=code, label={"fr": code}) for code in "ABCD"]
    changed = changed_list(ValueList(title={}, items=items), ListChanges(order=["D", "B", "A"]))
    assert [item.code for item in changed.items] == ["D", "B", "C", "A"]


def test_a_list_in_the_place_of_another_keeps_its_codes() -> None:
    """What a new list forgot is there, offered no more."""
    old = ValueList(title={}, items=[Item(code=code, label={"fr": code}) for code in "AB"])
    new = ValueList(title={}, items=[Item(code=code, label={"fr": code}) for code in "BC"])
    assert [(item.code, item.active) for item in keeping_codes(new, old).items] == [
        ("B", True), ("C", True), ("A", False),
    ]  # fmt: skip
