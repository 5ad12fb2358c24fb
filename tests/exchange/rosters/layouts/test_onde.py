"""ONDE, the primary schools' export."""

from datetime import date

from tests.lists import read, sample

TODAY = date(2026, 11, 21)


def test_students_are_read() -> None:
    """Semicolons, the Windows code page, a blank before "Cycle": names, class, birth date, first address."""
    roster = read(data=sample("onde-eleves.csv"), today=TODAY)
    assert roster.format_name == "ONDE"
    assert [(entry.listed_name, entry.class_name) for entry in roster.entries] == [
        ("GIRARD-LŒUILLET, Éléa", "CM2 - Mme FONTANEL"),
        ("KEITA, Moussa", "CM2 - Mme FONTANEL"),
        ("DA ROCHA, Naël", "CM2 - Mme FONTANEL"),
        ("SAVIGNY, Lou-Anne", "CE1 - M. TANGUY"),
    ]
    last = roster.entries[-1]
    assert (last.street, last.postcode, last.city) == ("2 rue du Lavoir; bât. B", "93997", "SAINT-MOULIN")
    assert (last.birth_date, last.gender) == (date(2019, 9, 9), "f")


def test_what_is_not_needed_is_not_read() -> None:
    """Neither the national number nor the other parent's address, consents and decisions."""
    mapping = read(data=sample("onde-eleves.csv"), today=TODAY).mapping.columns
    unread = {
        "INE",
        "Adresse2",
        "Cp2",
        "Commune2",
        "Cycle",
        "Niveau",
        "Autorisation photo",
        "Décision de passage",
    }
    assert not unread & mapping.keys()
