"""Decodes a picture. Runs in the checking process only."""

from io import BytesIO

from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from app.errors import AttachmentBroken, AttachmentTooHeavy
from app.exchange.attachments.limits import PIXELS, SHOWN, SIDE
from app.exchange.attachments.webp_size import webp_size
from app.models.attachment import AttachmentType
from app.models.pixels import Pixels

# named and imported here: nothing else of Pillow's readers is ever asked, and none is looked for later
_READERS = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}
_PREVIEW = 256
_ORIENTATION, _LYING = 0x0112, {5, 6, 7, 8}  # the camera was held upright
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SPOILT = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, TypeError)


class UntrustedPicture:
    """A file of one page. AttachmentBroken, AttachmentTooHeavy."""

    pages = 1

    def __init__(self, untrusted: bytes, kind: AttachmentType) -> None:
        self._untrusted, self._kind = untrusted, kind
        if kind == "webp":
            _refuse_large(*webp_size(untrusted))
        _refuse_large(*self._opened().size)

    def check(self) -> None:
        """Decode every pixel once."""
        self.page(0, _PREVIEW)

    def page(self, number: int, width: int) -> Pixels:
        """The picture the right way up, at most `width` wide, never larger than it is."""
        image = self._opened()
        try:
            orientation = image.getexif().get(_ORIENTATION)
            lying = orientation in _LYING
            whole = image.size[::-1] if lying else image.size
            scale = min(1.0, width / whole[0], (SHOWN / (whole[0] * whole[1])) ** 0.5)
            wanted = max(1, int(whole[0] * scale)), max(1, int(whole[1] * scale))
            size = wanted[::-1] if lying else wanted
            image.draft("RGB", size)  # a JPEG is decoded no larger than it has to be
            shown = _on_white(_plain(image).resize(size, reducing_gap=2.0))
            if orientation in _TURNED:
                shown = shown.transpose(_TURNED[orientation])
        except _SPOILT as error:
            raise AttachmentBroken from error
        return Pixels(
            width=shown.width, height=shown.height, stride=3 * shown.width, whole_width=whole[0],
            data=shown.tobytes(),
        )  # fmt: skip

    def _opened(self) -> Image.Image:
        """The head only: no pixel is decoded yet."""
        try:
            return _READERS[self._kind](BytesIO(self._untrusted))  # type: ignore[abstract]
        except (*_SPOILT, EOFError) as error:
            raise AttachmentBroken from error


def _refuse_large(width: int, height: int) -> None:
    if width <= 0 or height <= 0:
        raise AttachmentBroken
    if width > SIDE or height > SIDE or width * height > PIXELS:
        raise AttachmentTooHeavy


def _plain(image: Image.Image) -> Image.Image:
    """Grey, colour or colour with transparency, eight bits each."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode in {"LA", "PA", "La", "RGBa"}:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
