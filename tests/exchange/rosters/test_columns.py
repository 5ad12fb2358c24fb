"""Columns are recognised by their headings, and the person has the last word."""

import pytest

from app.exchange.rosters.columns import FIELDS, Mapping, fingerprint, guess_mapping
from app.exchange.rosters.layouts import LAYOUTS

WEBUNTIS = [
    "name", "longName", "foreName", "gender", "birthDate", "klasse.name", "entryDate", "exitDate", "text",
    "id", "externKey", "medicalReportDuty", "schulpflicht", "majority", "address.email", "address.mobile",
    "address.phone", "address.city", "address.postCode", "address.street",
]  # fmt: skip
WHO_WHEN_WHERE = ["family_name", "given_name", "birth_date", "class_name"]


def test_webuntis_is_understood() -> None:
    """`longName` is the family name, `foreName` the given name; what is not needed is not read."""
    guessed = guess_mapping([*WEBUNTIS, "attribute.Nachteilsausgleich"])
    assert guessed["longName"] == "family_name"
    assert guessed["foreName"] == "given_name"
    assert guessed["klasse.name"] == "class_name"
    assert guessed["externKey"] == "key"
    unread = {"name", "text", "entryDate", "medicalReportDuty", "schulpflicht", "majority", "id"}
    assert not guessed.keys() & unread
    assert not any(header.startswith("attribute.") for header in guessed)


def test_an_empty_number_column_gives_way() -> None:
    """Where the school leaves `externKey` empty, `id` is the student's number."""
    filled = set(WEBUNTIS) - {"externKey"}
    guessed = guess_mapping(WEBUNTIS, filled=filled)
    assert guessed["id"] == "key"
    assert "externKey" not in guessed


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (["NOM", "PRENOM", "Né(e) le", "Classe"], WHO_WHEN_WHERE),
        (["Nachname", "Vorname", "Geb.-Datum", "Klasse"], WHO_WHEN_WHERE),
        (["Last Name", "First name", "Date of birth", "Form"], WHO_WHEN_WHERE),
        (["Élève", "Classe"], ["full_name", "class_name"]),
        (["Nom", "Classe"], ["full_name", "class_name"]),
        (["Name", "Vorname", "Schüler"], ["family_name", "given_name", None]),
        (["Nom responsable", "Nom élève", "Prénom élève"], [None, "family_name", "given_name"]),
    ],
)  # fmt: skip
def test_usual_headings_are_understood(headers: list[str], fields: list[str | None]) -> None:
    """French, German and English headings, with or without accents and capitals."""
    guessed = guess_mapping(headers)
    assert [guessed.get(header) for header in headers] == fields


def test_every_layout_names_known_fields() -> None:
    """A layout cannot feed a field nobody knows."""
    assert {field for layout in LAYOUTS for field in layout.columns.values()} <= FIELDS.keys()


def test_what_the_person_says_goes_first() -> None:
    """A said column replaces the guessed one for its field, and the guessed field of its column."""
    guessed = Mapping({"Nom": "family_name", "Prénom": "given_name", "Classe": "class_name"})
    said = guessed.with_said({"Nom d'usage": "family_name", "Classe": "key"})
    assert said.columns == {"Prénom": "given_name", "Nom d'usage": "family_name", "Classe": "key"}
    assert said.says_who


def test_a_header_is_recognised_again() -> None:
    """The same headings have the same fingerprint, other headings another."""
    assert fingerprint(["Nom", "Prénom"]) == fingerprint(["NOM", "prenom"])
    assert fingerprint(["Nom", "Prénom"]) != fingerprint(["Nom", "Prénom", "Classe"])
    assert fingerprint(["#1", "#2"]) != fingerprint(["#1"])
