"""Letters from the notebook: to whom they go, what they say, what the ledger keeps."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.actions.disclosure.look_at_sent import look_at_sent
from app.actions.letters.begin_letter import begin_letter
from app.actions.letters.find_addressees import find_addressees, partner_addressee
from app.actions.letters.hand_out_letters import OutgoingLetter, hand_out_letters, record_letters
from app.actions.letters.prepare_letter import prepare_letter
from app.actions.students.save_guardian import save_guardian
from app.actions.timeline.tell_timeline import tell_timeline
from app.documents import letter_pdf
from app.errors import FileNotWritten
from app.frameworks.letters import DOTS
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.agreement import Agreement
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY
from tests.documents.papers import packed, text

FATHER = {"family_name": "Reuter", "given_name": "Paul", "relation": "father", "position": 1}
ELSEWHERE = {"street": "2, Grand-Rue", "postcode": "L-9996", "city": "Wiltz-Haut"}


def student_with(notebook: Notebook, *guardians: dict[str, Any], **changes: Any) -> str:
    """A student and what is known about the guardians."""
    student = builders.kept_student(notebook, **changes)
    for each in guardians:
        save_guardian(notebook, guardian=builders.guardian(student.id, **each))
    return student.id


def names(notebook: Notebook, student_id: str, day: date = TODAY) -> list[str]:
    """Who gets a letter without being chosen."""
    found = find_addressees(notebook, student_id=student_id, day=day).found
    return [one.name for one in found if one.usual]


def test_parents_in_one_home_share_a_letter(notebook: Notebook) -> None:
    """Both names, one address."""
    student_id = student_with(notebook, {}, FATHER)
    (family, themself) = find_addressees(notebook, student_id=student_id, day=TODAY).found
    assert family.lines == ("Marta Da Costa", "Paul Reuter", "8, rue des Prés", "L-9998 Esch-la-Neuve")
    assert (themself.reader, themself.usual) == ("student", False)


def test_parents_who_live_apart_get_a_letter_each(notebook: Notebook) -> None:
    """And neither letter says where the other one lives."""
    student_id = student_with(notebook, {}, FATHER | ELSEWHERE)
    assert names(notebook, student_id) == ["Marta Da Costa", "Paul Reuter"]
    mother, father, _ = find_addressees(notebook, student_id=student_id, day=TODAY).found
    assert not set(mother.lines) & set(father.lines)


def test_whoever_is_not_to_be_contacted_gets_no_letter(notebook: Notebook) -> None:
    """They cannot even be chosen; living with somebody who gets one is said."""
    student_id = student_with(notebook, {}, FATHER | {"do_not_contact": True})
    known = find_addressees(notebook, student_id=student_id, day=TODAY)
    assert "Paul Reuter" not in " ".join(line for one in known.found for line in one.lines)
    assert (known.barred, known.near) == (["Paul Reuter"], True)


def test_from_eighteen_on_letters_go_to_the_student(notebook: Notebook) -> None:
    """On the birthday and not a day before."""
    student_id = student_with(notebook, {}, birth_date=date(2008, 11, 12))
    assert names(notebook, student_id, date(2026, 11, 11)) == ["Marta Da Costa"]
    assert names(notebook, student_id, date(2026, 11, 12)) == ["Inês Da Costa"]
    assert len(find_addressees(notebook, student_id=student_id, day=TODAY).found) == 1


@pytest.mark.parametrize(
    ("mother", "father", "written_to"),
    [
        ({"authority": "sole"}, {"authority": ""}, ["Marta Da Costa"]),
        ({"authority": "40"}, {"authority": "40"}, ["Marta Da Costa"]),
        ({"authority": "30"}, {"authority": "30"}, ["Paul Reuter"]),
        ({"authority": ""}, {"authority": ""}, ["Marta Da Costa", "Paul Reuter"]),
        ({"authority": "20"}, {"authority": "20"}, ["Marta Da Costa", "Paul Reuter"]),
        ({}, {"relation": "step_parent", "authority": ""}, ["Marta Da Costa"]),
    ],
)
def test_authority_decides_who_gets_one(
    notebook: Notebook, mother: dict[str, str], father: dict[str, str], written_to: list[str]
) -> None:
    """Those without authority are there to be chosen, not chosen already."""
    student_id = student_with(notebook, mother, FATHER | ELSEWHERE | father)
    assert names(notebook, student_id) == written_to
    assert len(find_addressees(notebook, student_id=student_id, day=TODAY).found) == 3


def test_an_adult_who_agreed_is_written_to_through_the_family(notebook: Notebook) -> None:
    """Of age, letters go to the student; while an agreement is good they go to the family again."""
    student_id = student_with(notebook, {}, FATHER, birth_date=date(2008, 1, 1))

    def read_by(day: date) -> set[str]:
        found = find_addressees(notebook, student_id=student_id, day=day).found
        return {one.reader for one in found if one.usual}

    assert read_by(TODAY) == {"student"}
    with notebook.change():
        notebook.agreements.save(Agreement(student_id=student_id, given_on=TODAY, until=TODAY))
    assert read_by(TODAY) == {"guardians"}
    assert read_by(TODAY + timedelta(days=1)) == {"student"}, "the agreement has ended"


def letter(
    notebook: Notebook, library: Library, student_id: str, key: str, language: str = "fr", **more: Any
) -> str:
    """What the paper says to its first addressee."""
    one = library.letters[key]
    found = find_addressees(notebook, student_id=student_id, day=TODAY).found
    addressee = more.pop("addressee", None) or next(each for each in found if each.reader in one.readers)
    locale = Locale(language)
    subject = prepare_letter(
        notebook, library=library, letter=one, addressee=addressee, student_id=student_id, locale=locale,
        today=TODAY, **({"asked": {}} | more),
    )  # fmt: skip
    return text(letter_pdf.build(subject, locale))


def test_an_invitation_says_when_in_the_family_s_language(notebook: Notebook, library: Library) -> None:
    """Everything around the letter is Portuguese too."""
    said = letter(
        notebook, library, student_with(notebook, {}), "l1-invitation", "pt",
        asked={"day": "2026-11-19", "time": "14:30", "place": "Sala 12"},
    )  # fmt: skip
    for words in ("19 de novembro de 2026", "14h30", "Sala 12", "CONFIDENCIAL", "página 1/1", "psicólogo/a"):
        assert words in said
    assert "segredo profissional" in said


def test_what_nobody_knows_is_left_to_a_pen(notebook: Notebook, library: Library) -> None:
    """Dots in the place of the day; the letter is whole otherwise."""
    said = letter(notebook, library, student_with(notebook, {}), "l1-invitation", asked={"time": "9:05"})
    assert packed(f"le {DOTS} à 9\u00a0h\u00a005") in packed(said)


def test_a_certificate_gives_no_reason_and_may_hide_the_service(notebook: Notebook, library: Library) -> None:
    """Name, day and hours; the school in the place of the service."""
    student_id = student_with(notebook, {})
    open_one = letter(notebook, library, student_id, "l2-attendance")
    hidden = letter(notebook, library, student_id, "l2-attendance", neutral=True)
    assert "SePAS" in open_one
    assert "SePAS" not in hidden
    assert "psycholog" not in hidden.lower()
    assert "secret" not in hidden
    assert "Lycée du Moulin" in hidden
    assert "Inês Da Costa" in hidden


def test_one_parent_s_letter_never_holds_the_other_s_address(notebook: Notebook, library: Library) -> None:
    """In any letter and any language."""
    student_id = student_with(notebook, {}, FATHER | ELSEWHERE)
    mother = find_addressees(notebook, student_id=student_id, day=TODAY).found[0]
    for key, one in library.letters.items():
        for language in one.languages if "guardians" in one.readers else []:
            said = letter(notebook, library, student_id, key, language, addressee=mother)
            assert "Grand-Rue" not in said
            assert "Reuter" not in said


def test_a_letter_to_a_service_is_for_the_person_named(notebook: Notebook, library: Library) -> None:
    """Above the address stands whom it is for."""
    with notebook.change():
        partner = notebook.partners.save(builders.partner())
    addressee = partner_addressee(notebook, partner_id=partner.id)
    said = letter(notebook, library, student_with(notebook), "l6-partner", addressee=addressee)
    assert "à l’attention exclusive" in said
    assert "Tom Welter" in said
    assert "Tilleulbourg" in said


def test_words_changed_for_once_are_what_is_printed(notebook: Notebook, library: Library) -> None:
    """The template stays as it was."""
    student_id = student_with(notebook, {})
    said = letter(notebook, library, student_id, "l3-meeting", text="{student.name} va bien.")
    assert "Inês Da Costa va bien." in said
    assert "salutations" not in said
    assert "salutations" in letter(notebook, library, student_id, "l3-meeting")


def test_a_letter_begins_with_what_is_noted(notebook: Notebook, library: Library) -> None:
    """The next appointment for an invitation, the last talk for a certificate."""
    student_id = student_with(notebook)
    with notebook.change():
        notebook.interviews.save(
            builders.interview(student_id, duration=45, next_date=date(2026, 11, 19), next_time="14:30")
        )
    invitation, certificate = library.letters["l1-invitation"], library.letters["l2-attendance"]
    begun = begin_letter(notebook, letter=invitation, student_id=student_id, today=TODAY)
    assert (begun["day"], begun["time"], begun["present"]) == ("2026-11-19", "14:30", "Claire Aubrin")
    begun = begin_letter(notebook, letter=certificate, student_id=student_id, today=TODAY)
    assert begun == {"day": "2026-11-12", "from": "10:05", "to": "10:50"}


def outgoing(student_id: str, recipient: str) -> OutgoingLetter:
    """What the ledger is told."""
    return OutgoingLetter(
        what="l1-invitation v1", student_id=student_id, case_id=None, recipient=recipient, language="pt"
    )


def test_every_letter_leaves_a_line(notebook: Notebook, library: Library, tmp_path: Path) -> None:
    """In the ledger and in the student's chronology, by the title of the letter."""
    student_id = student_with(notebook)
    letters = [outgoing(student_id, "Marta Da Costa"), outgoing(student_id, "Paul Reuter")]
    hand_out_letters(
        notebook, letters=letters, pdf=b"%PDF-", path=tmp_path / "L1.pdf", ground="OWN_DATA"
    )  # fmt: skip
    record_letters(
        notebook, letters=letters[:1], pdf=b"%PDF-1.4 as it left", means="printed", ground="OWN_DATA"
    )
    lines = notebook.disclosures.list(student_ids=[student_id])
    assert [(line.means, line.recipient) for line in lines] == [
        ("printed", "Marta Da Costa"), ("saved", "Paul Reuter"), ("saved", "Marta Da Costa"),
    ]  # fmt: skip
    told = tell_timeline(notebook, library=library, student_id=student_id, locale=Locale("en"))
    assert [event.title for event in told][:1] == ["Invitation printed"]
    assert (tmp_path / "L1.pdf").read_bytes() == b"%PDF-"
    kept = [look_at_sent(notebook, disclosure_id=line.id).pdf for line in lines]
    assert kept == [b"%PDF-1.4 as it left", b"%PDF-", b"%PDF-"]
    assert notebook.damage() == []


def test_no_file_no_line(notebook: Notebook, tmp_path: Path) -> None:
    """Where the file cannot be written the ledger stays as it was."""
    student_id = student_with(notebook)
    nowhere = tmp_path / "nowhere" / "L1.pdf"
    with pytest.raises(FileNotWritten):
        hand_out_letters(
            notebook, letters=[outgoing(student_id, "x")], pdf=b"x", path=nowhere, ground="OWN_DATA"
        )
    assert notebook.disclosures.list() == []
