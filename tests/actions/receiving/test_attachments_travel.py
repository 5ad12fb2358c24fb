"""Attachments go with their case, whole; each is looked at over there as if it were added by hand."""

import hashlib
import tracemalloc

import msgspec
import pytest

from app.actions.attachments.came_from import came_from
from app.actions.bin_record import bin_record
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.choose_proposals import choose_proposals
from app.actions.sending.look_at_package import look_at_package
from app.actions.sending.send_package import send_package
from app.errors import AgreementOver, AttachmentNotSent, DiskFull, Stopped
from app.exchange.incoming import ALONE, ODD_VALUES, TAKEN
from app.exchange.incoming_file import FILE_CODES, NO_FILE
from app.exchange.package.lines import VERSION, WITHOUT_FILES
from app.i18n import Locale
from app.models.agreement import Agreement
from tests import builders, pictures
from tests.attached import attached, contents
from tests.exchange.file_letter import PDF, FileLetter
from tests.exchange.letter import compact
from tests.exchange.pair import Pair, rows


def case_id(pair: Pair) -> str:
    """The one case."""
    (case,) = pair.ours.cases.list()
    return case.id


def sheet_id(pair: Pair) -> str:
    """Its interview."""
    (sheet,) = pair.ours.interviews.list()
    return sheet.id


def staying(pair: Pair) -> dict[str, str]:
    """By name, why an attachment does not leave."""
    outgoing = choose_outgoing(
        pair.ours, library=pair.library, correspondent_id=pair.recipient().id, case_ids=[case_id(pair)]
    )
    return {one.attachment.name: one.why for one in outgoing.staying}


def test_they_arrive_byte_for_byte(pair_with_case: Pair) -> None:
    """With the case and with a sheet, in pieces; the receipt names them, the ledger as well."""
    pair = pair_with_case
    large = pictures.noise("png", size=(700, 500))
    assert len(large) > 1 << 20
    one = attached(pair.ours, PDF, kind="case", record_id=case_id(pair))
    other = attached(pair.ours, large, kind="interview", record_id=sheet_id(pair), name="dessin.png")
    sent = pair.hand_over()
    opened = pair.look(sent.path)
    assert (opened.header.version, opened.header.counts["attachment"]) == (VERSION, 2)
    assert {judged.kind for judged in opened.records.with_verdict("new")} >= {"attachment", "case"}
    assert pair.take(sent.path).counts == {"new": 5}
    assert contents(pair.unit) == contents(pair.ours)
    assert contents(pair.unit).keys() == {one.id, other.id}
    there = pair.unit.attachments.list()
    assert came_from(pair.unit, attachments=there) == dict.fromkeys([one.id, other.id], "Claire Aubrin")
    assert came_from(pair.ours, attachments=pair.ours.attachments.list()) == {}
    assert pair.acknowledge(opened.header.package_id).package_ids == [opened.header.package_id]
    package = pair.ours.transfers.package(opened.header.package_id)
    assert package is not None
    assert (package.applied, package.refused) == (5, {})
    lines = pair.ours.disclosures.list()
    ledger = [(line.record_kind, line.record_id, line.means, line.scope) for line in lines]
    assert ("attachment", one.id, "sent", "proposed") in ledger
    assert len(ledger) == 3
    assert pair.unit.damage() == []


def test_what_arrived_is_not_sent_again(pair_with_case: Pair) -> None:
    """Once is enough, and what came from somebody goes not back; without files an older Carnet opens it."""
    pair = pair_with_case
    attached(pair.ours, PDF, kind="interview", record_id=sheet_id(pair))
    first = pair.hand_over().path
    pair.take(first)
    assert pair.take(first).counts == {"identical": 4}
    added = attached(pair.ours, pictures.one_of("png"), kind="interview", record_id=sheet_id(pair))
    again = pair.hand_over().path
    package = pair.read(again)
    assert [line.id for line in package.records if line.kind == "attachment"] == [added.id]
    assert {line.kind for line in package.records} == {"student", "case", "interview", "attachment"}
    assert pair.take(again).counts == {"identical": 3, "new": 1}
    back = Pair.turned(pair)
    with back.ours.change():
        (case,) = back.ours.cases.list()
        back.ours.cases.save(msgspec.structs.replace(case, state="closed"))
    answer = back.hand_over().path
    assert back.read(answer).header.version == WITHOUT_FILES
    assert "attachment" not in {line.kind for line in back.read(answer).records}


def test_the_unit_answers_with_a_file(pair_with_case: Pair) -> None:
    """Something added there comes back with the case, and is no second version of anything."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    back = Pair.turned(pair)
    answer = attached(back.ours, PDF, kind="case", record_id=back.ours.cases.list()[0].id, name="avis.pdf")
    counts = back.take(back.hand_over().path).counts
    assert counts.get("new") == 1
    assert pair.ours.attachments.get(answer.id).name == "avis.pdf"
    assert pair.ours.transfers.conflicts() == []


def test_those_that_stay_say_why(pair_with_case: Pair) -> None:
    """With a sheet nothing of which leaves, and where the service hands over less than all of it."""
    pair = pair_with_case
    silent = builders.finished(
        pair.ours, pair.library, student_id=pair.ours.students.list()[0].id, values={"analysis": "Ici."}
    ).record
    attached(pair.ours, PDF, kind="interview", record_id=silent.id, name="reste.pdf")
    attached(pair.ours, PDF, kind="case", record_id=case_id(pair), name="part.pdf")
    assert list(staying(pair)) == ["reste.pdf"]
    assert "sheet" in staying(pair)["reste.pdf"]
    assert [line.fields["name"] for line in pair.read(pair.hand_over().path).records if line.pieces] == [
        "part.pdf"
    ]
    attached(pair.ours, pictures.pdf(pages=3), kind="case", record_id=case_id(pair), name="autre.pdf")
    key = pair.ours.framework
    service = pair.library.frameworks[key]
    circles = [
        msgspec.structs.replace(one, gives="shared") if one.who == "service" else one
        for one in service.circles
    ]
    narrow = {**pair.library.frameworks, key: msgspec.structs.replace(service, circles=circles)}
    pair.library = msgspec.structs.replace(pair.library, frameworks=narrow)
    assert set(staying(pair)) == {"reste.pdf", "part.pdf", "autre.pdf"}


def test_what_lies_in_the_bin_stays(pair_with_case: Pair) -> None:
    """And what was put there later is not taken back from whoever has it, nor erased where it was erased."""
    pair = pair_with_case
    one = attached(pair.ours, PDF, kind="case", record_id=case_id(pair))
    bin_record(pair.ours, library=pair.library, kind="attachment", record_id=one.id)
    assert pair.read(pair.hand_over().path).header.version == WITHOUT_FILES
    other = attached(pair.ours, pictures.pdf(pages=2), kind="case", record_id=case_id(pair))
    path = pair.hand_over().path
    pair.take(path)
    bin_record(pair.ours, library=pair.library, kind="attachment", record_id=other.id)
    assert [one.id for one in pair.unit.attachments.list()] == [other.id]
    with pair.unit.change():
        pair.unit.erasures.erase(kind="attachment", record_ids=[other.id])
    assert pair.take(path).counts["refused"] == 1
    assert pair.unit.attachments.list() == []
    assert rows(pair.unit, "attachment_content") == {"attachment_content": []}


HOSTILE = {
    "broken": b"%PDF-1.7\n" + bytes(500) + b"%%EOF",
    "cut_off": pictures.noise("png")[:-40],
    "locked": pictures.pdf(pages=1, password="secret"),
    "heavy": pictures.bomb(60_000, 60_000),
    "type": b"MZ" + bytes(500),
}


def test_hostile_files_are_refused_and_the_rest_is_taken(pair_with_case: Pair) -> None:
    """Damaged, cut, locked, a bomb, a program: each with its own reason, which the receipt carries back."""
    pair = pair_with_case
    made = {
        attached(
            pair.ours, content, kind="case", record_id=case_id(pair), name=f"{code}.pdf",
            type="pdf" if content[:4] != b"\x89PNG" else "png",
        ).id: code
        for code, content in HOSTILE.items()
    }  # fmt: skip
    good = attached(pair.ours, PDF, kind="case", record_id=case_id(pair))
    sent = pair.hand_over()
    opened = pair.look(sent.path)
    assert receive_package(pair.unit, library=pair.library, opened=opened).counts == {"new": 4, "refused": 5}
    assert contents(pair.unit).keys() == {good.id}
    assert rows(pair.unit, "attachment_content")["attachment_content"] != []
    pair.acknowledge(opened.header.package_id)
    package = pair.ours.transfers.package(opened.header.package_id)
    assert package is not None
    assert package.refused == made
    said = look_at_package(
        pair.ours, library=pair.library, package_id=package.id, locale=Locale("en")
    ).refused
    assert (
        "Attachment locked.pdf",
        "The file is protected by a password, so it was not taken there.",
    ) in said
    assert set(made.values()) == set(FILE_CODES.values()) - {"no_file"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\Windows\\CON.pdf", "CON.pdf"), ("/srv/.ssh/", "ssh"),
        ("bilan\u202efdp.exe", "bilan\ufffdfdp.exe"), ("a\x00\n.pdf", "a\ufffd\ufffd.pdf"), ("", "?"),
    ],
)  # fmt: skip
def test_a_name_is_made_harmless(pair: Pair, name: str, shown: str) -> None:
    """No path, nothing that turns the line around: as if the file had been added here."""
    letter = FileLetter(pair)
    key = letter.add(name=name)
    pair.take(letter.put(pair.stick))
    assert pair.unit.attachments.get(key).name == shown


def refused(pair: Pair, letter: FileLetter) -> dict[str, str]:
    """By attachment why it is not taken; nothing of it is there."""
    opened = pair.look(letter.put(pair.stick))
    receive_package(pair.unit, library=pair.library, opened=opened)
    judged = pair.look(next(pair.stick.iterdir())).records
    assert pair.unit.damage() == []
    return {one.id: one.reason for one in judged if one.kind == "attachment"}


def test_one_that_speaks_of_something_else_is_refused(pair: Pair) -> None:
    """Another kind of file than said, an impossible size, kept with nothing, without its bytes."""
    letter = FileLetter(pair)
    odd = {
        letter.add(record_id="f" * 32): ALONE,
        letter.add(record_kind="task"): ALONE,
        letter.add(record_kind="nothing"): ODD_VALUES,
        letter.add(case_id=None): ODD_VALUES,
        letter.add(sha256="x"): ODD_VALUES,
        letter.add(pictures.pdf(pages=2), parts=[]): NO_FILE,
    }  # fmt: skip
    letter.records[-2]["pieces"] = 0
    letter.pieces = [one for one in letter.pieces if one["attachment"] != letter.records[-2]["id"]]
    assert refused(pair, letter) == odd
    assert pair.unit.attachments.list() == []


def test_a_known_identifier_with_other_bytes_is_refused(pair: Pair) -> None:
    """The file that is here stays what it is; the same bytes under another name are here already."""
    letter = FileLetter(pair)
    key = letter.add()
    pair.take(letter.put(pair.stick))
    before = contents(pair.unit)
    other = FileLetter(pair)
    other.header |= {"stream_id": letter.header["stream_id"], "sequence": 2, "stream_is_new": False}
    other.header["previous"] = hashlib.sha256(compact(letter.header)).hexdigest()
    other.records, other.case_line = list(letter.records[:2]), letter.case_line
    other.add(pictures.pdf(pages=3), id=key)
    again = other.add(name="autre nom.pdf")
    opened = pair.look(other.put(pair.stick))
    verdicts = {one.id: (one.verdict, one.reason) for one in opened.records if one.kind == "attachment"}
    assert verdicts == {key: ("refused", TAKEN), again: ("identical", "")}
    receive_package(pair.unit, library=pair.library, opened=opened)
    assert contents(pair.unit) == before


def test_a_damaged_one_is_not_sent(pair_with_case: Pair) -> None:
    """The package is not written, nothing is noted, and the person is told which file it is."""
    pair = pair_with_case
    one = attached(pair.ours, PDF, kind="case", record_id=case_id(pair), name="abîmé.pdf")
    pair.ours._engine.run("UPDATE attachment_content SET content = zeroblob(4)")
    before = rows(pair.ours)
    with pytest.raises(AttachmentNotSent) as caught:
        pair.hand_over()
    assert caught.value.values == {"file": "abîmé.pdf"}
    assert list(pair.stick.iterdir()) == []
    assert rows(pair.ours) == before
    bin_record(pair.ours, library=pair.library, kind="attachment", record_id=one.id)
    assert pair.hand_over().records == 3


def test_a_picture_waits_for_its_agreement(pair_with_case: Pair) -> None:
    """On the ground of an agreement that was taken back for pictures the case leaves only without them."""
    pair = pair_with_case
    (student,) = pair.ours.students.list()
    with pair.ours.change():
        for scope, over in (("service", None), ("picture", builders.TODAY)):
            pair.ours.agreements.save(
                Agreement(student_id=student.id, scope=scope, given_on=builders.TODAY, withdrawn_on=over)
            )
    photo = attached(pair.ours, pictures.one_of("jpeg"), kind="case", record_id=case_id(pair))

    def sent() -> None:
        to = pair.recipient().id
        outgoing = choose_outgoing(
            pair.ours, library=pair.library, correspondent_id=to, case_ids=[case_id(pair)]
        )
        send_package(pair.ours, correspondent_id=to, outgoing=outgoing, folder=pair.stick, ground="AGREEMENT")

    with pytest.raises(AgreementOver):
        sent()
    assert list(pair.stick.iterdir()) == []
    bin_record(pair.ours, library=pair.library, kind="attachment", record_id=photo.id)
    sent()


def test_a_full_disk_leaves_nothing(pair_with_case: Pair) -> None:
    """Half-way through the bytes there is no room: no record, no piece, no number; then it is taken whole."""
    pair = pair_with_case
    attached(pair.ours, pictures.noise("png", size=(900, 900)), kind="case", record_id=case_id(pair))
    path = pair.hand_over().path
    before = rows(pair.unit)
    opened = pair.look(path)
    (pages,) = pair.unit._engine.row("PRAGMA page_count") or (0,)
    pair.unit._engine.run(f"PRAGMA max_page_count = {pages + 200}")
    with pytest.raises(DiskFull):
        receive_package(pair.unit, library=pair.library, opened=opened)
    assert rows(pair.unit) == before
    assert rows(pair.unit, "attachment_content") == {"attachment_content": []}
    pair.unit._engine.run("PRAGMA max_page_count = 1073741823")
    assert pair.take(path).counts == {"new": 4}
    assert contents(pair.unit) == contents(pair.ours)


def test_a_case_handed_over_for_good_takes_its_files(pair_with_case: Pair) -> None:
    """All of them, or nobody says that the case is taken on: a refused one holds the receipt back."""
    pair = pair_with_case
    bad = attached(pair.ours, HOSTILE["broken"], kind="case", record_id=case_id(pair))
    attached(pair.ours, PDF, kind="case", record_id=case_id(pair), name="bon.pdf")

    def given() -> str:
        to = pair.recipient().id
        outgoing = choose_outgoing(
            pair.ours, library=pair.library, correspondent_id=to, case_ids=[case_id(pair)], for_good=True
        )
        sent = send_package(pair.ours, correspondent_id=to, outgoing=outgoing, folder=pair.stick)
        pair.take(sent.path)
        return sent.package_id

    pair.acknowledge(given())
    assert set(pair.ours.transfers.handovers.given()) == set()
    bin_record(pair.ours, library=pair.library, kind="attachment", record_id=bad.id)
    pair.acknowledge(given())
    assert set(pair.ours.transfers.handovers.given()) == {case_id(pair)}
    assert [one.name for one in pair.unit.attachments.list()] == ["bon.pdf"]


def test_with_a_proposed_case_they_wait_for_the_answer(pair_with_case: Pair) -> None:
    """Declined, nothing of them is there; accepted, they are looked at and taken like all others."""
    pair = Pair.turned(pair_with_case)
    student = builders.kept_student(pair.ours, given_name="Zoé")
    sheet = builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "Oui"})
    proposed = str(sheet.record.case_id)
    attached(pair.ours, PDF, kind="case", record_id=proposed)
    attached(pair.ours, HOSTILE["broken"], kind="interview", record_id=sheet.record.id)
    (unit,) = pair.unit.correspondents.list()
    with pair.unit.change():
        pair.unit.correspondents.save(
            msgspec.structs.replace(unit, role="unit", unit=pair.unit.units.own().name)
        )
    to = pair.recipient().id
    outgoing = choose_proposals(pair.ours, library=pair.library, correspondent_id=to, case_ids=[proposed])
    path = send_package(pair.ours, correspondent_id=to, outgoing=outgoing, folder=pair.stick).path
    opened = pair.look(path)
    (offer,) = opened.offers
    assert offer.is_open
    receive_package(pair.unit, library=pair.library, opened=opened)
    assert pair.unit.attachments.list() == []
    received = receive_package(
        pair.unit, library=pair.library, opened=pair.look(path), answers={offer.line.id: True}
    )
    assert received.counts == {"new": 4, "refused": 1}
    assert [one.record_id for one in pair.unit.attachments.list()] == [proposed]
    assert pair.unit.damage() == []


def test_the_lock_ends_the_look_at_them(pair_with_case: Pair) -> None:
    """What waits of the package is gone with its key: who looks at a file is told, nothing is written."""
    pair = pair_with_case
    attached(pair.ours, PDF, kind="case", record_id=case_id(pair))
    opened = pair.look(pair.hand_over().path)
    before = rows(pair.unit)
    opened.close()
    with pytest.raises(Stopped):
        receive_package(pair.unit, library=pair.library, opened=opened)
    assert rows(pair.unit) == before


def test_three_files_take_no_more_memory_than_one(pair_with_case: Pair) -> None:
    """Written piece by piece; taken over with the file that is looked at in memory, and never two of them."""
    pair = pair_with_case
    size = 8_000_000
    for n in range(3):
        padded = PDF[:-6] + b"%" + bytes([65 + n]) * (size - len(PDF) - 1) + PDF[-6:]
        attached(pair.ours, padded, kind="case", record_id=case_id(pair), name=f"{n}.pdf")
        del padded
    tracemalloc.start()
    try:
        path = pair.hand_over().path
        sending = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        assert pair.take(path).counts == {"new": 6}
        taking = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sending < 8_000_000
    assert taking < 2 * size + 4_000_000
