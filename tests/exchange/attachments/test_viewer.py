"""A file from outside is decoded apart, with limits, and comes back as plain pixels."""

import multiprocessing
import threading
import time

import pytest

from app.errors import (
    AttachmentBroken,
    AttachmentCutOff,
    AttachmentLocked,
    AttachmentTooHeavy,
    AttachmentUnshown,
    CarnetError,
)
from app.exchange.attachments import viewer
from app.exchange.attachments.type_of import type_of
from app.exchange.attachments.viewer import AttachmentViewer
from app.models.pixels import Pixels
from tests import pictures


def looking(content: bytes, *, check: bool = True) -> AttachmentViewer:
    """Somebody looks at it."""
    return AttachmentViewer(
        untrusted=content, kind=type_of(content, file="x"), file="Zeugnis.pdf", check=check
    )


def seen(content: bytes, *, page: int = 0, width: int = 1000) -> Pixels:
    """What is shown of a page."""
    with looking(content) as look:
        return look.page(page, width=width)


def colour(pixels: Pixels, x: int, y: int) -> tuple[int, ...]:
    """One pixel."""
    start = y * pixels.stride + 3 * x
    return tuple(pixels.data[start : start + 3])


def failure(content: bytes) -> type[CarnetError]:
    """Why it is not believed."""
    with pytest.raises(CarnetError) as caught:
        looking(content).close()
    assert caught.value.values["file"] == "Zeugnis.pdf"
    return caught.type


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"])
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_every_way_of_writing_a_picture_is_shown(kind: str, mode: str) -> None:
    """Grey, coloured, of a palette, of sixteen bits, for printing: the same size, dark where it was dark."""
    try:
        content = pictures.picture(kind, mode="L" if mode == "I;16" else mode)
    except (OSError, ValueError):  # nobody can write it so
        return
    pixels = seen(content)
    assert (pixels.width, pixels.height, pixels.whole_width) == (60, 40, 60)
    assert len(pixels.data) == pixels.stride * pixels.height
    if mode in {"RGB", "RGBA"}:
        red, blue = colour(pixels, 10, 20), colour(pixels, 50, 20)
        assert red[0] > 150 > red[2]
        assert blue[2] > 150 > blue[0]


def test_sixteen_bits_of_grey_keep_their_greys() -> None:
    """A medical picture is not shown all white."""
    import io

    from PIL import Image

    written = io.BytesIO()
    Image.new("I;16", (20, 20), 0x8000).save(written, "PNG")
    assert colour(seen(written.getvalue()), 5, 5) == (128, 128, 128)


def test_what_is_see_through_lies_on_white_paper() -> None:
    """A transparent drawing is not black."""
    import io

    from PIL import Image

    written = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(written, "PNG")
    assert colour(seen(written.getvalue()), 5, 5) == (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_the_right_way_up(orientation: int) -> None:
    """However the telephone was held: what was top left on the picture is where it belongs."""
    import io

    from PIL import Image, ImageOps

    image = Image.new("RGB", (60, 40), "white")
    image.paste((200, 0, 0), (0, 0, 30, 20))
    exif = image.getexif()
    exif[0x0112] = orientation
    written = io.BytesIO()
    image.save(written, "JPEG", exif=exif, quality=95)
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(written.getvalue())))
    pixels = seen(written.getvalue())
    assert (pixels.width, pixels.height) == expected.size
    for x, y in ((5, 5), (35, 5), (5, 35), (35, 35)):
        assert abs(colour(pixels, x, y)[1] - expected.getpixel((x, y))[1]) < 40


def test_the_pages_of_a_pdf_are_pictures() -> None:
    """As many as there are, as wide as asked for, each its own."""
    with looking(pictures.pdf(pages=3)) as look:
        assert look.pages == 3
        first, last = look.page(0, width=300), look.page(2, width=600)
        widths = [look.page(1, width=width).width for width in (1, 50, 333, 820, 1640, 3001)]
    assert (first.width, last.width) == (300, 600)
    assert widths == [1, 50, 333, 820, 1640, 3001]
    assert first.data.count(0) / len(first.data) < last.data.count(0) / len(last.data)
    assert multiprocessing.active_children() == []


def test_a_page_that_does_not_exist_is_told_and_the_others_are_still_shown() -> None:
    """One spoilt page does not close the file."""
    with looking(pictures.pdf(pages=2)) as look:
        with pytest.raises(AttachmentUnshown):
            look.page(7, width=300)
        assert look.page(1, width=300).width == 300


@pytest.mark.parametrize("kind", pictures.KINDS)
def test_a_file_without_its_end_is_cut_off(kind: str) -> None:
    """At whatever place a copy stopped, it is not believed; nearly always it is told what is wrong."""
    whole = pictures.one_of(kind)
    for share in (0.4, 0.9):
        assert failure(whole[: int(len(whole) * share)]) is AttachmentCutOff
    assert failure(whole[:64]) in {AttachmentCutOff, AttachmentBroken}
    assert failure(whole[:-6]) is AttachmentCutOff


@pytest.mark.parametrize("kind", pictures.KINDS)
def test_a_file_that_does_not_hold_together_is_damaged(kind: str) -> None:
    """The right beginning, the right end, nonsense between."""
    whole = pictures.one_of(kind)
    spoilt = whole[:16] + bytes(len(whole) - 32) + whole[-16:]
    assert failure(spoilt) in {AttachmentBroken, AttachmentCutOff}


def test_a_pdf_with_a_password_says_so() -> None:
    """It could not be shown later."""
    assert failure(pictures.pdf(password="geheim")) is AttachmentLocked


@pytest.mark.parametrize("size", [(40_000, 40_000), (29_000, 29_000), (1, 31_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_would_fill_the_memory_is_refused_by_its_head(size: tuple[int, int]) -> None:
    """A few bytes that say they are gigabytes are never decoded."""
    assert failure(pictures.bomb(*size)) in {AttachmentTooHeavy, AttachmentBroken}


def test_a_webp_too_large_is_refused_before_its_library_makes_room() -> None:
    """Its size is read from the head, in each of the three ways of writing it."""
    whole = pictures.picture("webp", lossless=True)
    large = bytearray(whole)
    large[21:25] = ((16383 - 1) | (16383 - 1) << 14).to_bytes(4, "little")
    assert failure(bytes(large)) is AttachmentTooHeavy
    lossy = bytearray(pictures.picture("webp"))
    lossy[26:30] = (16383).to_bytes(2, "little") * 2
    assert failure(bytes(lossy)) is AttachmentTooHeavy
    extended = bytearray(pictures.picture("webp", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"))
    assert extended[12:16] == b"VP8X"
    extended[24:30] = (16382).to_bytes(3, "little") * 2
    assert failure(bytes(extended)) is AttachmentTooHeavy


def test_an_enormous_page_is_shown_small() -> None:
    """A plan of five metres takes no more pixels than any other page; one of no paper's size is refused."""
    pixels = seen(pictures.pdf(pages=1, size=(14400, 14400)), width=30_000)
    assert pixels.width * pixels.height <= 16_100_000
    assert failure(pictures.pdf(pages=1, size=(14400 * 50, 14400 * 50))) is AttachmentTooHeavy


def test_what_eats_all_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its share of memory the process gives up, this one goes on."""
    monkeypatch.setattr(viewer, "_limits", lambda: (60, 250 << 20))
    assert seen(pictures.one_of("png")).width == 60
    assert failure(pictures.picture("png", size=(8000, 8000))) is AttachmentTooHeavy
    assert multiprocessing.active_children() == []


def test_what_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits longer than the limit, and the process does not stay behind."""
    monkeypatch.setattr(viewer, "_limits", lambda: (0, 2 << 30))
    assert failure(pictures.noise("png", size=(6000, 5000))) is AttachmentTooHeavy
    assert multiprocessing.active_children() == []


def test_closing_does_not_wait_for_what_is_under_way() -> None:
    """Locking while a page is being decoded is over at once, and whoever waited is told."""
    look = looking(pictures.noise("png", size=(6000, 5000)), check=False)
    told: list[type[BaseException]] = []

    def ask() -> None:
        try:
            look.page(0, width=6000)
        except CarnetError as failed:
            told.append(type(failed))

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.1)
    before = time.monotonic()
    look.close()
    asking.join()
    assert time.monotonic() - before < 1
    assert told == [AttachmentTooHeavy]
    assert multiprocessing.active_children() == []
