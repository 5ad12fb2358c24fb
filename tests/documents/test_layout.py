"""Rows onto pages."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.documents.fonts import Hand
from app.documents.layout import Page, pages
from app.documents.row import Cell, Row
from app.documents.slab import Ink, Slab

ROOM = 200.0


def line(text: str, height: float = 10.0) -> Slab:
    """One line."""
    ink = Ink(x=0, text=text, hand=Hand.PLAIN, size=8)
    return Slab(height=height, baseline=8, marks=(ink,))


def row(name: str, count: int, **changes: object) -> Row:
    """A box with a label and so many lines of text."""
    label = Cell(x=0, width=50, slabs=(line(name),), again=(line(name),))
    body = Cell(x=50, width=100, slabs=tuple(line(f"{name} {number}") for number in range(count)))
    return replace(Row(cells=(label, body), pad=2, gap=5), **changes)  # type: ignore[arg-type]


def said(page: Page, cell: int = 1) -> list[str]:
    """The texts of one column of a page."""
    return [
        mark.text
        for placed in page
        for piece in placed.row.cells[cell].slabs
        for mark in piece.marks
        if isinstance(mark, Ink)
    ]


def test_rows_follow_each_other_with_their_gaps() -> None:
    """The first row of a page has no gap above."""
    (page,) = pages([row("a", 2), row("b", 3)], room=ROOM)
    assert [placed.top for placed in page] == [0.0, 29.0]


def test_a_long_answer_goes_on_overleaf_under_its_label() -> None:
    """Nothing is lost at the foot of a page, and the reader knows what goes on."""
    found = pages([row("a", 45)], room=ROOM)
    assert [len(said(page)) for page in found] == [19, 19, 7]
    assert [said(page, 0) for page in found] == [["a"]] * 3


def test_a_label_never_stays_alone_at_the_foot() -> None:
    """At least two lines of the answer stand beside their label, and two go over."""
    for before in range(1, 19):
        found = pages([row("a", before), row("b", 6)], room=ROOM)
        parts = [sum(text.startswith("b") for text in said(page)) for page in found]
        assert all(part == 0 or part >= 2 for part in parts)
        assert sum(parts) == 6


def test_a_heading_goes_with_what_it_announces() -> None:
    """A row that is held stands on the page of the next one."""
    for before in range(1, 19):
        found = pages([row("a", before), row("title", 1, held=True), row("b", 4)], room=ROOM)
        page = next(page for page in found if "title 0" in said(page))
        assert "b 0" in said(page)


def test_a_heading_is_repeated_above_what_goes_on() -> None:
    """The columns of a table are named on every page."""
    header = row("head", 1, held=True)
    lines = [row(f"r{number}", 1, gap=0.0, heading=(header,)) for number in range(30)]
    found = pages([header, *lines], room=ROOM)
    assert len(found) > 1
    assert all(said(page)[0] == "head 0" for page in found)


def test_what_is_whole_is_not_cut() -> None:
    """A row that must stay together goes to the next page, unless it is longer than one."""
    found = pages([row("a", 10), row("b", 12, whole=True)], room=ROOM)
    assert [len(page) for page in found] == [1, 1]
    assert sum(len(said(page)) for page in pages([row("b", 30, whole=True)], room=ROOM)) == 30


def test_the_slip_hangs_at_the_foot() -> None:
    """What is torn off ends where the page ends."""
    slip = [row("title", 1, cut=True, held=True, whole=True), row("slip", 2, whole=True)]
    (page,) = pages([row("a", 3), *slip], room=ROOM)
    assert page[0].top == 0
    assert page[-1].top + page[-1].row.height == ROOM


rows = st.lists(
    st.builds(
        lambda count, **changes: row("x", count, **changes),
        st.integers(0, 60),
        held=st.booleans(),
        whole=st.booleans(),
        gap=st.sampled_from([0.0, 5.0, 30.0]),
    ),
    min_size=1,
    max_size=12,
)


@given(rows)
def test_every_line_is_on_exactly_one_page(some: list[Row]) -> None:
    """Whatever is to be printed, all of it is, in order, and no page is overfull."""
    named = [
        replace(each, cells=(each.cells[0], replace(each.cells[1], slabs=slabs)))
        for at, each in enumerate(some)
        for slabs in [tuple(line(f"{at}.{number}") for number in range(len(each.cells[1].slabs)))]
    ]
    found = pages(named, room=ROOM)
    assert [text for page in found for text in said(page)] == [
        f"{at}.{number}" for at, each in enumerate(some) for number in range(len(each.cells[1].slabs))
    ]
    assert all(placed.top + placed.row.height <= ROOM + 0.02 for page in found for placed in page)
    assert all(page for page in found)


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_label_longer_than_a_page_ends_too(label: int, answer: int) -> None:
    """Even nonsense is printed to its end."""
    slabs = tuple(replace(line("l"), glued=True) for _ in range(label))
    odd = row("x", answer)
    odd = replace(odd, cells=(replace(odd.cells[0], slabs=slabs, again=()), odd.cells[1]))
    found = pages([odd], room=ROOM)
    assert sum(len(said(page, 0)) for page in found) == label
    assert sum(len(said(page)) for page in found) == answer
