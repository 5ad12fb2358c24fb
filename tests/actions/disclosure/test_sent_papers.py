"""Papers kept as they left: the very bytes, once, with their line, and for as long as nobody erases them."""

from pathlib import Path

import pytest

from app.actions.bin_record import bin_record
from app.actions.copies.copy_notebook import copy_notebook
from app.actions.disclosure.look_at_sent import look_at_sent
from app.actions.disclosure.note_printed import note_printed
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.history.look_at_erasing import look_at_erasing
from app.actions.papers.hand_out_file import hand_out_file
from app.actions.sending.send_again import note_printed_again, save_again
from app.actions.sheets.sheet import Sheet
from app.errors import CarnetError, FileNotWritten, PaperLost, RecordUnknown
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import PDF, PHRASE, TODAY, finished, kept_student
from tests.stories.bad_input.causes import nothing_grows


@pytest.fixture
def sheet(notebook: Notebook, library: Library) -> Sheet:
    """A referral that has not left yet."""
    return finished(notebook, library, form_key="f4-referral", student_id=kept_student(notebook).id)


def printed(notebook: Notebook, sheet: Sheet, pdf: bytes = PDF) -> str:
    """The line of a paper that came out of the printer."""
    note_printed(
        notebook, sheet=sheet, pdf=pdf, recipient="Les Tilleuls", ground="AGREEMENT", language="fr",
        today=TODAY,
    )  # fmt: skip
    return notebook.disclosures.list()[0].id


def kept(notebook: Notebook) -> int:
    """How many papers are kept."""
    return int(notebook._engine.row("SELECT count(*) FROM sent_paper")[0])  # type: ignore[index]


def test_what_was_printed_is_kept_byte_for_byte(notebook: Notebook, sheet: Sheet) -> None:
    """With its sheet, form, version and language; the referral is sent; nothing is wrong with it."""
    sent = look_at_sent(notebook, disclosure_id=printed(notebook, sheet))
    assert sent.pdf == PDF
    line = sent.line
    assert (line.record_kind, line.record_id) == ("referral", sheet.record.id)
    assert (line.what, line.language) == (f"f4-referral v{sheet.form.version}", "fr")
    assert notebook.referrals.get(sheet.record.id).status == "sent"
    assert notebook.damage() == []


def test_a_saved_file_is_kept_too(notebook: Notebook, sheet: Sheet, tmp_path: Path) -> None:
    """Whatever goes through `hand_out_file` is kept, and the same bytes are kept once."""
    for name in ("a.pdf", "b.pdf"):
        hand_out_file(
            notebook, sheet=sheet, pdf=PDF, path=tmp_path / name, recipient="Les Tilleuls", ground="",
            language="fr", today=TODAY,
        )  # fmt: skip
    printed(notebook, sheet)
    assert kept(notebook) == 1
    newest = notebook.disclosures.list()[0]
    assert len(look_at_sent(notebook, disclosure_id=newest.id).again) == 2
    printed(notebook, sheet, PDF + b" in German")
    assert kept(notebook) == 2
    assert notebook.damage() == []


def test_a_disk_that_refuses_keeps_nothing(notebook: Notebook, sheet: Sheet, tmp_path: Path) -> None:
    """File, line and bytes come together or not at all, whichever of them the disk refuses."""
    big = bytes(range(256)) * 4000
    with nothing_grows(beyond=100_000), pytest.raises(CarnetError):
        printed(notebook, sheet, big)
    with pytest.raises(FileNotWritten):
        hand_out_file(
            notebook, sheet=sheet, pdf=PDF, path=tmp_path / "no" / "a.pdf", recipient="X", ground="",
            language="fr", today=TODAY,
        )  # fmt: skip
    assert (notebook.disclosures.list(), kept(notebook)) == ([], 0)
    assert notebook.referrals.get(sheet.record.id).status != "sent"


def test_it_leaves_again_only_with_a_new_line(notebook: Notebook, sheet: Sheet, tmp_path: Path) -> None:
    """Byte for byte, to somebody else; and a place that refuses leaves no line."""
    first = printed(notebook, sheet)
    save_again(
        notebook, disclosure_id=first, path=tmp_path / "again.pdf", recipient="Mme Weber", ground="LAW"
    )
    assert (tmp_path / "again.pdf").read_bytes() == PDF
    note_printed_again(notebook, disclosure_id=first, recipient="Mme Weber", ground="LAW")
    with pytest.raises(FileNotWritten):
        save_again(notebook, disclosure_id=first, path=tmp_path / "no" / "a", recipient="X", ground="")
    lines = notebook.disclosures.list()
    assert [(line.means, line.recipient) for line in lines] == [
        ("printed", "Mme Weber"), ("saved", "Mme Weber"), ("printed", "Les Tilleuls"),
    ]  # fmt: skip
    assert {line.what for line in lines} == {f"f4-referral v{sheet.form.version}"}
    assert kept(notebook) == 1
    assert notebook.damage() == []


def test_the_bin_takes_nothing_away(notebook: Notebook, library: Library, sheet: Sheet) -> None:
    """A sheet in the bin still has left: the paper is there until it is erased, which says so first."""
    line = printed(notebook, sheet)
    where = {"kind": "referral", "record_id": sheet.record.id}
    bin_record(notebook, library=library, **where)
    assert look_at_sent(notebook, disclosure_id=line).pdf == PDF
    assert look_at_erasing(notebook, **where).counts["sent_paper"] == 1
    assert erase_for_ever(notebook, **where).erasure.counts["sent_paper"] == 1
    with pytest.raises(PaperLost):
        look_at_sent(notebook, disclosure_id=line)
    assert kept(notebook) == 0
    assert notebook.damage() == []


def test_erasing_one_leaves_the_papers_of_others(notebook: Notebook, library: Library, sheet: Sheet) -> None:
    """Only what was about the one that goes."""
    other = finished(
        notebook, library, form_key="f4-referral",
        student_id=kept_student(notebook, family_name="Feltes", given_name="Noah").id,
    )  # fmt: skip
    printed(notebook, sheet)
    stays = printed(notebook, other, PDF + b" Noah")
    erase_for_ever(notebook, kind="student", record_id=str(sheet.record.student_id))
    assert look_at_sent(notebook, disclosure_id=stays).pdf == PDF + b" Noah"
    assert kept(notebook) == 1


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE sent_paper SET packed = x'00'",
        "DELETE FROM sent_paper",
        "UPDATE sent_paper SET salt = x'00'",
        "UPDATE disclosure SET paper = replace(paper, '0', '1') || 'a'",
    ],
)
def test_the_full_check_sees_a_paper_that_is_not_what_left(
    notebook: Notebook, sheet: Sheet, harm: str
) -> None:
    """Bytes gone, changed, or not those the log tells of: named by the check, never shown as what left."""
    line = printed(notebook, sheet)
    notebook._engine.run(harm)
    (problem,) = notebook.damage()
    assert problem.startswith("papers: ")
    if "salt" not in harm:
        with pytest.raises(PaperLost):
            look_at_sent(notebook, disclosure_id=line)


def test_a_paper_put_in_its_place_is_seen(notebook: Notebook, sheet: Sheet) -> None:
    """Other bytes with a hash that fits them: the log knows that these never left."""
    printed(notebook, sheet)
    sha256, _ = notebook.sent_papers.keep(b"another paper")
    notebook._engine.run("UPDATE disclosure SET paper = ?", (sha256,))
    assert notebook.damage() == [f"papers: {sha256[:8]}"]


def test_copies_hold_it(notebook: Notebook, sheet: Sheet, tmp_path: Path) -> None:
    """A copy of the notebook shows the paper as it left."""
    line = printed(notebook, sheet)
    copy = copy_notebook(notebook, destination=tmp_path)
    notebook.close()
    again = Notebook.open(copy, passphrase=PHRASE)
    assert look_at_sent(again, disclosure_id=line).pdf == PDF
    again.close()


def test_a_line_from_before_has_no_paper(notebook: Notebook, sheet: Sheet) -> None:
    """What left before papers were kept says so instead of showing something; unknown lines too."""
    line = printed(notebook, sheet)
    notebook._engine.run("UPDATE disclosure SET paper = ''")
    with pytest.raises(PaperLost):
        look_at_sent(notebook, disclosure_id=line)
    assert notebook.sent_papers.damage() == []
    with pytest.raises(RecordUnknown):
        look_at_sent(notebook, disclosure_id="0" * 32)
