"""The orientation plan on paper: ranks, columns that share a width, who signs, one page."""

import re
from typing import Any

import pytest

from app.models.form import Column, Question, Values
from tests.documents.papers import FACTS, form_of, page_texts, paper, shipped_form, text
from tests.frameworks.resources import every_kind

MINOR = {"student.is_adult": "no", "guardians.apart": "no"}
APART = {
    "student.is_adult": "no", "guardians.apart": "yes", "guardians.first": "Anne Thill",
    "guardians.second": "Marc Thill",
}  # fmt: skip
ADULT = {"student.is_adult": "yes", "guardians.apart": "no"}
PLAN: Values = {
    "date": "2026-11-20",
    "version": 3,
    "start_school": "Perd pied en 4G depuis septembre (mathématiques, 18/60). Aime travailler de ses mains,"
    " ponctuel.",
    "start_life": "Soutenu par sa sœur aînée. Bus difficile avant 7 h 30.",
    "wishes": "Faire quelque chose où je vois le résultat à la fin de la journée.",
    "interests": "Le bois, les outils, le travail en petite équipe.",
    "needs": "Un essai en entreprise avant de décider.",
    "strengths": "Habile, patient, ponctuel\u202f; parle français, portugais et luxembourgeois.",
    "obstacles": "Niveau en mathématiques\u202f; trajet du matin.",
    "supports": "Sa sœur, le tuteur de l’atelier, l’appui en mathématiques.",
    "alternatives": [
        {
            "training": "Apprentissage\u00a0: menuisier", "place": "DAP, 3 ans · atelier à Bettembourg",
            "why": "Là, je vois ce que j’ai fait à la fin de la journée.",
            "requirements": "Patron à trouver, avis du conseil", "deadline": "2027-02-01",
            "chances": "to_build", "student_agrees": "yes", "parents_agree": "yes",
        },
        {
            "training": "Rester en 4G, autre division", "place": "Lycée du Moulin",
            "why": "Si l’apprentissage ne marche pas.", "requirements": "Remise à niveau en mathématiques",
            "deadline": "2027-01-15", "chances": "good", "student_agrees": "yes", "parents_agree": "yes",
        },
        {
            "training": "Service volontaire", "place": "6 mois, SNJ",
            "why": "Pour souffler, pas pour toujours.",
            "requirements": "16 ans révolus, accord des parents", "chances": "fallback",
            "student_agrees": "yes", "parents_agree": "unknown",
        },
    ],
    "steps": [
        {"what": "Stage de découverte, menuiserie Arend", "type": "ST-STAGE", "owner": "young",
         "due": "2026-12-02", "status": "doing", "result": "convention à signer"},
        {"what": "S’inscrire à l’ADEM, orientation professionnelle", "type": "ST-APPR", "owner": "young",
         "due": "2026-12-04", "status": "todo"},
        {"what": "Demander l’avis du conseil de classe", "type": "ST-REOR", "owner": "professional",
         "due": "2026-12-11", "status": "todo"},
        {"what": "Évaluation en mathématiques", "type": "ST-FORM", "owner": "school", "due": "2026-11-20",
         "done": "2026-11-19", "status": "done", "proof": "test corrigé",
         "result": "remise à niveau possible"},
    ],
    "partners": "ADEM, orientation professionnelle\u00a0: inscription\nMenuiserie Arend\u00a0: stage",
    "review_date": "2026-12-18",
    "status": "current",
    "signed": ["student"],
}  # fmt: skip


def plan(values: Values | None = PLAN, language: str = "fr", facts: dict[str, str] = MINOR) -> bytes:
    """The paper of the plan; `values` None makes it blank."""
    form = shipped_form("f3-plan").for_framework("lu-sepas")
    return paper(form, values, language, **({"facts": FACTS | facts} if values else {}))


@pytest.mark.parametrize("language", ["fr", "de", "en"])
@pytest.mark.parametrize("facts", [MINOR, APART, ADULT], ids=["minor", "apart", "adult"])
def test_an_ordinary_plan_is_one_page(language: str, facts: dict[str, str]) -> None:
    """Three alternatives, four steps, everybody's line to sign: one sheet in every language."""
    assert len(page_texts(plan(language=language, facts=facts))) == 1


def test_every_point_is_on_it_and_what_stays_is_not() -> None:
    """Eleven points in their words; what is only for lists and reminders stays in the notebook."""
    said = text(plan())
    for words in ("Perd pied en 4G", "sœur aînée", "« Faire quelque chose", "Habile", "18/12/2026", "Arend"):
        assert words in said
    assert "en cours" in said  # a step's, not the plan's
    assert "Signé par" not in said
    assert "Où en est" not in said


def test_ranks_stand_before_their_rows() -> None:
    """Letters, in the order of choice, on filled paper and on paper to fill."""
    said = text(plan())
    assert re.search(r"A Apprentissage.*B Rester.*C Service", said)
    blank = text(plan(None))
    assert re.search(r"7 Pistes.* A B C 8 Étapes", blank)


def test_no_rank_where_nothing_is_ranked() -> None:
    """Steps carry no letters."""
    table = Question(
        key="it",
        kind="table",
        label={"fr": "Liste"},
        columns=[Column(key="a", kind="text", label={"fr": "Quoi"})],
    )
    assert "A pomme" not in text(paper(form_of(table), {"it": [{"a": "pomme"}]}))


def test_columns_that_share_a_width_keep_their_order() -> None:
    """An answer under another stands in the line of its name; a gap is marked, the last ones are not."""
    columns = [
        Column(key="a", kind="text", label={"fr": "Haut"}),
        Column(key="b", kind="text", label={"fr": "Milieu"}, under=True),
        Column(key="c", kind="text", label={"fr": "Bas"}, under=True),
    ]
    table = Question(key="it", kind="table", label={"fr": "Liste"}, columns=columns)
    said = text(paper(form_of(table), {"it": [{"c": "poire"}, {"a": "prune"}, {"a": "figue", "c": "noix"}]}))
    assert "Haut Milieu Bas – – poire prune figue – noix" in said


def test_own_words_in_a_table_are_marked() -> None:
    """What the student said of an alternative stands between the marks of the paper's language."""
    row: dict[str, Any] = {"alternatives": [{"training": "Menuisier", "why": "J’aime le bois"}]}
    assert "« J’aime le bois »" in text(plan(row)).replace("\u00a0", " ")
    assert "„J’aime le bois“" in text(plan(row, "de"))
    own = {"alternatives": [{"training": "Menuisier", "why": "« Déjà entre guillemets »"}]}
    assert "« «" not in text(plan(own)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("facts", "lines", "agreement"),
    [
        (MINOR, ["Élève", "Parent", "Service"], True),
        (APART, ["Élève", "Parent", "Autre parent", "Service"], True),
        (ADULT, ["Élève", "Service"], False),
    ],
    ids=["minor", "apart", "adult"],
)
def test_who_signs(facts: dict[str, str], lines: list[str], agreement: bool) -> None:
    """Both parents of two homes, one of one home, none for an adult, whose parents are not asked either."""
    said = text(plan(facts=facts))
    closing = said[said.index("18/12/2026") :]
    found = re.findall(r"Élève|Autre parent|Parent|Service(?! psycho)", closing)
    assert found == lines
    assert ("Accord parents" in said) is agreement
    for name in ("Anne Thill", "Marc Thill"):
        assert (name in closing) is (facts is APART)
    assert "Claire Hoffmann" in closing


def test_paper_to_fill_has_a_line_for_everybody() -> None:
    """By hand nobody knows yet who signs: student, two parents, service."""
    said = text(plan(None))
    for line in ("Élève", "Parent", "Autre parent", "Service", "Accord parents", "Version n°", "Remplace"):
        assert line in said
    assert "CONFIDENTIEL" in said


def test_what_a_version_replaces_is_printed() -> None:
    """The paper says which version it is and which it takes the place of."""
    said = text(plan(facts=MINOR | {"record.replaces": "version 2 du 09/10/2026"}))
    assert "Version n° 3 Remplace version 2 du 09/10/2026" in said
    assert "Remplace" not in text(plan())


def test_a_fact_hides_any_question() -> None:
    """Not the plan alone: any form may lean on a fact."""
    form, row = every_kind(), {"a_ranking": [{"choice": "Un", "parents": "yes"}]}
    said = [text(paper(form, row, facts=FACTS | facts)) for facts in (ADULT, MINOR, {})]
    assert ["Parents" in one for one in said] == [False, True, True]
    assert [len(re.findall(r"\bParent\b", one)) for one in said] == [0, 1, 1]


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_paper_to_fill_is_two_pages_at_most(language: str) -> None:
    """A sheet of paper, both sides."""
    assert len(page_texts(plan(None, language))) == 2
