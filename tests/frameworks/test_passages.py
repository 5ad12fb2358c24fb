"""Every sentence of a sheet is read, and none is lost or doubled on the way."""

import pytest

from app.frameworks.passages import with_passages
from app.frameworks.third_parties import ThirdParties
from app.models.form import Question
from tests.frameworks.resources import shipped

FORM = shipped().form_for("f5-concern", "fr-ssfe")
VALUES = {
    "residence": "« Chez elle. »",
    "child_words": "Elle crie. Il tape !\nM. Weis a vu. Depuis le 3.10 surtout.",
    "others_words": [{"who": "Rui Weis", "link": "voisin", "words": "Je l’entends."}],
    "copies": ["Mairie", "Direction"],
    "urgency": "high",
    "trace": [{"what": "Jamais sur le papier."}],
    "parents_informed": "not_interest",
    "parents_reason": "Le retour serait dangereux.",
}
FACTS = {
    "student.name": "Inês Da Costa",
    "guardians": "Marta (mère) · 621\nRui (père)",
    "practitioner.name": "C. A.",
}


def read() -> list[tuple[str, str, bool]]:
    """Where, what, and whether it is somebody’s in any case."""
    found: list[tuple[str, str, bool]] = []

    def look(place: str, question: Question, words: str, sure: bool) -> str:
        found.append((place, words, sure))
        return words

    assert with_passages(form=FORM, values=VALUES, facts=FACTS, change=look) == (VALUES, FACTS)
    return found


def test_words_are_read_sentence_by_sentence() -> None:
    """A title is no end of a sentence, nor is a date; answers that are no words are not asked about."""
    found = read()
    said = [words for place, words, _ in found if place == "child_words"]
    assert said == ["Elle crie.", "Il tape !", "M. Weis a vu.", "Depuis le 3.10 surtout."]
    assert ("residence", "« Chez elle. »", False) in found
    places = {place for place, _, _ in found}
    assert {"others_words.0.who", "others_words.0.words", "copies.1", "fact:guardians"} <= places
    assert not {"urgency", "trace.0.what", "fact:student.name", "fact:practitioner.name"} & places
    assert "parents_reason" in places
    sure = {(place, words) for place, words, is_sure in found if is_sure}
    assert sure == {
        ("others_words.0.who", "Rui Weis"), ("fact:guardians", "Marta (mère) · 621"),
        ("fact:guardians", "Rui (père)"),
    }  # fmt: skip


def test_one_sentence_alone_is_taken_out() -> None:
    """What stands before and after it is what it was."""

    def hide(place: str, question: Question, words: str, sure: bool) -> str:
        return "–" if "tape" in words or "père" in words else words

    values, facts = with_passages(form=FORM, values=VALUES, facts=FACTS, change=hide)
    assert values["child_words"] == "Elle crie. –\nM. Weis a vu. Depuis le 3.10 surtout."
    assert facts["guardians"] == "Marta (mère) · 621\n–"
    assert VALUES["child_words"].startswith("Elle crie. Il tape"), "the sheet itself is as it was"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sa mère l’attend.", ("mère",)),
        ("Die Großmutter und Rita kamen.", ("Großmutter", "Rita")),
        ("Lucas l’a poussée, dit Inês.", ("Lucas",)),
        ("elle aime les ritas et le bus", ()),
        ("Elle parle de ses amis.", ("amis",)),
        ("Un autre jour, elle est venue.", ()),
        ("Da Costa n’est pas venue.", ()),
        ("", ()),
    ],
)
def test_who_else_may_be_meant(words: str, found: tuple[str, ...]) -> None:
    """A known name where it is written like one, a word for somebody near; never the person themself."""
    known = ThirdParties(
        names=["Lucas Weber", "Rita", "Marta Da Costa"], own=["Da Costa", "Inês"],
        words=shipped().lists["third-party-words"],
    )  # fmt: skip
    assert known.in_words(words) == found
