"""What a table comes to, on paper."""

import msgspec
import pytest

from app.models.form import Question
from tests.documents.papers import form_of, page_texts, paper, text

COSTS = msgspec.convert(
    {
        "key": "costs",
        "kind": "table",
        "label": {"fr": "Charges"},
        "columns": [
            {"key": "what", "kind": "text", "width": 3.0, "label": {"fr": "Quoi"}},
            {"key": "sum", "kind": "money", "total": True, "label": {"fr": "Montant"}},
        ],
    },
    Question,
)


def rows(count: int) -> list[dict[str, str]]:
    """So many charges of 10,10 €."""
    return [{"what": f"charge{number}", "sum": "10.10"} for number in range(count)]


def test_the_total_stands_below_the_rows() -> None:
    """Under its own column, named under the first; nothing where nothing was said."""
    assert "charge1 10,10 € Total 20,20 €" in text(paper(form_of(COSTS), {"costs": rows(2)}))
    assert "Total" not in text(paper(form_of(COSTS), {"costs": [{"what": "gratuit"}]}))


def test_blank_paper_has_room_for_it() -> None:
    """By hand too, sums are written where one looks for them."""
    assert "Quoi Montant Total" in text(paper(form_of(COSTS), None))


@pytest.mark.parametrize("count", range(34, 42))
def test_a_total_never_stands_alone_on_a_page(count: int) -> None:
    """Wherever the page ends: a row stands above it, and above that the names of the columns."""
    last = page_texts(paper(form_of(COSTS), {"costs": rows(count)}))[-1]
    assert f"charge{count - 1} 10,10 € Total" in last
    assert last.index("Quoi Montant") < last.index(f"charge{count - 1}")
