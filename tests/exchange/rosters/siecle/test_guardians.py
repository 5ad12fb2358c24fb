"""SIECLE's guardians: those who answer for a student, in the order they are to be asked."""

from app.exchange.rosters import reasons
from tests.lists import guardians_of, sample

FILE = sample("responsablesavecadresses.xml")
SCHOOL = "0759998Z"


def names(student: int, data: bytes = FILE) -> list[tuple[str, str]]:
    key = f"{SCHOOL}:{student}"
    return [(e.listed_name, e.relation) for e in guardians_of(data).entries if e.student_key == key]


def test_who_is_to_be_asked_first_comes_first() -> None:
    """The mother lives with the student and stands second in the file."""
    assert names(1826501) == [("ROCHEBRUNE, Anne-Lise", "mother"), ("LEFÈVRE, Gaël", "father")]


def test_who_is_only_to_be_rung_up_is_no_guardian() -> None:
    """A neighbour or an aunt on the emergency list is not taken; whoever has the student in charge is."""
    assert names(1826503) == [("OLIVEIRA, Rosa", "mother")]
    assert names(1826504) == [("DUPRÉ, Solène", "mother"), ("ROCHEBRUNE, Anne-Lise", "other")]


def test_a_student_of_age_is_not_their_own_guardian() -> None:
    """SIECLE lists them among those who answer."""
    assert names(1826507) == [("MARÉCHAL, Bruno", "father")]


def test_how_to_reach_them_and_nothing_else() -> None:
    """Mobile phone first, name in use, address; no profession, no answer about money or messages."""
    first = guardians_of(FILE).entries[0]
    assert (first.phone, first.email) == ("+33639980101", "anne-lise.rochebrune@example.org")
    assert (first.street, first.postcode, first.city) == ("3 rue du Cœur-Volant", "75998", "PARIS")
    held = {getattr(first, name) for name in first.__struct_fields__}
    assert not held & {"45", "MME", "MADAME", "LEFÈVRE"}


def test_older_files_say_resp_legal() -> None:
    """1 and 2 are legal guardians, 0 is only to be rung up."""
    old = FILE.replace(b"NOM_DE_FAMILLE>", b"NOM>").replace(b"NIVEAU_RESPONSABILITE>3<", b"RESP_LEGAL>0<")
    old = old.replace(b"NIVEAU_RESPONSABILITE>", b"RESP_LEGAL>")
    assert b"NIVEAU" not in old
    assert names(1826503, old) == [("OLIVEIRA, Rosa", "mother")]
    assert names(1826501, old) == names(1826501)


def test_a_name_that_is_none_is_a_reason() -> None:
    """It costs that guardian, nobody else."""
    broken = FILE.replace(b"<PRENOM>Rosa", b"<PRENOM>=cmd()")
    assert [e.problem for e in guardians_of(broken).entries if e.problem] == [reasons.NOT_A_NAME]
    assert len(guardians_of(broken).entries) == len(guardians_of(FILE).entries)


def test_people_without_a_number_are_linked_to_nobody() -> None:
    """Two empty numbers are not the same person."""
    anonymous = FILE.replace(b"209405", b"")
    assert names(1826503, anonymous) == []


def test_a_guardian_does_not_show_their_words() -> None:
    """No name reaches a log through repr."""
    entries = guardians_of(FILE).entries
    assert "ROCHEBRUNE" not in repr(entries) + str(entries[0]) + repr(guardians_of(FILE))
