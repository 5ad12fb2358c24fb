"""How large a WebP says it is: its library makes room for it all before it tells."""


def webp_size(untrusted: bytes) -> tuple[int, int]:
    """Width and height from the head of the file; (0, 0) when it has none of the three heads there are."""
    head, kind = untrusted[20:30], untrusted[12:16]
    if len(head) < 10:
        return 0, 0
    if kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8L" and head[0] == 0x2F:
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and head[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF
    return 0, 0
