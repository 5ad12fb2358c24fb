"""Writing a package: the lines of the description, and never more than a reader takes."""

import hashlib
import io
import json

import pytest

from app.actions.streams.package_header import next_header
from app.errors import PackageTooLarge
from app.exchange.package import limits
from app.exchange.package.lines import Author, RecordLine, header_hash
from app.exchange.package.writer import write_package
from app.security.age_header import count_recipients
from tests.exchange.letter import opened_bytes
from tests.exchange.pair import Pair


def line(n: int, text: str = "x") -> RecordLine:
    """A record; not one any notebook would take."""
    return RecordLine(
        kind="student", id=f"{n:032x}", revision="e" * 32, author=Author(id="a" * 32, name="Claire Aubrin"),
        at="2026-11-21T10:00:00Z", fields={"family_name": text},
    )  # fmt: skip


def write(pair: Pair, lines: list[RecordLine]) -> bytes:
    """These lines to the unit, under a header of ours; the sealed bytes."""
    header, _ = next_header(pair.ours, correspondent=pair.recipient(), kind="records", counts={})
    to = [pair.recipient().seal_key]
    sealed = io.BytesIO()
    write_package(
        header=header, lines=lines, sign_secret=pair.ours.identity.sign_secret, seal_keys=to * 2,
        sealed=sealed,
    )  # fmt: skip
    return sealed.getvalue()


def test_the_lines_are_those_of_the_description(pair_with_case: Pair) -> None:
    """Header, records, manifest, signature; sorted keys, no blanks, one newline each, nothing after."""
    sent = pair_with_case.hand_over()
    clear = opened_bytes(sent.path, pair_with_case.unit)
    assert clear.endswith(b"\n")
    lines = clear.splitlines()
    for one in lines:
        sorted_again = json.dumps(
            json.loads(one), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        ).encode()
        assert one == sorted_again
    header, *records, manifest, signature = lines
    assert json.loads(header)["format"] == "carnet-package"
    assert [json.loads(one)["kind"] for one in records] == ["student", "case", "interview"]
    between = b"".join(one + b"\n" for one in records)
    assert json.loads(manifest) == {
        "records": 3, "bytes": len(between), "sha512": hashlib.sha512(between).hexdigest(),
    }  # fmt: skip
    assert set(json.loads(signature)) == {"signature"}
    package = pair_with_case.ours.transfers.packages()[0]
    assert package.hash == header_hash(header)


def test_each_recipient_is_named_once(pair_with_case: Pair) -> None:
    """A key given twice is one recipient, so that the number of recipients says nothing odd."""
    assert count_recipients(write(pair_with_case, [line(1)])[:8192]) == 1


def test_nothing_is_written_that_could_not_be_read(
    pair_with_case: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line, a number or a whole beyond the reader's limits is refused here, before it leaves."""
    monkeypatch.setattr(limits, "MOST_RECORDS", 3)
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 5_000)
    monkeypatch.setattr(limits, "LARGEST_LINE", 2_000)
    for lines in (
        [line(n) for n in range(4)],
        [line(1, "x" * 2_000)],
        [line(n, "x" * 1_650) for n in range(3)],
    ):
        with pytest.raises(PackageTooLarge):
            write(pair_with_case, lines)
