"""Whatever the bytes are, a list is read or refused, and no line of it is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.errors import CarnetError, ListEmpty, ListUnreadable
from app.exchange.rosters.match import match
from app.exchange.rosters.records import lines_of
from app.exchange.rosters.untrusted_text import decode
from tests.lists import read

TODAY = date(2026, 11, 21)
SCRAPS = ["Haas", "Mia", "Müller", '"', '""', ";", ";;", "\n", "\r\n", "12.03.2011", "31.02.2011", "=1+1",
          " ", "\u202e", "Nom;Prénom", "\ufffd", "x" * 300, "\t", "5G2", "01.01.2020"]  # fmt: skip


STARTS = [b"", b"PK\x03\x04", b"<?xml version='1.0'?><BEE_ELEVES>", b"\xff\xfe<\x00", b"%PDF", b"BM", b"RIFF"]


@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(start: bytes, data: bytes) -> None:
    """Whatever they pretend to be, nothing but a sentence comes out, and it quotes nothing of them."""
    try:
        read(data=start + data, today=TODAY)
    except CarnetError as refusal:
        said = refusal
    else:
        return
    assert said.next_step
    assert (said.args, said.values) == ((type(said).__name__,), {})


@given(st.lists(st.sampled_from(SCRAPS), max_size=60), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_every_line_is_accounted_for_once(scraps: list[str], encoding: str) -> None:
    """New, known, doubtful, rejected, skipped and ignored lines are together the whole file."""
    text = "Nom;Prénom;Date de naissance;Date de sortie\n" + "".join(scraps)
    data = text.encode(encoding, errors="replace")
    try:
        roster = read(data=data, today=TODAY)
    except (ListUnreadable, ListEmpty):
        return
    plan = match(entries=roster.entries, students=[], school_id=None)
    numbers = [
        *roster.ignored,
        *(line.line for line in [*plan.lines, *roster.rejected, *roster.skipped]),
    ]
    assert sorted(numbers) == list(range(1, len(lines_of(decode(data))) + 1))
    verdicts = ("new", "known", "doubtful")
    assert sum(len(plan.with_verdict(verdict)) for verdict in verdicts) == len(plan.lines)
