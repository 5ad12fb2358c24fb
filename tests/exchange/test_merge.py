"""What a record that comes means: revisions decide, never clocks, and always alike."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.exchange.merge import Known, judge
from app.exchange.package.lines import Author, RecordLine


def line(revision: str, *ancestors: str, at: str = "2026-11-21T10:00:00Z") -> RecordLine:
    """A line of that revision."""
    return RecordLine(
        kind="interview", id="a" * 32, revision=revision, ancestors=list(ancestors),
        author=Author(id="b" * 32, name="Claire Aubrin"), at=at, fields={},
    )  # fmt: skip


def known(revision: str = "", *ancestors: str, changed: bool = False, **rest: Any) -> Known:
    """Something is there that came as `revision`."""
    return Known(exists=True, revision=revision, ancestors=frozenset(ancestors), changed_here=changed, **rest)


def test_what_is_not_here_is_new() -> None:
    """Whatever came before it."""
    assert judge(line("3", "1", "2"), Known(exists=False)) == "new"


def test_what_came_already_is_identical() -> None:
    """The same again, an older one that comes late, and one that a conflict passed by."""
    assert judge(line("2", "1"), known("2", "1")) == "identical"
    assert judge(line("1"), known("2", "1")) == "identical"
    assert judge(line("1"), known("2", "1", changed=True)) == "identical"


def test_what_follows_what_is_here_updates_it() -> None:
    """Also when packages in between were lost."""
    assert judge(line("2", "1"), known("1")) == "updated"
    assert judge(line("9", "1", "4", "7"), known("4", "1")) == "updated"


def test_what_was_changed_here_is_never_overwritten() -> None:
    """Nor what came from elsewhere, nor what the sender does not know we have."""
    assert judge(line("2", "1"), known("1", changed=True)) == "conflict"
    assert judge(line("2"), known(changed=True)) == "conflict"
    assert judge(line("2b", "1"), known("2a", "1")) == "conflict"


def test_the_same_revision_comes_again_with_more() -> None:
    """A form newly lets a question travel: the later projection follows, the earlier one changes nothing."""
    more = replace(line("2", "1"), projection=1, hash="more")
    first = known("2", "1", came={("2", 0): ""})
    assert judge(more, first) == "updated"
    assert judge(more, replace(first, changed_here=True)) == "conflict"
    then = known("2", "1", came={("2", 0): "", ("2", 1): "more"}, projection=1)
    assert judge(more, then) == "identical"
    assert judge(line("2", "1"), then) == "identical"
    assert judge(more, known("3", "1", "2")) == "identical"
    assert judge(line("3", "1", "2"), then) == "updated"


def test_one_number_never_means_two_things() -> None:
    """The same revision and projection with other content is told, whether it is the last or an older one."""
    other = replace(line("2", "1"), hash="other")
    assert judge(other, known("2", "1", came={("2", 0): ""})) == "conflict"
    assert judge(other, known("3", "1", "2", came={("2", 0): "", ("3", 0): ""})) == "conflict"


@given(at=st.text(max_size=30), then=st.text(max_size=30))
def test_no_clock_is_asked(at: str, then: str) -> None:
    """Whatever a computer believes the time to be, the answer is the same."""
    for here in (known("1"), known("1", changed=True), known("2", "1"), Known(exists=False)):
        assert judge(line("2", "1", at=at), here) == judge(line("2", "1", at=then), here)
