"""The lines: what their hashes are over, what a moment is, and what they never show."""

import msgspec
import pytest

from app.exchange.package.lines import AnswerLine, Author, RecordLine, Sender, canonical, is_moment, to_sign


def line(**changes: object) -> RecordLine:
    """A line with words in it."""
    given: dict[str, object] = {
        "kind": "interview", "id": "a" * 32, "revision": "b" * 32, "at": "2026-11-21T10:00:00Z",
        "author": Author(id="c" * 32, name="Claire Aubrin"), "fields": {"date": "2026-11-12"},
        "answers": [AnswerLine(question="conclusion", value="Inês")],
    }  # fmt: skip
    return RecordLine(**given | changes)  # type: ignore[arg-type]


def test_the_hash_is_over_what_is_said() -> None:
    """Another word, another record: another hash. Who wrote it when, and what was sent before: the same."""
    same = line(revision="d" * 32, ancestors=["e" * 32], at="2026-12-01T10:00:00Z")
    assert same.digest() == line().digest()
    for changes in ({"fields": {}}, {"answers": []}, {"id": "f" * 32}, {"kind": "plan"}):
        assert line(**changes).digest() != line().digest()


def test_the_same_content_is_the_same_bytes() -> None:
    """Whatever order it was put together in."""
    assert (
        canonical({"b": 1, "a": [1, {"d": "é", "c": None}]}) == '{"a":[1,{"c":null,"d":"é"}],"b":1}'.encode()
    )


def test_header_and_manifest_cannot_change_places() -> None:
    """What is signed has both, each by a hash of fixed length."""
    assert len(to_sign(b"a", b"b")) == 128
    assert to_sign(b"a", b"b") != to_sign(b"b", b"a")


def test_no_line_shows_its_words() -> None:
    """Logs and exceptions name records, not people."""
    sender = Sender(id="a" * 32, name="Inês", unit="Inês", role="unit", sign_key="b", seal_key="c")
    shown = [line(), line().author, line().answers[0], sender]
    for one in shown:
        assert "Inês" not in repr(one) + str(one)
        assert "Claire" not in repr(one) + str(one)
    assert msgspec.json.decode(msgspec.json.encode(line()), type=RecordLine) == line()


@pytest.mark.parametrize("text", [
    "", "2026-11-21", "2026-11-21T10:00:00", "2026-11-21T10:00:00+01:00", "2026-02-29T10:00:00Z",
    "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "2026-11-21T10:00:00Z\n",
])  # fmt: skip
def test_odd_moments_are_none(text: str) -> None:
    """Only what `now` writes is a moment."""
    assert not is_moment(text)


def test_a_leap_day_is_a_day() -> None:
    """The calendar decides."""
    assert is_moment("2028-02-29T23:59:59Z")
