"""A card on paper, photographed or scanned: read again in the checking process, or refused by name."""

import io
import subprocess

import msgspec
import pytest
from PIL import Image, ImageDraw, ImageFilter

from app.actions.cards.hand_out_card import hand_out_card, note_card_printed
from app.actions.cards.open_card import open_card, open_card_text
from app.actions.cards.own_card import own_card
from app.actions.cards.prepare_card_paper import prepare_card_paper
from app.documents import card_sheet
from app.errors import (
    AttachmentBroken,
    AttachmentCutOff,
    AttachmentLocked,
    AttachmentTooHeavy,
    CardInvalid,
    CardIsOwn,
    CardOtherCode,
    CardSquareMissing,
    CardSquareUnread,
    CardsSeveral,
    CardTextUnread,
    FileNotWritten,
)
from app.exchange import card_file, card_text
from app.i18n import Locale
from app.models.card import Card
from app.security.fingerprint import fingerprint_words
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key, public_signing_key
from tests import pictures


def card_of(name):
    """A card of somebody invented."""
    secret = new_signing_key()
    card = Card(
        id=f"{len(name):032x}", name=name, unit="Unité SePAS", role="unit",
        sign_key=public_signing_key(secret).hex(), seal_key=public_sealing_key(new_sealing_key()),
        created_at="2026-10-01T08:00:00Z",
    )  # fmt: skip
    return card_file.signed(card, secret=secret)


CARD = card_of("Marc Feller")


def paper(code, *, dpi=130):
    """The paper as a printer would draw it: its bytes, and the picture of them."""
    sheet = card_sheet.CardSheet(name="Marc Feller", unit="", words=["mot"] * 8, digits=["1"] * 8, code=code)
    pdf = card_sheet.build(sheet, Locale("fr"))
    png = subprocess.run(["pdftoppm", "-r", str(dpi), "-png"], input=pdf, capture_output=True, check=True)
    return pdf, Image.open(io.BytesIO(png.stdout)).convert("RGB")


@pytest.fixture(scope="module")
def printed():
    """The paper of Marc Feller's card."""
    return paper(card_text.write(CARD))


@pytest.fixture
def read(notebook, tmp_path):
    """Opens a picture or some bytes as a file with a harmless name."""

    def opened(content, kind="png", **how):
        if isinstance(content, Image.Image):
            written = io.BytesIO()
            content.save(written, kind.upper(), **how)
            content = written.getvalue()
        path = tmp_path / "IMG_2041"
        path.write_bytes(content)
        return open_card(notebook, path=path)

    return opened


def test_the_paper_is_read_again_from_its_pixels_and_from_its_file(read, printed):
    """Scanned, photographed askew and a little out of focus, saved hard, turned, or the PDF as it is."""
    pdf, picture = printed
    askew = picture.rotate(6, expand=True, fillcolor=(230, 226, 215)).filter(ImageFilter.GaussianBlur(1))
    assert read(picture).card == CARD
    assert read(askew, "jpeg", quality=55).card == CARD
    assert read(picture.transpose(Image.Transpose.ROTATE_180), "webp").card == CARD
    assert read(pdf).card == CARD


def test_a_small_square_on_a_large_picture_is_read(read, printed):
    """The paper lies on a desk, far from the telephone."""
    desk = Image.new("RGB", (5200, 3600), (120, 96, 70))
    desk.paste(printed[1].resize((620, 877)), (4000, 2500))
    assert read(desk, "jpeg", quality=85).card == CARD


def test_a_picture_says_what_is_wrong_with_it(read, printed):
    """No code, a damaged one, another one, two cards: each its own sentence, and nothing is quoted."""
    picture = printed[1]
    damaged = picture.copy()
    width, height = picture.size
    ImageDraw.Draw(damaged).rectangle((width * 0.42, height * 0.4, width * 0.6, height * 0.62), fill="white")
    other = paper("01230-4567M-89AB9-CDEFS")[1]
    second = paper(card_text.write(card_of("Léa Hoffmann")))[1]
    both = Image.new("RGB", (2 * width, height), "white")
    both.paste(picture, (0, 0))
    both.paste(second, (width, 0))
    for content, failure in (
        (pictures.picture("jpeg", size=(900, 700)), CardSquareMissing),
        (pictures.pdf(), CardSquareMissing),
        (damaged, CardSquareUnread),
        (other, CardOtherCode),
        (both, CardsSeveral),
    ):
        with pytest.raises(failure) as caught:
            read(content)
        said = caught.value.said(Locale("fr"))
        assert "IMG_2041" in said
        assert "01230" not in said


def test_the_same_card_twice_is_one_card(read, printed):
    """A scan of two copies says nothing doubtful."""
    width, height = printed[1].size
    both = Image.new("RGB", (2 * width, height), "white")
    both.paste(printed[1], (0, 0))
    both.paste(printed[1], (width, 0))
    assert read(both).card == CARD


def test_a_square_somebody_drew_is_no_card(read):
    """It says it is a card, and nobody signed it; or it is not even the text of one."""
    forged = msgspec.structs.replace(CARD, name="Marc Fellér")
    with pytest.raises(CardInvalid):
        read(paper(card_text.write(forged))[1])
    with pytest.raises(CardInvalid):
        read(paper("CARNET-CARD-1:0189")[1])


def test_hostile_pictures_are_refused_by_the_checking_process(read, printed):
    """The limits of attachments hold: too large once decoded, cut off, broken, locked."""
    with pytest.raises(AttachmentTooHeavy):
        read(pictures.bomb(20_000, 20_000))
    written = io.BytesIO()
    printed[1].save(written, "PNG")
    with pytest.raises(AttachmentCutOff):
        read(written.getvalue()[:-200])
    with pytest.raises(AttachmentBroken):
        read(b"\xff\xd8\xff" + b"\0" * 60 + b"\xff\xd9")
    with pytest.raises(AttachmentLocked):
        read(pictures.pdf(password="geheim"))


def test_what_was_pasted_is_compared_like_a_file(notebook):
    """The same verdict and the same words; one's own is refused."""
    opened = open_card_text(notebook, text=f"  {card_text.write(CARD)}\r\n")
    assert (opened.card, opened.verdict, len(opened.fingerprint)) == (CARD, "new", 32)
    for pasted in (card_text.write(CARD)[:300], "https://example.org", "{}"):
        with pytest.raises(CardTextUnread):
            open_card_text(notebook, text=pasted)
    with pytest.raises(CardIsOwn):
        open_card_text(notebook, text=card_text.write(own_card(notebook)))


def test_ones_own_paper_says_what_others_will_compare(notebook, tmp_path):
    """The words of the paper's language, the text of the card; leaving is one line in the log."""
    card = own_card(notebook)
    digest = card_file.card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key)
    sheet = prepare_card_paper(notebook, locale=Locale("fr"))
    assert sheet.words == fingerprint_words(digest, "fr")
    assert sheet.words != prepare_card_paper(notebook, locale=Locale("en")).words
    assert card_text.read(sheet.code) == card
    assert not hand_out_card(notebook, pdf=b"%PDF-", path=tmp_path / "card.pdf").items
    note_card_printed(notebook)
    assert (tmp_path / "card.pdf").read_bytes() == b"%PDF-"
    assert [line.what for line in notebook.audit.list()][:2] == ["card_written", "card_written"]
    with pytest.raises(FileNotWritten):
        hand_out_card(notebook, pdf=b"%PDF-", path=tmp_path / "nowhere" / "card.pdf")
