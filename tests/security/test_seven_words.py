"""Seven drawn words: honest about their worth, typed on any keyboard."""

import math
import re
from collections import Counter

import pytest

from app.security.seven_words import COUNT, LANGUAGES, bits, draw, list_size
from app.security.strength import judge


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_can_be_typed_anywhere(language):
    """Small letters without accents, a space between, seven of them."""
    for _ in range(200):
        phrase = draw(language)
        assert re.fullmatch(r"[a-z]{3,}( [a-z]{3,}){6}", phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_about_them_is_true(language):
    """The list holds as many different words as it says, and the bits follow from that: 88 at least."""
    seen = set()
    for _ in range(20_000):
        seen.update(draw(language).split())
    assert len(seen) == list_size(language)  # each word is reached
    assert bits(language) == math.floor(COUNT * math.log2(len(seen)))
    assert bits(language) >= 88


def test_no_word_is_drawn_more_often_than_another():
    """In 14,000 draws of French words the most frequent one is no favourite."""
    counts = Counter(word for _ in range(2000) for word in draw("fr").split())
    assert max(counts.values()) < 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawn_phrase_is_always_good_enough(language):
    """Whatever chance brings, the meter that judges phrases takes it."""
    for _ in range(40):
        judged = judge(passphrase=draw(language))
        assert judged.acceptable
        assert judged.level == 4


def test_no_list_for_other_languages():
    """A language without a list is refused, not drawn from another one."""
    with pytest.raises(ValueError, match="no list"):
        draw("pt")
