"""Ten last copies, fourteen days, twelve months, within the room there is."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.copy import Copy
from app.storage.rotation import to_drop

NOW = datetime(2026, 11, 22, 10, 14)
PLENTY = 10**12


def copy(made, size=1000, number=1):
    """A copy of that moment."""
    return Copy(made, number, Path(f"/copies/{made:%Y%m%d%H%M%S}-{number}"), "ab" * 4, size)


def after_a_while(moments, budget=PLENTY):
    """What is there after a copy was made at each of these moments."""
    there = []
    for moment in moments:
        newest = copy(moment)
        there.append(newest)
        gone = to_drop(there, newest=newest, now=moment, budget=budget)
        there = [one for one in there if one not in gone]
    return there


def test_years_of_work_leave_ten_fourteen_and_twelve():
    """Four copies a day for two years: the last ten, each of fourteen days, each of twelve months."""
    began = NOW - timedelta(days=730)
    moments = [began + timedelta(hours=6 * n) for n in range(730 * 4)]
    there = after_a_while(moments)
    assert set(moments[-10:]) <= {one.made for one in there}
    days = sorted({one.made.date() for one in there})
    assert days[-14:] == [(NOW - timedelta(days=n)).date() for n in range(13, -1, -1)]
    months = sorted({(one.made.year, one.made.month) for one in there})
    assert len(months) == 12
    assert months[-1] == (2026, 11)
    assert len(there) == 31, "ten, the last of ten more days, of eleven more months"
    for year, month in months[:-1]:
        of_month = [moment for moment in moments if (moment.year, moment.month) == (year, month)]
        assert of_month[-1] in {one.made for one in there}, "the last of its month"


def test_days_without_work_do_not_count():
    """After a summer the fourteen days are the last fourteen on which something was written."""
    moments = [NOW - timedelta(days=100 + n) for n in range(30, 0, -1)] + [NOW]
    assert {one.made for one in after_a_while(moments)} >= {NOW, *moments[-14:]}


def test_the_oldest_go_first_when_room_is_short():
    """Within the budget, the newest stay; the one just made stays even alone and too large."""
    moments = [NOW - timedelta(days=n) for n in range(8, -1, -1)]
    assert [one.made for one in after_a_while(moments, budget=3500)] == moments[-3:]
    assert [one.made for one in after_a_while(moments, budget=10)] == [NOW]


def test_a_clock_that_was_wrong_harms_no_later_copy():
    """Copies dated 2038 or 1970 never push out the one made today."""
    astray = [datetime(2038, 1, 1) + timedelta(days=n) for n in range(40)]
    moments = [*astray, datetime(1970, 1, 1), *(NOW - timedelta(days=n) for n in range(12, -1, -1))]
    there = {one.made for one in after_a_while(moments)}
    assert set(moments[-13:]) <= there
    assert NOW in {one.made for one in after_a_while(moments, budget=2000)}


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)), max_size=60, unique=True),
    st.integers(0, 70_000),
)
def test_the_copy_just_made_is_never_dropped(moments, budget):
    """Whatever lies there and however little room there is."""
    newest = copy(NOW, number=2)
    others = [copy(moment) for moment in moments]
    gone = to_drop([*others, newest], newest=newest, now=NOW, budget=budget)
    assert newest not in gone
    left = [one for one in {*others, newest} if one not in gone]
    assert len(left) <= 36
    assert sum(one.size for one in left) <= max(budget, newest.size)
    if moments:
        assert to_drop(left, newest=newest, now=NOW, budget=budget) == []
