"""The column of labels on paper."""

import re

import pytest

from app.documents.fonts import Hand
from app.documents.measure import width
from app.documents.style import INSET, LABEL, ROOMY
from tests.documents.papers import shipped_form
from tests.frameworks.resources import shipped

_BREAKS = re.compile("[ /-]")  # where a line of a label may end


@pytest.mark.parametrize("language", ["fr", "de", "en"])
@pytest.mark.parametrize("key", sorted(shipped().forms))
def test_no_word_of_a_label_is_cut(key: str, language: str) -> None:
    """German makes one word of what others say in three: each still fits, at the largest size."""
    wide = {
        word
        for section in shipped_form(key).sections
        for question in section.questions
        if question.kind != "mention"
        for word in _BREAKS.split(question.label[language])
        if width(word, Hand.STRONG, ROOMY.small) > LABEL - 2 * INSET
    }
    assert wide == set()
