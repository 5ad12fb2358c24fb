"""A picture with nothing left to decode."""

from app.models.discreet import Discreet


class Pixels(Discreet, frozen=True, kw_only=True):
    """Red, green and blue, a byte each, `stride` bytes a row; at full size it is `whole_width` wide."""

    width: int
    height: int
    stride: int
    whole_width: int
    data: bytes
