"""What helps the hand that writes on blank paper stands behind it, on a page of its own."""

import pytest

from tests.documents.filled import minimal
from tests.documents.papers import page_texts, paper, shipped_form

FORM = shipped_form("f2-evaluation")


@pytest.mark.parametrize(
    ("language", "first"), [("fr", "Guide de rédaction"), ("en", "How to write it"), ("de", "Hinweise zum")]
)
def test_the_guide_is_the_back_page_of_the_blank_evaluation(language: str, first: str) -> None:
    """It begins its page, and nothing stands on it besides."""
    *before, back = page_texts(paper(FORM, None, language))
    assert before
    assert back.startswith(first)
    assert not any(first in page for page in before)


def test_nobody_receives_the_guide() -> None:
    """A filled evaluation leaves without it."""
    assert "Guide de rédaction" not in " ".join(page_texts(paper(FORM, minimal(FORM))))
