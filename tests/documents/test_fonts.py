"""What the embedded fonts can write, and what becomes of the rest."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.shaping import shaped
from tests.architecture.house import ROOT

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


_WITH_OTHER_FONTS = """
import sys
from pathlib import Path
from app import paths
paths.resources = lambda: Path(sys.argv[1])
from app.documents.fonts import lost
from app.errors import FontMissing
from tests.documents.papers import REFERRAL, paper, shipped_form, text
try:
    made = paper(shipped_form("f4-referral"), REFERRAL | {"reason": "Lina مر 漢"})
    print(ascii(lost("Lina مر 漢")), len(made) > 10_000)
except FontMissing as failure:
    print(failure.values["file"])
"""


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("NotoSansArabic-Regular.ttf", None, "['\\u0645', '\\u0631'] True"),
        ("DroidSansFallback.ttf", b"\x00\x01\x00\x00", "['\\u6f22'] True"),
        ("SourceSans3-Regular.ttf", None, "SourceSans3-Regular.ttf"),
        ("SourceSans3-SemiBold.ttf", b"no font at all", "SourceSans3-SemiBold.ttf"),
        ("SourceSerif4-SemiBold.ttf", b"", ""),
    ],
)
def test_a_missing_font_is_told_by_name_or_leaves_a_gap(
    tmp_path: Path, file: str, content: bytes | None, told: str
) -> None:
    """One that only helps out costs its letters, which are told as ever; one of the five costs the paper."""
    (tmp_path / "fonts").mkdir()
    for one in paths.resources().iterdir():
        if one.name != "fonts":
            (tmp_path / one.name).symlink_to(one)
    for one in (paths.resources() / "fonts").iterdir():
        if one.name != file:
            (tmp_path / "fonts" / one.name).symlink_to(one)
    if content is not None:
        whole = (paths.resources() / "fonts" / file).read_bytes()
        (tmp_path / "fonts" / file).write_bytes(content or whole[: len(whole) // 2])
    done = subprocess.run(
        [sys.executable, "-c", _WITH_OTHER_FONTS, str(tmp_path)], capture_output=True, text=True, timeout=60,
        check=True, cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stdout.strip() == (told or file)
