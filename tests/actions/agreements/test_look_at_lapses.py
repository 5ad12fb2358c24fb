"""An agreement that is over stops the next thing that would leave on it, and nothing else."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.actions.agreements.look_at_lapses import Lapses, look_at_lapses
from app.actions.agreements.save_agreement import save_agreement
from app.actions.attachments.add_attachment import add_attachment
from app.actions.attachments.save_attachment import save_attachment
from app.actions.disclosure.note_printed import note_printed
from app.actions.papers.hand_out_file import hand_out_file
from app.actions.save_partner import save_partner
from app.actions.students.save_guardian import save_guardian
from app.errors import AgreementOver
from app.frameworks.library import Library
from app.models.agreement import Agreement
from app.models.partner import Partner
from app.models.student import Student
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY
from tests.pictures import pdf, picture

SEPTEMBER, YESTERDAY = date(2026, 9, 1), date(2026, 11, 11)


@pytest.fixture
def tilleuls(notebook: Notebook) -> Partner:
    """The consultation centre, in the directory."""
    partner = builders.partner()
    save_partner(notebook, partner=partner)
    return partner


@pytest.fixture
def ines(notebook: Notebook) -> Student:
    """Inês, a minor, with her mother."""
    student = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    return student


def agree(notebook: Notebook, student: Student, **values: Any) -> Agreement:
    """Said in September, by the student, to exchanges with a partner."""
    given = {"given_on": SEPTEMBER, "scope": "partner", "giver": "student"} | values
    agreement = Agreement(student_id=student.id, **given)
    save_agreement(notebook, agreement=agreement)
    return agreement


def look(notebook: Notebook, student: Student, to: str, **how: Any) -> Lapses | None:
    """What stands in the way of something for somebody, on agreement."""
    where = {"student_id": student.id, "recipient": to, "ground": "AGREEMENT", "day": TODAY} | how
    return look_at_lapses(notebook, **where)


def why(found: Lapses | None) -> list[str]:
    """The reasons."""
    return [] if found is None else [lapse.why for lapse in found.lapses]


def test_nothing_noted_nothing_asked(notebook: Notebook, ines: Student, tilleuls: Partner) -> None:
    """The register stops nobody who does not keep one; nor does what holds, or another ground."""
    assert look(notebook, ines, tilleuls.service) is None
    agree(notebook, ines, withdrawn_on=YESTERDAY)
    assert why(look(notebook, ines, tilleuls.service)) == ["withdrawn"]
    assert look(notebook, ines, tilleuls.service, ground="PROTECTION") is None
    assert look(notebook, ines, tilleuls.service, day=date(2026, 11, 10)) is None, "the day before it was"
    agree(notebook, ines, given_on=TODAY)
    assert look(notebook, ines, tilleuls.service) is None


def test_what_names_the_service_decides_for_it_alone(
    notebook: Notebook, ines: Student, tilleuls: Partner
) -> None:
    """Taken back for one service, another one may still be written to, and the other way round."""
    other = builders.partner(service="CMP de la Gare", person="")
    save_partner(notebook, partner=other)
    agree(notebook, ines, partner_id=tilleuls.id, withdrawn_on=YESTERDAY)
    agree(notebook, ines)
    assert why(look(notebook, ines, f"{tilleuls.service} · Tom Welter")) == ["withdrawn"]
    assert look(notebook, ines, "CMP de la Gare") is None
    agree(notebook, ines, partner_id=other.id, until=TODAY)
    both = f"{tilleuls.service}, CMP de la Gare"
    assert why(look(notebook, ines, both)) == ["withdrawn"], "one that holds does not speak for the other"
    agree(notebook, ines, partner_id=other.id, withdrawn_on=TODAY)
    assert why(look(notebook, ines, "CMP de la Gare")) == ["withdrawn"]
    agree(notebook, ines, partner_id=tilleuls.id, given_on=TODAY)
    assert look(notebook, ines, tilleuls.service) is None


def test_each_circle_has_its_own(notebook: Notebook, ines: Student, tilleuls: Partner) -> None:
    """Teachers who may no longer be told do not stand between a partner, the family or the colleagues."""
    agree(notebook, ines, scope="teachers", withdrawn_on=YESTERDAY)
    with notebook.change():
        notebook.correspondents.save(builders.correspondent())
    for to in (tilleuls.service, ines.name, "Da Costa, Inês", "Marta Da Costa", "Marc Feller"):
        assert look(notebook, ines, to) is None, to
    assert why(look(notebook, ines, "Madame la directrice")) == ["withdrawn"], "nobody knows who that is"
    agree(notebook, ines, scope="head")
    assert look(notebook, ines, "Madame la directrice") is None
    agree(notebook, ines, scope="service", until=YESTERDAY)
    assert why(look(notebook, ines, "Marc Feller")) == ["expired"]
    agree(notebook, ines, scope="picture", withdrawn_on=YESTERDAY)
    assert look(notebook, ines, tilleuls.service) is None
    assert why(look(notebook, ines, tilleuls.service, is_picture=True)) == ["withdrawn"]


def test_a_file_is_held_back_and_the_printer_is_believed(
    notebook: Notebook, library: Library, ines: Student, tilleuls: Partner, tmp_path: Path
) -> None:
    """No file, no line; what came out of the printer all the same is in the ledger, and listed after it."""
    sheet = builders.finished(
        notebook, library, form_key="f4-referral", student_id=ines.id,
        values={"partner": tilleuls.id, "reason": "Un lieu d’écoute."},
    )  # fmt: skip
    agreement = agree(notebook, ines, partner_id=tilleuls.id)
    where = {"sheet": sheet, "recipient": tilleuls.service, "language": "fr", "today": TODAY}
    hand_out_file(notebook, path=tmp_path / "one.pdf", pdf=pdf(), ground="AGREEMENT", **where)
    with notebook.change():
        notebook.agreements.save(
            Agreement(
                id=agreement.id, student_id=ines.id, given_on=SEPTEMBER, scope="partner", giver="student",
                partner_id=tilleuls.id, withdrawn_on=YESTERDAY,
            )
        )  # fmt: skip
    with pytest.raises(AgreementOver):
        hand_out_file(notebook, path=tmp_path / "two.pdf", pdf=pdf(), ground="AGREEMENT", **where)
    assert not (tmp_path / "two.pdf").exists()
    assert len(notebook.disclosures.list()) == 1
    note_printed(notebook, pdf=pdf(), ground="AGREEMENT", **where)
    hand_out_file(notebook, path=tmp_path / "two.pdf", pdf=pdf(), ground="SHARED_SECRECY", **where)
    found = look(notebook, ines, tilleuls.service)
    assert found is not None
    assert [line.means for line in found.left] == ["printed", "saved"], "another ground rests on nothing"
    note_printed(notebook, pdf=pdf(), ground="AGREEMENT", **where | {"recipient": "CMP de la Gare"})
    found = look(notebook, ines, tilleuls.service)
    assert found is not None
    assert len(found.left) == 2, "what went to another service did not leave on this agreement"


def test_a_picture_asks_for_the_agreement_to_pictures(
    notebook: Notebook, library: Library, ines: Student, tilleuls: Partner, tmp_path: Path
) -> None:
    """Taken back, the drawing stays and the ledger has no line of it."""
    sheet = builders.finished(notebook, library, student_id=ines.id)
    path = tmp_path / "Dessin.png"
    path.write_bytes(picture("png"))
    add_attachment(notebook, kind="interview", record_id=sheet.record.id, path=path)
    (kept,) = notebook.attachments.of_records([sheet.record.id])
    agree(notebook, ines, scope="picture", withdrawn_on=YESTERDAY)
    where = {"attachment_id": kept.id, "recipient": tilleuls.service, "language": "fr"}
    with pytest.raises(AgreementOver):
        save_attachment(notebook, path=tmp_path / "out.png", ground="AGREEMENT", **where)
    assert not (tmp_path / "out.png").exists()
    assert notebook.disclosures.list() == []
    agree(notebook, ines, partner_id=tilleuls.id)
    with pytest.raises(AgreementOver):  # the service may be told, and the picture stays
        save_attachment(notebook, path=tmp_path / "out.png", ground="AGREEMENT", **where)
    save_attachment(notebook, path=tmp_path / "out.png", ground="PROTECTION", **where)
    assert (tmp_path / "out.png").exists()
