"""The recovery code: what is printed can be typed, and no slip goes unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import CodeMistyped
from app.i18n import Locale
from app.security.recovery_code import groups, is_group, new_code, read_code, same_group

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = bytes(range(20))


@given(code=st.binary(min_size=20, max_size=20))
def test_what_is_printed_is_read(code):
    """Every code comes back from its eight groups."""
    printed = groups(code)
    assert [len(group) for group in printed] == [5] * 8
    assert set("".join(printed)) <= set(SIGNS)
    assert read_code(" ".join(printed)) == code


def test_a_printed_code_of_today_is_read_in_ten_years(vectors):
    """The way of writing a code never changes."""
    sample = vectors["recovery_code"]
    assert groups(bytes.fromhex(sample["code"])) == sample["groups"]
    assert read_code(" ".join(sample["groups"])).hex() == sample["code"]


def test_no_two_codes_are_alike():
    """A code is drawn, never worked out."""
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize(
    "written",
    [
        lambda parts: "-".join(parts),
        lambda parts: "".join(parts),
        lambda parts: "  ".join(parts).lower(),
        lambda parts: "\n".join(" ".join(part) for part in parts),
        lambda parts: " – ".join(parts) + " .",
        lambda parts: " ".join(parts).replace("0", "O").replace("1", "l"),
        lambda parts: " ".join(parts).replace("0", "o").replace("1", "I"),
        lambda parts: " ".join(parts).translate({ord(sign): ord(sign) + 0xFEE0 for sign in SIGNS}),
    ],
    ids=["strokes", "in one", "small", "apart", "dashes", "O and l", "o and I", "wide"],
)
def test_it_may_be_typed_in_any_way(written):
    """Spaces, strokes, case, O for 0, I or L for 1: the code is the same."""
    assert read_code(written(groups(CODE))) == CODE


def test_every_single_slip_is_named_by_its_group():
    """All 1,240 wrong signs at all 40 places are seen, each in its own group and no other."""
    printed = groups(CODE)
    for number, group in enumerate(printed, 1):
        for place in range(5):
            for sign in SIGNS:
                if sign == group[place]:
                    continue
                wrong = group[:place] + sign + group[place + 1 :]
                typed = [*printed[: number - 1], wrong, *printed[number:]]
                with pytest.raises(CodeMistyped) as caught:
                    read_code(" ".join(typed))
                assert caught.value.groups == (number,)
                with pytest.raises(CodeMistyped) as caught:
                    read_code("".join(typed))
                assert caught.value.groups == (number,)


@given(code=st.binary(min_size=20, max_size=20), place=st.integers(0, 3), number=st.integers(1, 8))
def test_neighbours_exchanged_are_seen(code, place, number):
    """Two signs typed in the wrong order are a slip, the check sign among them too."""
    group = groups(code)[number - 1]
    turned = group[:place] + group[place + 1] + group[place] + group[place + 2 :]
    assert is_group(turned, number) is (turned == group)


@given(code=st.binary(min_size=20, max_size=20), one=st.integers(0, 7), other=st.integers(0, 7))
def test_groups_in_each_others_place_are_seen(code, one, other):
    """A group belongs to its number."""
    printed = groups(code)
    printed[one], printed[other] = printed[other], printed[one]
    if one == other:
        assert read_code(" ".join(printed)) == code
    else:
        with pytest.raises(CodeMistyped) as caught:
            read_code(" ".join(printed))
        assert caught.value.groups == tuple(sorted((one + 1, other + 1)))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda parts: [*parts[:2], parts[2][:-1], *parts[3:]], (3,)),
        (lambda parts: [*parts[:2], parts[2] + "7", *parts[3:]], (3,)),
        (lambda parts: parts[:7], (8,)),
        (lambda parts: [*parts[:4], parts[4].replace(parts[4][0], "U"), *parts[5:]], (5,)),
        (lambda parts: [*parts[:4], "é" + parts[4][1:], *parts[5:]], (5,)),
        (lambda parts: [], (1, 2, 3, 4, 5, 6, 7, 8)),
    ],
    ids=["short", "long", "one missing", "U", "é", "nothing"],
)
def test_what_is_missing_or_foreign_is_named_too(change, expected):
    """Too short, too long, a sign no sheet has: the group is named."""
    with pytest.raises(CodeMistyped) as caught:
        read_code(" ".join(change(groups(CODE))))
    assert caught.value.groups == expected


def test_a_slip_is_told_by_its_number():
    """The sentence names the group and quotes nothing of the code."""
    printed = groups(CODE)
    printed[3] = "ZZZZZ"
    with pytest.raises(CodeMistyped) as caught:
        read_code(" ".join(printed))
    said = caught.value.said(Locale("en"))
    assert "group 4" in said
    assert not any(group in said + repr(caught.value) for group in printed)


def test_the_proof_takes_the_group_as_one_types_it():
    """Two groups typed again prove the sheet, in any case; another group does not."""
    printed = groups(CODE)
    assert same_group(f" {printed[2].lower()} ", printed[2])
    assert same_group(printed[2].replace("0", "O"), printed[2])
    assert not same_group(printed[3], printed[2])
    assert not same_group("", printed[2])


@given(typed=st.text(max_size=120))
def test_any_text_is_answered_in_our_words(typed):
    """Whatever is typed by chance, it is told as a slip, never a crash."""
    with pytest.raises(CodeMistyped, match="CodeMistyped"):
        read_code(typed)
