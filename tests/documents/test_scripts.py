"""Names and stories in any script: drawn joined and in their direction, found again letter by letter."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import labels, letter_pdf
from app.documents.directions import LEFT_TO_RIGHT, RIGHT_TO_LEFT, lines_running, runs, runs_left
from app.documents.fonts import STEERING, Hand, font, legible, lost
from app.documents.labels import LabelSubject
from app.documents.measure import width
from app.documents.shaping import clusters, shaped
from app.documents.spare_fonts import Spare
from app.documents.unwritable import noticing, unwritable
from app.documents.wrapping import wrapped
from app.i18n import Locale
from app.models.form import Question
from tests.documents import test_letters
from tests.documents.papers import FACTS, aloud, form_of, paper, run, shipped_form
from tests.documents.papers import subject as paper_subject

SPOKEN = {
    "Arabic": "اسم الطالبة مريم بنت عبد الله لا إله",
    "Arabic with vowels": "مَرْحَبًا مُحَمَّد",
    "Persian": "می‌خواهم با خانم ژاله گفتگو کنم",
    "Hebrew": "שָׁלוֹם עולם",
    "Tigrinya": "ትግርኛ ሰላም",
    "Tamil": "தமிழ் மொழி",
    "Bengali": "বাংলা ভাষা",
    "Hindi": "हिन्दी क्षत्रिय",
    "Thai": "ภาษาไทย",
    "Georgian": "ქართული ენა",
    "Armenian": "Հայերեն լեզու",
    "Chinese": "王小明、住在卢森堡。後來",
    "Japanese": "佐藤さくら・サトウ",
    "Korean": "김민지 학생",
    "Greek": "Ἀθηνᾶ Παπαδοπούλου",
    "Ukrainian": "Київ, їжак ґанок",
    "Vietnamese": "Nguyễn Thị Hồng Ngọc",
    "marks without a letter of their own": "Ṩạ̈ra m̌ ọ̃ ǝ́",
    "drawings": "👩‍🏫 👍🏽 🇱🇺 🙂",
    "both ways": "Lina مرح 🙂 fin, מיכאל 12:30 (deux fois)",
}
FORM = form_of(
    Question(key="told", kind="long_text", label={"fr": "Récit"}),
    Question(key="quoted", kind="quotation", label={"fr": "Paroles"}),
)
LONG = "هذا نص طويل يجب أن ينكسر على عدة أسطر لأن العمود ضيق، مع SePAS في الوسط و 25 يوما. " * 6
every_hand = pytest.mark.parametrize("hand", Hand)


def read(text: str, hand: Hand) -> str:
    """What the signs of a line stand for, in the order in which they are drawn."""
    letters = []
    for stroke in shaped(text, hand).strokes:
        known = font(stroke.font)._letters
        letters += [known.get(ord(sign), sign) for sign in stroke.signs]
    return "".join(letters)


@pytest.mark.parametrize("script", SPOKEN)
def test_each_script_is_found_again_as_it_was_written(script: str) -> None:
    """On a paper, in the hand of answers and in that of somebody's own words, nothing as a gap."""
    said = SPOKEN[script]
    pdf = paper(FORM, {"told": said, "quoted": said})
    assert aloud(pdf).count(unicodedata.normalize("NFC", said)) == 2
    assert lost(said) == []


def test_a_line_in_another_script_is_found_by_the_eye_s_order_too() -> None:
    """Readers that go by where letters stand, not by the order of the file, find the same words."""
    pdf = paper(FORM, {"told": "عبد الله لا إله على", "quoted": "שלום עולם"})
    told = run(["pdftotext", "-layout"], pdf, None)
    assert "عبد الله لا إله على" in told
    assert "שלום עולם" in told


def test_every_font_of_every_script_is_inside_the_file(tmp_path: Path) -> None:
    """All embedded, in part, with their letters; a strict reader is content."""
    pdf = paper(FORM, {"told": " ".join(SPOKEN.values())})
    lines = run(["pdffonts"], pdf, tmp_path).splitlines()[2:]
    assert {spare.value for spare in Spare} <= {line.split()[0].split("+")[1] for line in lines}
    for line in lines:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
    assert "No syntax or stream encoding errors" in run(["qpdf", "--check"], pdf, tmp_path)


def test_letters_are_joined() -> None:
    """A letter in the midst of a word has another shape than alone, and two may be one."""

    def drawn(text: str) -> list[int]:
        charts = font(Spare.ARABIC).face.charToGlyph
        return [charts[ord(stroke.signs)] for stroke in shaped(text, Hand.PLAIN).strokes if not stroke.hidden]

    assert len(set(drawn("ممم"))) == 3
    assert len(drawn("لا")) == 1
    assert read("لا", Hand.PLAIN) == "لا"


def test_what_runs_left_stands_right_to_left() -> None:
    """The first letter stands at the right; digits and Latin words among it run their own way."""
    places = [stroke.x for stroke in shaped("مريم", Hand.PLAIN).strokes]
    assert places == sorted(places, reverse=True)
    text = "غرفة 25 هنا"
    assert [text[run.start : run.end] for run in runs(text)] == [" هنا", "25", "غرفة "]
    assert not runs_left("Lina مريم")
    assert runs_left("(مريم) Lina")


def test_each_line_of_a_paragraph_runs_as_the_paragraph_does() -> None:
    """Where a line end leaves a Latin word at the beginning of a line, and the other way round."""
    assert lines_running(["مرحبا", "SePAS في"], like="مرحبا SePAS في") == [
        "مرحبا",
        RIGHT_TO_LEFT + "SePAS في",
    ]
    assert lines_running(["a", "مر b"], like="a مر b") == ["a", LEFT_TO_RIGHT + "مر b"]
    lines = wrapped(LONG, hand=Hand.PLAIN, size=10, room=180)
    assert len(lines) > 5
    assert all(map(runs_left, lines))
    joined = "".join(lines).replace(RIGHT_TO_LEFT, "").replace(" ", "")
    assert joined == LONG.replace(" ", "")


@every_hand
@pytest.mark.parametrize("word", ["مرحبا" * 40, "🙂" * 90, "👩‍🏫" * 40, "ạ̈" * 90, "漢" * 90])
def test_a_word_without_end_is_cut_between_letters(word: str, hand: Hand) -> None:
    """No line is wider than its room, no mark stands without its letter, nothing is lost."""
    lines = wrapped(word, hand=hand, size=10, room=90)
    assert all(width(line, hand, 10) <= 90.01 for line in lines)
    assert "".join(lines).strip(STEERING) == legible(word, hand)
    assert all(cluster in clusters(legible(word, hand)) for line in lines for cluster in clusters(line))


_SIGNS = st.sampled_from("مريمَلاآ שלוםּ ትግ தமிழ் हिन्दी aéẞ ạ̈ 12 ()«».,- 🙂👩🏽🏫🇱🇺 ქა Հա ไทย \u200d\u200c")


@every_hand
@settings(max_examples=60, deadline=None)
@given(text=st.lists(_SIGNS, min_size=1, max_size=30).map("".join) | st.text(st.characters(), max_size=20))
def test_any_text_is_drawn_whole_and_in_its_order(text: str, hand: Hand) -> None:
    """Whatever scripts meet on a line, each letter is drawn once, inside the line, and read in its place."""
    text = legible(text, hand).replace("\n", " ")
    line = shaped(text, hand)
    assert line.width >= 0
    unmarked = text.replace(LEFT_TO_RIGHT, "").replace(RIGHT_TO_LEFT, "")
    assert sorted(read(text, hand)) == sorted(unmarked)
    if not any(unicodedata.category(char) in ("Mn", "Mc", "Cf") for char in text):
        assert read(text, hand) == unmarked


def test_what_nobody_writes_is_told() -> None:
    """Khmer in an answer, in a fact and in a letter; not where the question stays in the notebook."""
    assert lost("Lina ស مريم 🙂 王 ខស") == ["ស", "ខ"]
    form = shipped_form("f4-referral")
    facts = FACTS | {"student.name": "ខ Lina"}
    assert unwritable(paper_subject(form, {"reason": "ស"}, facts=facts)) == ["ស", "ខ"]
    assert unwritable(paper_subject(form, {"reason": "ស"}, leave_out=frozenset({"reason"}))) == []
    letter = test_letters.subject("l1-invitation")
    signs: list[str] = []
    assert len(list(noticing([(letter, Locale("fr"))], signs))) == 1
    assert signs == []
    from msgspec.structs import replace

    assert unwritable(replace(letter, address=("ខ", *letter.address))) == ["ខ"]


def test_letters_and_labels_write_every_script_too() -> None:
    """A name in an address, on a letter and on a label."""
    from msgspec.structs import replace

    name = "مريم بنت عبد الله"
    letter = replace(test_letters.subject("l1-invitation"), address=(name, "4, rue du Pont"))
    assert name in aloud(letter_pdf.build(letter, Locale("fr")))
    assert name in aloud(labels.build(LabelSubject(addresses=((name, "L-1234"),)), Locale("fr")))


def test_an_arabic_story_ends_at_the_right_edge() -> None:
    """Several lines of it stand flush right, in the order in which they are read."""
    pdf = paper(FORM, {"told": LONG})
    said = " ".join(aloud(pdf).split())
    assert " ".join(LONG.split()) in said


def test_thirty_thousand_letters_without_a_space_are_soon_set() -> None:
    """A key that was leant on, or a story in a script that parts no words."""
    start = time.process_time()  # what others do on this computer does not count
    pdf = paper(FORM, {"told": "漢" * 15_000 + "🙂" * 15_000})
    assert time.process_time() - start < 10
    said = aloud(pdf)
    assert (said.count("漢"), said.count("🙂")) == (15_000, 15_000)
