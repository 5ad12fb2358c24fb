"""JSON that knows whether it was damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.security import checked_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.text(max_size=8).filter(lambda key: key != "checksum"), VALUES, max_size=5)


@given(content=OBJECTS)
def test_what_was_written_is_read(content):
    """Any object comes back as it was."""
    assert checked_json.decode(checked_json.encode(content)) == content


@given(content=OBJECTS)
def test_white_space_is_no_damage(content):
    """A reader may lay the file out again."""
    again = checked_json.encode(content).replace(b"\n", b"\r\n\t")
    assert checked_json.decode(again) == content


@given(content=OBJECTS, data=st.data())
def test_another_content_is_damage(content, data):
    """The checksum of one object does not pass for another's."""
    other = data.draw(OBJECTS.filter(lambda each: each != content))
    checksum = checked_json.encode(content).rsplit(b'"checksum": "', 1)[1][:64]
    own = checked_json.encode(other).rsplit(b'"checksum": "', 1)[1][:64]
    if checksum != own:
        with pytest.raises(checked_json.Damaged):
            checked_json.decode(checked_json.encode(other).replace(own, checksum))


@given(raw=st.binary(max_size=300))
def test_any_bytes_are_whole_or_damaged(raw):
    """Nothing else comes out of a hostile file, and no byte of it in the error."""
    with pytest.raises(checked_json.Damaged) as caught:
        checked_json.decode(raw)
    assert caught.value.args == ()
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"checksum": ""}',
        b'{"checksum": null}',
        b'{"a": NaN, "checksum": ""}',
        b'{"a": 1e999, "checksum": ""}',
        b'{"a": ' + b"9" * 6000 + b"}",
        b"[" * 16000,
        b'{"a":' * 3000,
        '{"é": 1}'.encode(),
        b"\xff\xfe",
    ],
)
def test_strange_files_are_damaged(raw):
    """Depth, size of numbers, other encodings: one word for all."""
    with pytest.raises(checked_json.Damaged):
        checked_json.decode(raw)
