"""Looking into a package: whose it is, what it would do, and nothing written."""

from pathlib import Path

import msgspec
import pytest

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.receiving.open_package import open_package
from app.actions.streams.tell_missing import tell_missing
from app.errors import (
    CarnetError,
    FileUnreadable,
    PackageDamaged,
    PackageOwn,
    SenderChanged,
    SenderRetired,
    SenderUnknown,
)
from app.exchange.card_file import signed
from app.exchange.incoming import ALONE, NOT_OURS, TAKEN
from app.i18n import Locale
from app.security.seal import new_sealing_key, public_sealing_key
from tests import builders
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair, rows


def opened(pair: Pair, path: Path):
    """The unit looks into it, in a process apart as the window does."""
    return open_package(pair.unit, library=pair.library, path=path)


def failure(pair: Pair, path: Path) -> type[CarnetError]:
    """How it is refused; nothing of the unit's notebook has changed."""
    before = rows(pair.unit)
    with pytest.raises(CarnetError) as caught:
        opened(pair, path)
    assert rows(pair.unit) == before
    return caught.type


def test_a_package_shows_what_it_would_do(pair_with_case: Pair) -> None:
    """Sender, number, verdicts; nothing is written by looking, and no word shown by logging."""
    sent = pair_with_case.hand_over()
    before = rows(pair_with_case.unit)
    found = opened(pair_with_case, sent.path)
    assert (found.correspondent.name, found.header.sequence) == ("Claire Aubrin", 1)
    assert [(one.line.kind, one.verdict) for one in found.records] == [
        ("student", "new"), ("case", "new"), ("interview", "new"),
    ]  # fmt: skip
    assert (found.missing, found.is_repeated, found.count("new")) == ([], False, 3)
    assert rows(pair_with_case.unit) == before
    assert "Inês" not in repr(found) + repr(found.records)


def test_an_unknown_sender_is_told(pair_with_case: Pair) -> None:
    """Signed well, but by somebody whose card was never accepted, or was put in the bin."""
    pair = pair_with_case
    sent = pair.hand_over()
    known = pair.recipient(pair.unit)
    with pair.unit.change():
        pair.unit.correspondents.remove(known.id)
    assert failure(pair, sent.path) is SenderUnknown


def test_a_changed_or_retired_card_is_told(pair_with_case: Pair) -> None:
    """While a card is in doubt nothing of its owner is read; compared again, it is."""
    pair = pair_with_case
    sent = pair.hand_over()
    known = pair.recipient(pair.unit)
    new = msgspec.structs.replace(
        own_card(pair.ours), seal_key=public_sealing_key(new_sealing_key()), signature=""
    )
    accept_card(pair.unit, card=signed(new, secret=pair.ours.identity.sign_secret))
    assert failure(pair, sent.path) is SenderChanged
    accept_card(pair.unit, card=own_card(pair.ours), compared_how="phone")
    assert opened(pair, sent.path).count("new") == 3
    retire_correspondent(pair.unit, correspondent_id=known.id)
    assert failure(pair, sent.path) is SenderRetired


def test_another_seal_key_in_the_package_is_a_changed_card(pair: Pair) -> None:
    """The keys of the package are those that were compared, both of them."""
    letter = Letter(pair)
    letter.header["sender"]["seal_key"] = public_sealing_key(new_sealing_key())
    assert failure(pair, letter.put(pair.stick)) is SenderChanged


def test_a_card_nobody_compared_is_read_all_the_same(pair_with_case: Pair) -> None:
    """Its signature holds; that nobody compared the words is shown with the sender."""
    pair = pair_with_case
    with pair.unit.change():
        known = pair.recipient(pair.unit)
        pair.unit.correspondents.save(msgspec.structs.replace(known, state="unknown"))
    assert opened(pair, pair.hand_over().path).correspondent.state == "unknown"


def test_our_own_package_is_told(pair_with_case: Pair) -> None:
    """The wrong file of the folder is recognised as what one sent oneself."""
    pair = pair_with_case
    sent = pair.hand_over()
    with pytest.raises(PackageOwn):
        open_package(pair.ours, library=pair.library, path=sent.path)


def test_a_file_that_is_not_there_is_told_as_such(pair: Pair) -> None:
    """Not as a broken package."""
    assert failure(pair, pair.stick / "carnet-00000000.age") is FileUnreadable
    assert failure(pair, pair.stick) is FileUnreadable


def test_numbers_that_have_not_come_are_told(pair: Pair) -> None:
    """Number three comes first: one and two are missing; when two came, only one is."""
    paths = []
    for n in range(4):
        student = builders.kept_student(pair.ours, given_name=f"Élève {n}")
        builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "x"})
        paths.append(pair.hand_over().path)
    assert pair.look(paths[2]).missing == [1, 2]
    pair.take(paths[2])
    pair.take(paths[1])
    assert pair.look(paths[3]).missing == [1]
    assert pair.look(paths[1]).missing == [1]
    pair.take(paths[0])
    assert pair.look(paths[3]).missing == []


def test_a_number_beyond_counting_costs_nothing(pair: Pair) -> None:
    """Somebody who claims a thousand million packages before this one is not believed at length."""
    letter = Letter(pair)
    letter.header["sequence"] = 1_000_000_000
    assert len(pair.look(letter.put(pair.stick)).missing) == 1000


def test_a_row_of_packages_belongs_to_one_sender(pair_with_case: Pair) -> None:
    """Nobody continues somebody else's row, nor the one we send in."""
    pair = pair_with_case
    pair.hand_over()
    builders.kept_student(pair.unit)
    letter = Letter(pair)
    with pair.unit.change():
        other = pair.unit.correspondents.save(builders.correspondent())
        stream = pair.ours.transfers.newest_stream(pair.recipient().id, "out")
        pair.unit.transfers.keep_stream(
            msgspec.structs.replace(stream, correspondent_id=other.id, direction="in")
        )
    letter.header["stream_id"] = stream.id
    assert failure(pair, letter.put(pair.stick)) is PackageDamaged


def test_a_row_that_goes_on_in_two_places_is_told(pair_with_case: Pair) -> None:
    """A number that came with other content, and one that continues another letter than came."""
    pair = pair_with_case
    first = Letter(pair)
    pair.take(first.put(pair.stick))
    again = pair.look(pair.stick / f"carnet-{first.header['package_id'][:8]}.age")
    assert (again.is_repeated, again.is_forked) == (True, False)
    other = Letter(pair)
    other.header["stream_id"] = first.header["stream_id"]
    assert pair.look(other.put(pair.stick)).is_forked
    third = Letter(pair)
    third.header |= {"stream_id": first.header["stream_id"], "sequence": 2, "previous": "0" * 64}
    assert pair.look(third.put(pair.stick)).is_forked
    sound = Letter(pair)
    previous = pair.look(pair.stick / f"carnet-{first.header['package_id'][:8]}.age").header_hash
    sound.header |= {"stream_id": first.header["stream_id"], "sequence": 2, "previous": previous}
    assert not pair.look(sound.put(pair.stick)).is_forked


def test_a_name_that_comes_again_with_other_content_is_no_repetition(pair: Pair) -> None:
    """Not "opened before": nobody takes another letter for the one that was read."""
    letter = Letter(pair)
    pair.take(letter.put(pair.stick))
    letter.records.append(letter.student(given_name="Zoé"))
    letter.header["counts"] = {"student": 2}
    found = pair.look(letter.put(pair.stick))
    assert (found.is_repeated, found.is_forked) == (False, True)


def test_missing_numbers_are_told_in_runs(pair: Pair) -> None:
    """A thousand of them are no thousand words."""
    letter = Letter(pair)
    letter.header["sequence"] = 5
    pair.take(letter.put(pair.stick))
    later = Letter(pair)
    later.header |= {"stream_id": letter.header["stream_id"], "sequence": 8}
    missing = pair.look(later.put(pair.stick)).missing
    assert tell_missing(missing, locale=Locale("en")) == (
        "Numbers 1–4, 6, 7 of the same sender have not come."
    )


def verdicts(pair: Pair, letter: Letter) -> list[tuple[str, str]]:
    """What would become of each record."""
    return [(one.verdict, one.reason) for one in pair.look(letter.put(pair.stick)).records]


def test_what_cannot_be_taken_is_refused_with_its_reason(pair: Pair) -> None:
    """The rest of the package comes in; what leans on something refused is refused too."""
    letter = Letter(pair)
    student, odd = letter.student(), letter.student(family_name="Col\x00ombe")
    case, alone = letter.case(student), letter.case(odd, reference="2026-0078")
    letter.records = [alone, case, odd, student, letter.record("professional", {"name": "x"})]
    assert verdicts(pair, letter) == [
        ("refused", "A value in it is not possible."), ("new", ""), ("refused", ALONE), ("new", ""),
        ("refused", NOT_OURS),
    ]  # fmt: skip


def test_what_leans_on_what_is_here_is_taken(pair: Pair) -> None:
    """A case of a student who came before."""
    letter = Letter(pair)
    student = letter.student()
    letter.records = [student]
    pair.take(letter.put(pair.stick))
    again = Letter(pair)
    again.records = [again.case(student)]
    assert verdicts(pair, again) == [("new", "")]


def test_an_identifier_of_ours_is_not_taken_over(pair_with_case: Pair) -> None:
    """A student that calls itself like an interview would take its answers away."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (interview,) = pair.unit.interviews.list()
    letter = Letter(pair)
    letter.records = [letter.record("student", letter.student()["fields"], id=interview.id)]
    assert verdicts(pair, letter) == [("refused", TAKEN)]
