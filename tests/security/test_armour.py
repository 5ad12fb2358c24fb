"""Sealed files as text: what is between the two lines counts, whatever a mail puts around it."""

import base64
import io
import random
import subprocess
from pathlib import Path

import pytest

from app.errors import CarnetError, NotAPackage, NotForUs, PackageDamaged
from app.security.armour import binary_of
from app.security.seal import new_sealing_key, public_sealing_key, recipients_of, seal, unseal

WORDS = "« Je n’ose plus prendre le bus. »".encode() * 300
SECRET = new_sealing_key()


def sealed(content: bytes = WORDS, *, as_text: bool = True, secret: str = SECRET) -> bytes:
    """For ourselves."""
    file = io.BytesIO()
    seal(content=io.BytesIO(content), sealed=file, recipients=[public_sealing_key(secret)], as_text=as_text)
    return file.getvalue()


def opened(file: bytes) -> bytes:
    """What is in it."""
    clear = io.BytesIO()
    unseal(untrusted=io.BytesIO(file), opened=clear, secret=SECRET)
    return clear.getvalue()


def refused(file: bytes) -> type[CarnetError] | None:
    """How it is refused; None when it opens to what was sealed."""
    try:
        assert opened(file) == WORDS
    except CarnetError as failure:
        return type(failure)
    return None


@pytest.mark.parametrize("size", [0, 1, 47, 48, 49, 65_536, 200_000])
def test_what_was_sealed_comes_back(size: int) -> None:
    """Of any length, also when the last line is a whole one."""
    content = random.Random(size).randbytes(size)
    assert opened(sealed(content)) == content
    assert opened(sealed(content, as_text=False)) == content


def test_the_public_command_opens_it(tmp_path: Path) -> None:
    """`age -d` takes it as it is; and what the command wrote as text opens here."""
    key, file = tmp_path / "my-key.txt", tmp_path / "carnet-00000000.txt"
    key.write_text(SECRET + "\n", "ascii")
    file.write_bytes(sealed())
    assert file.read_bytes().isascii()
    clear = subprocess.run(["age", "-d", "-i", str(key), str(file)], capture_output=True, check=True)
    assert clear.stdout == WORDS
    theirs = subprocess.run(
        ["age", "-a", "-r", public_sealing_key(SECRET)], input=WORDS, capture_output=True, check=True
    )
    assert refused(theirs.stdout) is None


def test_what_mail_does_to_it_is_harmless() -> None:
    """Other line ends, blanks, a mark of the encoding, a greeting before, a disclaimer behind."""
    text = sealed()
    for changed in (
        text.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + text, b"\n \n" + text, text + b"\n\n  ",
        text.rstrip(), text.replace(b"\n", b"  \n"),
        b"Bonjour,\r\nvoici le paquet.\r\n\r\n" + text + b"\n-- \nCe message est confidentiel.\n",
    ):  # fmt: skip
        assert changed != text
        assert refused(changed) is None


def test_it_is_known_by_its_content() -> None:
    """For how many it is sealed is read from either way of writing."""
    for as_text in (True, False):
        assert recipients_of(io.BytesIO(sealed(as_text=as_text))) == 1
    stranger = sealed(secret=new_sealing_key())
    assert refused(stranger) is NotForUs


def test_cut_anywhere_it_is_not_whole() -> None:
    """At every byte of the last lines and at 300 other places."""
    text = sealed().rstrip()
    chance = random.Random(7)
    cuts = {*range(len(text) - 120, len(text)), *(chance.randrange(len(text)) for _ in range(300)), 0}
    for cut in sorted(cuts):
        assert refused(text[:cut]) in {NotAPackage, PackageDamaged}, cut


def test_a_sign_changed_anywhere_is_noticed() -> None:
    """At 1,000 places another sign stands: never is anything taken."""
    text = sealed().rstrip()
    chance = random.Random(11)
    for _ in range(1_000):
        at = chance.randrange(len(text))
        spoilt = bytearray(text)
        spoilt[at] ^= 1 << chance.randrange(7)
        spoilt_bytes = bytes(spoilt)
        if spoilt_bytes[at : at + 1] in b" \t\r" and text[at : at + 1] == b"\n":
            continue
        assert refused(spoilt_bytes) in {NotAPackage, NotForUs, PackageDamaged}, at


def test_lines_are_as_age_writes_them() -> None:
    """A short line in the middle, a long one, an empty one, other signs, a second end: no armour."""
    lines = sealed().split(b"\n")
    spoilt = {
        "short": [*lines[:3], lines[3][:60], *lines[4:]],
        "long": [*lines[:3], lines[3] + lines[4], *lines[5:]],
        "folded otherwise": [*lines[:3], lines[3][:32], lines[3][32:], *lines[4:]],
        "empty": [*lines[:3], b"", *lines[3:]],
        "other signs": [*lines[:3], b"*" * 64, *lines[4:]],
        "padding": [*lines[:3], lines[3][:63] + b"=", *lines[4:]],
        "no end": lines[:-2],
        "one line more": [*lines[:-2], b"QUJD", *lines[-2:]],
        "a megabyte of line": [*lines[:3], b"Q" * 1_000_000, *lines[3:]],
        "missing": [*lines[:5], *lines[6:]],
        "turned round": [*lines[:5], lines[6], lines[5], *lines[7:]],
    }
    for name, changed in spoilt.items():
        assert refused(b"\n".join(changed)) in {PackageDamaged, NotAPackage}, name


def test_what_hides_far_down_a_file_is_not_looked_for() -> None:
    """The beginning of a mail is searched, not a film."""
    assert refused(b"x" * 20_000 + b"\n" + sealed()) is NotAPackage
    assert binary_of(io.BytesIO(b"x" * 20_000 + b"\n" + sealed())).read(1) == b"x"


def test_a_head_that_costs_age_minutes_costs_nothing_as_text() -> None:
    """The look before the library is the same for text: 100,000 recipients are refused at once."""
    binary = sealed(as_text=False)
    end = binary.index(b"\n-> ") + 1
    stanza = binary[end : binary.index(b"\n---") + 1]
    hostile = binary[:end] + stanza * 100_000 + binary[binary.index(b"--- ") :]
    text = base64.b64encode(hostile)
    folded = b"\n".join(text[n : n + 64] for n in range(0, len(text), 64))
    file = b"-----BEGIN AGE ENCRYPTED FILE-----\n" + folded + b"\n-----END AGE ENCRYPTED FILE-----\n"
    assert refused(file) is NotAPackage
