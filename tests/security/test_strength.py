"""Honest words about a chosen phrase."""

import subprocess
import sys
import traceback
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.security.strength import SHORTEST, judge

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=120)


@pytest.mark.parametrize(
    "phrase",
    [
        "rideau girafe lundi carotte",
        "sept mots français tirés au sort",
        "Kürbis Ampel Wolke Trompete",
        "correct horse battery staple",
        "xK9vQzP2mLw7RtY4",
    ],
)
def test_several_words_are_enough(phrase):
    """Four words that have nothing to do with each other, or sixteen signs by chance, are accepted."""
    strength = judge(passphrase=phrase)
    assert strength.acceptable
    assert strength.level >= 3
    assert strength.advice == ""


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "motdepasse",
        "azertyuiopqsdfghjklm",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcdefghijklmnopqrst",
        "12345678901234567890",
        "bonjour bonjour bonjour",
        "luxembourg2026",
        "Marie-Claire2010!",
        "iloveyouiloveyou",
        "jaimemonecole2026",
        "éééééééééééééééééé",
        "🐈🐕🐈🐕🐈🐕🐈🐕🐈🐕",
    ],
)
def test_what_is_soon_found_is_refused(phrase):
    """Frequent, repeated or guessable phrases are refused, each with one piece of advice."""
    strength = judge(passphrase=phrase)
    assert not strength.acceptable
    assert strength.level < 3
    assert strength.advice


def test_thirteen_characters_are_not_enough():
    """However odd, a phrase shorter than fourteen characters is refused."""
    strong = judge(passphrase="x7#Kq!9vZ&4mT")
    assert len("x7#Kq!9vZ&4mT") == SHORTEST - 1
    assert strong.level >= 3
    assert not strong.acceptable
    assert "fourteen" in strong.advice


def test_names_people_know_count_for_nothing():
    """One's own name and school, with or without accents and capitals, do not make a phrase."""
    known = ["Élodie Martin", "Lycée des Garçons"]
    phrase = "elodie martin LYCEE garcons"
    assert judge(passphrase=phrase).acceptable
    strength = judge(passphrase=phrase, personal_words=known)
    assert strength.level == 0
    assert "people around you" in strength.advice
    assert judge(passphrase="elodie rideau girafe lundi carotte", personal_words=known).acceptable


def test_the_sentence_follows_the_level():
    """Each of the five levels has its own sentence."""
    phrases = [
        "chat",
        "luxembourg2026",
        "jaimemonecole2026",
        "maison lampe velos",
        "rideau girafe lundi carotte",
    ]
    found = [judge(passphrase=phrase) for phrase in phrases]
    assert [strength.level for strength in found] == [0, 1, 2, 3, 4]
    assert len({strength.sentence for strength in found}) == 5


@given(phrase=ANYTHING)
@settings(deadline=None)
def test_any_phrase_is_judged(phrase):
    """Whatever is typed, there is an answer, and no error that would quote it."""
    strength = judge(passphrase=phrase)
    assert 0 <= strength.level <= 4
    assert strength.guesses_log10 >= 0
    assert bool(strength.advice) is not strength.acceptable


@given(start=st.text(st.characters(categories=["L", "N", "P"]), min_size=72, max_size=72), rest=ANYTHING)
@settings(deadline=None, max_examples=30)
def test_a_longer_phrase_is_never_called_weaker(start, rest):
    """What comes after the 72nd character can only help."""
    assume(unicodedata.is_normalized("NFC", start))  # else it would have fewer than 72
    assert judge(passphrase=start + " " + rest).guesses_log10 >= judge(passphrase=start).guesses_log10


def test_the_judgement_does_not_hold_the_phrase():
    """What judging gives back says nothing of the phrase nor of the names it was compared with."""
    shown = repr(judge(passphrase="marqueur rideau girafe", personal_words=["Secretissime"]))
    assert "marqueur" not in shown
    assert "ecretissime" not in shown
    from zxcvbn import matching

    assert "secretissime" not in repr(matching.RANKED_DICTIONARIES.get("user_inputs"))


def test_a_phrase_of_the_wrong_type_is_not_quoted():
    """Even a mistake in the program does not put a phrase into a failure's text."""
    with pytest.raises((TypeError, AttributeError)) as caught:
        judge(passphrase=b"marqueur rideau girafe")  # type: ignore[arg-type]
    assert "marqueur" not in "".join(traceback.format_exception_only(caught.value))


def test_the_tables_of_words_wait_for_their_first_use():
    """Importing the judge does not load its tables: nobody chooses a phrase at every start."""
    program = "import sys, app.security.strength; print('zxcvbn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
