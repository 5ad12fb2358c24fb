"""What helps the hand that writes on blank paper stands behind it, on a page of its own."""

import msgspec
import pytest

from app.models.form import Question, Section
from tests.documents.filled import minimal
from tests.documents.papers import form_of, page_texts, paper, shipped_form

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


def test_it_begins_a_page_behind_a_short_form_too() -> None:
    """Nobody tears it off, and it never stands under what is asked."""
    helps = Question(key="help", kind="mention", label={"fr": "Aide"}, text={"fr": "Dire qui a vu quoi."})
    short = form_of(Question(key="what", kind="text", label={"fr": "Quoi"}))
    back = Section(key="back", label={"fr": "Guide"}, questions=[helps], back=True)
    form = msgspec.structs.replace(short, sections=[back, *short.sections])
    asked, behind = page_texts(paper(form, None))
    assert "Quoi" in asked
    assert "Dire qui a vu quoi." in behind
    assert len(page_texts(paper(form, {"what": "Rien."}))) == 1


def test_nobody_receives_the_guide() -> None:
    """A filled evaluation leaves without it."""
    assert "Guide de rédaction" not in " ".join(page_texts(paper(FORM, minimal(FORM))))
