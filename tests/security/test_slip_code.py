"""The code on a return slip: short, sound to read aloud, and nothing in it about anybody."""

import random
import secrets

import pytest

from app.errors import SlipMistyped
from app.security.recovery_code import groups
from app.security.signs import ALPHABET
from app.security.slip_code import beginning_of, looks_like_code, read_slip_code, slip_code

IDS = [secrets.token_hex(16) for _ in range(300)]


def test_the_code_is_fixed_for_ever() -> None:
    """Slips on their way back must be found by every later version."""
    assert slip_code("00000000" + "0" * 24) == "0000-009"
    assert slip_code("ffffffff" + "0" * 24) == "ZZZZ-ZZG"
    assert slip_code("8badf00d" + "a" * 24) == "HEPZ-03A"


def test_it_is_read_however_it_is_typed() -> None:
    """Small letters, spaces, no stroke, another dash, O for zero, I or l for one."""
    for record_id in IDS:
        code = slip_code(record_id)
        for typed in (
            code.lower(), code.replace("-", ""), f"  {code.replace('-', ' – ')} ",
            code.replace("0", "O").replace("1", "l"), code.replace("1", "I"),
        ):  # fmt: skip
            assert read_slip_code(typed) == code
        assert record_id.startswith(beginning_of(code))


def test_one_wrong_sign_or_two_exchanged_are_always_seen() -> None:
    """Every wrong sign in every place, and every two signs in each other's place."""
    for record_id in IDS[:40]:
        signs = slip_code(record_id).replace("-", "")
        wrong = {
            signs[:at] + sign + signs[at + 1 :]
            for at in range(len(signs)) for sign in ALPHABET if sign != signs[at]
        }  # fmt: skip
        for one in range(len(signs)):
            for other in range(one):
                swapped = list(signs)
                swapped[one], swapped[other] = swapped[other], swapped[one]
                wrong.add("".join(swapped))
        for typed in wrong - {signs}:
            with pytest.raises(SlipMistyped):
                read_slip_code(typed)


@pytest.mark.parametrize("typed", ["", "7", "Moreira!", "2026-0231", "UUUU-UUU", "🙂" * 7, "x" * 100_000])
def test_anything_else_is_no_code(typed: str) -> None:
    """Empty, too short, too long, a case reference, signs that are never printed."""
    with pytest.raises(SlipMistyped):
        read_slip_code(typed)


def test_a_group_of_a_recovery_sheet_is_no_slip() -> None:
    """They have another length, and begin at other numbers."""
    for group in groups(bytes(range(20))):
        with pytest.raises(SlipMistyped):
            read_slip_code(group)


def test_names_are_not_taken_for_codes() -> None:
    """Only what holds a digit looks like a code; a printed one without a digit is still found exactly."""
    assert looks_like_code("7K3M-2QP")
    assert looks_like_code(" 7k3m 2qp ")
    for name in ("Moreira", "2026-0231", "Da Costa", "5G2", "621 00 00"):
        assert not looks_like_code(name)


def test_nearly_no_two_referrals_share_a_code() -> None:
    """Ten thousand referrals: a handful of pairs at most, which are then both shown."""
    chance = random.Random(7)
    codes = {slip_code(f"{chance.getrandbits(128):032x}") for _ in range(10_000)}
    assert len(codes) >= 9_998
