"""What the embedded fonts can write, and what becomes of the rest."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.shaping import shaped

LANGUAGES = {
    "fr": "Où êtes-vous\u202f? « L’œuvre naïve » coûte 12\u00a0€… – ÀÇÉŸŒ",
    "de": "„Größe“ – Fußgängerübergänge, ÄÖÜ ẞ",
    "lb": "„Dësen Alldag“, wëll d’Schüler fréi schaffen…",
    "pt": "«Não há solução», pôs à mãe; ÃÕÇ",
}


@pytest.mark.parametrize("hand", Hand)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_languages_need_no_replacement(language: str, hand: Hand) -> None:
    """French, German, Luxembourgish and Portuguese stand on paper letter by letter, in every font."""
    assert legible(LANGUAGES[language], hand) == LANGUAGES[language]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("cafe\u0301", "café"),
        ("d\u2019abord\u2003puis", "d’abord puis"),
        ("ﬁche ①", "fiche 1"),
        ("un\u00adseul\u200b mot\ufe0f", "unseul mot"),
        ("\tici", " ici"),
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        ("a\x00b\x1bc\x7fd", "abcd"),
    ],
)
def test_each_character_becomes_its_nearest_relative(written: str, printed: str) -> None:
    """Pasted text loses nothing that can be seen, and nothing invisible stays in it."""
    assert legible(written, Hand.PLAIN) == printed


def test_what_no_font_writes_leaves_a_visible_gap() -> None:
    """A script nobody here writes is shown as missing, one sign for each, never dropped in silence."""
    assert legible("ok 🙂 مر សខ", Hand.PLAIN) == "ok 🙂 مر □□"
    assert legible("ok 🙂 مر សខ", Hand.SPOKEN) == "ok 🙂 مر ◊◊"
    assert legible("lone \ud800", Hand.PLAIN) == "lone □"


def test_the_serif_font_is_never_sent_what_it_lacks() -> None:
    """The no-break hyphen becomes an ordinary one; other signs are written by the font beside it."""
    assert legible("peut\u2011être □", Hand.PLAIN) == "peut\u2011être □"
    assert legible("peut\u2011être □", Hand.SPOKEN) == "peut\u2010être □"
    assert [stroke.font for stroke in shaped("a□", Hand.SPOKEN).strokes] == [Hand.SPOKEN, Hand.SLANTED]


@given(st.text(), st.sampled_from(Hand))
def test_any_text_becomes_legible_and_stays_so(text: str, hand: Hand) -> None:
    """Whatever is typed, every character can be measured, and a second look changes nothing."""
    printed = legible(text, hand)
    assert width(printed.replace("\n", ""), hand, 10) >= 0
    assert legible(printed, hand) == unicodedata.normalize("NFC", printed)
