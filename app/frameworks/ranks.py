"""The letters of what stands in an order of choice."""


def letter(position: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    above, last = divmod(position, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + last)
