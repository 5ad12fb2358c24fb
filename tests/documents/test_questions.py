"""What each kind of question looks like on paper, blank and filled."""

from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from app.frameworks.validate import problems
from app.i18n import Locale
from app.models.form import Choice, Column, Condition, Question
from app.models.value_list import Item, ValueList
from tests.documents.papers import (
    INTERVIEW,
    REFERRAL,
    form_of,
    margins,
    page_texts,
    paper,
    run,
    shipped_form,
    text,
)

FEW = [
    Choice(code=code, label={"fr": label}) for code, label in (("a", "pomme"), ("b", "poire"), ("c", "prune"))
]
MANY = [Choice(code=f"c{number}", label={"fr": f"choix{number}"}) for number in range(9)]


def question(kind: str, **changes: object) -> Question:
    """A question with the label "Libellé"."""
    return msgspec.convert({"key": "it", "kind": kind, "label": {"fr": "Libellé"}} | changes, Question)


def filled(asks: Question, value: object, **others: object) -> str:
    """What filled paper with that one question says."""
    return text(paper(form_of(asks), {"it": value} | others))


def blank(asks: Question) -> str:
    """What blank paper with that one question says."""
    return text(paper(form_of(asks), None))


def test_the_invented_sheets_are_sound() -> None:
    """The examples of these tests are sheets a practitioner could print."""
    assert problems(form=shipped_form("f4-referral"), values=REFERRAL, moment="printing") == []
    assert problems(form=shipped_form("f1-interview"), values=INTERVIEW, moment="printing") == []


@pytest.mark.parametrize(
    ("kind", "value", "printed"),
    [
        ("text", "au lycée", "au lycée"),
        ("long_text", "un\ndeux", "un deux"),
        ("person", "Mme Weber", "Mme Weber"),
        ("date", "2026-11-12", "12/11/2026"),
        ("time", "10:14", "10:14"),
        ("duration", 45, "45 min"),
        ("number", 2.5, "2,5"),
        ("money", "12.50", "12,50 €"),
        ("documents", ["Bulletin", "Accord"], "– Bulletin – Accord"),
    ],
)
def test_plain_answers_stand_beside_their_label(kind: str, value: object, printed: str) -> None:
    """Label, then the answer in the reader's way of writing."""
    assert f"Libellé {printed}" in filled(question(kind), value)


@pytest.mark.parametrize("kind", ["text", "long_text", "date", "quotation", "documents", "partner", "fact"])
def test_blank_paper_keeps_the_label(kind: str) -> None:
    """A question without an answer is there to be written on, on blank paper only."""
    asks = question(kind, source="case.reference" if kind == "fact" else "")
    assert "Libellé" in blank(asks)
    assert "Libellé" not in text(paper(form_of(asks), {}, facts={}))


def test_short_lists_are_boxes_to_tick() -> None:
    """All choices are shown, the chosen one ticked; blank paper has only empty boxes."""
    asks = question("one_of", choices=msgspec.to_builtins(FEW))
    assert "☐ pomme ☑ poire ☐ prune" in filled(asks, "b")
    assert "☐ pomme ☐ poire ☐ prune" in blank(asks)
    several = question("several_of", choices=msgspec.to_builtins(FEW))
    assert "☑ pomme ☐ poire ☑ prune" in filled(several, ["c", "a"])


def test_a_label_of_several_lines_is_one_line_beside_its_box() -> None:
    """Whoever writes a form by hand may end a line anywhere."""
    asks = question("one_of", choices=[{"code": "a", "label": {"fr": "Oui, mais\nplus tard"}}])
    assert "☑ Oui, mais plus tard" in filled(asks, "a")
    assert "☐ Oui, mais plus tard" in blank(asks)


def test_yes_and_no_are_boxes() -> None:
    """Blank paper asks yes or no; that it is not known is shown where it was said."""
    locale = Locale("fr")
    yes, no, unknown = locale.text("yes"), locale.text("no"), locale.text("not known")
    assert f"☐ {yes} ☐ {no}" in blank(question("yes_no"))
    assert unknown not in blank(question("yes_no"))
    assert f"☑ {yes} ☐ {no}" in filled(question("yes_no"), "yes")
    assert f"☑ {unknown}" in filled(question("yes_no"), "unknown")


def test_long_lists_are_written_out() -> None:
    """More than eight choices: a line to write on, or what was chosen."""
    asks = question("several_of", choices=msgspec.to_builtins(MANY))
    assert "choix" not in blank(asks)
    assert "Libellé choix3 · choix7" in filled(asks, ["c3", "c7"])
    assert "choix1" not in filled(asks, ["c3"])


def test_other_says_what() -> None:
    """The own words follow "other"; what is not in the list any more is still shown."""
    asks = question("one_of", list="services")
    colon = Locale("fr").text("{mark}: {text}", mark="autre", text="un atelier").replace("\u00a0", " ")
    assert f"☑ {colon}" in filled(asks, "other", **{"it:other": "un atelier"})
    assert "☑ disparu" in filled(asks, "disparu")


def test_choices_of_another_country_or_another_time_are_not_offered() -> None:
    """A Luxembourg paper offers nothing French and nothing out of use, unless it was chosen."""
    items = [
        Item(code="ici", label={"fr": "ici"}, profile="LU"),
        Item(code="partout", label={"fr": "partout"}),
        Item(code="ailleurs", label={"fr": "ailleurs"}, profile="FR"),
        Item(code="jadis", label={"fr": "jadis"}, active=False),
    ]
    form = form_of(question("one_of", list="lieux"))
    lists = {"lieux": ValueList(title={}, items=items, key="lieux")}
    assert "☐ ici ☐ partout Document" in text(paper(form, None, lists=lists))
    assert "☐ ici ☐ partout ☑ jadis Document" in text(paper(form, {"it": "jadis"}, lists=lists))


@pytest.mark.parametrize(
    ("language", "quoted"),
    [("fr", "« Je veux partir. »"), ("de", "„Je veux partir.“"), ("en", "“Je veux partir.”")],
)
def test_the_persons_words_stand_in_their_own_hand(language: str, quoted: str, tmp_path: Path) -> None:
    """Quotation marks of the reader's language, in the serif italics."""
    pdf = paper(form_of(question("quotation")), {"it": "Je veux partir."}, language)
    assert quoted in text(pdf)
    assert "SourceSerif4-Italic" in run(["pdffonts"], pdf, tmp_path)
    already = paper(form_of(question("quotation")), {"it": "« Je veux partir. »"}, language)
    assert text(already).count("«") == 1
    assert "“" not in text(already)


def test_each_paragraph_of_facts_follows_its_mark() -> None:
    """Seen, said, reported or hypothesis is told before the words; blank paper has lines for each."""
    locale = Locale("fr")
    seen, reported = locale.text("seen"), locale.text("reported")
    told = [{"mark": "seen", "text": "Elle pleure."}, {"mark": "reported", "text": "Il est tombé."}]
    assert f"{seen} Elle pleure. {reported} Il est tombé." in filled(question("marked_text"), told)
    assert locale.text("hypothesis") in blank(question("marked_text"))


def test_tables_have_a_header_and_rows() -> None:
    """Columns in order; other kinds are written as anywhere else."""
    columns = [
        Column(key="what", kind="text", label={"fr": "Quoi"}, width=2),
        Column(key="day", kind="date", label={"fr": "Jour"}),
        Column(key="mode", kind="one_of", label={"fr": "Mode"}, choices=FEW),
    ]
    asks = question("table", columns=msgspec.to_builtins(columns))
    rows = [{"what": "stage", "day": "2026-11-12", "mode": "b"}, {}, {"what": "visite"}]
    assert "Libellé Quoi Jour Mode stage 12/11/2026 poire visite" in filled(asks, rows)
    assert "Libellé Quoi Jour Mode" in blank(asks)
    many = [{"what": f"ligne{number}"} for number in range(120)]
    for page in page_texts(paper(form_of(asks), {"it": many})):
        assert "Quoi Jour Mode ligne" in page


def test_narrow_columns_take_width_from_wide_ones() -> None:
    """A date is not cut in two as long as another column has room."""
    columns = [Column(key=f"c{number}", kind="text", label={"fr": f"C{number}"}) for number in range(7)]
    asks = question("table", columns=msgspec.to_builtins(columns))
    row = {"c0": "x", "c3": "accompagnement", "c5": "12/11/2026"}
    assert "accompagnement 12/11/2026" in filled(asks, [row])
    full = {f"c{number}": "accompagnement" * 3 for number in range(7)}
    assert "accomp" in filled(asks, [full])


def test_decisions_say_what_who_and_when() -> None:
    """Tasks are a table of three columns."""
    locale = Locale("fr")
    head = " ".join(locale.text(word) for word in ("What", "Who", "By when"))
    tasks = [{"id": "1", "text": "Appeler", "who": "C. Hoffmann", "due": "2026-11-19", "done": False}]
    assert f"Libellé {head} Appeler C. Hoffmann 19/11/2026" in filled(question("tasks"), tasks)
    assert f"Libellé {head}" in blank(question("tasks"))


def test_facts_come_from_the_case() -> None:
    """Line under line, one as large as the other; a partner's words are facts too."""
    pdf = paper(shipped_form("f4-referral"), REFERRAL)
    assert "Sandra Moreira (mère), Paulo Moreira (père) Autorité parentale conjointe" in text(pdf)
    assert text(pdf).count("Mme Weber, accueil") == 1
    assert "Centre de consultation pour Jeunes et Familles (CCJF)" in text(pdf)


def test_sentences_and_signatures_stand_outside_the_boxes(tmp_path: Path) -> None:
    """A sentence in italics; a line to sign on, with name and role where they are known."""
    asks = [
        question("text", key="first"),
        question("mention", key="rule", label={"fr": "Le partage est limité."}),
        question("signature", key="sign", label={"fr": "Signature"}, source="practitioner.name"),
    ]
    pdf = paper(form_of(*asks), {"first": "x"})
    assert "Le partage est limité. Signature Claire Hoffmann, assistante sociale" in text(pdf)
    assert "SourceSans3-Italic" in run(["pdffonts"], pdf, tmp_path)


def test_numbers_stand_where_a_point_begins() -> None:
    """Questions of one point share its number, also when its first question is left out."""
    asks = [
        question("text", key="a", number=7, label={"fr": "Alpha"}),
        question("text", key="b", label={"fr": "Beta"}),
        question("text", key="c", number=8, label={"fr": "Gamma"}),
    ]
    told = {"a": "x", "b": "y", "c": "z"}
    assert "7 Alpha x Beta y 8 Gamma z" in text(paper(form_of(*asks), told))
    assert "7 Beta y 8 Gamma z" in text(paper(form_of(*asks), told, leave_out=frozenset({"a"})))


def test_short_questions_share_a_row() -> None:
    """What is not wide stands beside the next one, as far as there is room."""
    asks = [
        question("date", key=f"d{number}", wide=False, label={"fr": f"Jour{number}"}) for number in range(9)
    ]
    told = {f"d{number}": "2026-11-12" for number in range(9)}
    found = text(paper(form_of(*asks), told))
    assert all(f"Jour{number} 12/11/2026" in found for number in range(9))


def test_sections_without_numbers_are_announced() -> None:
    """A heading where nothing else orders the page, none where numbers do."""
    assert "Rubrique Libellé" in filled(question("text"), "x")
    assert "Rubrique" not in filled(question("text", number=1), "x")


def test_what_does_not_print_is_nowhere() -> None:
    """What the form or the person keeps back leaves neither label nor word, blank or filled."""
    kept = question("long_text", key="kept", prints=False, label={"fr": "Analyse"})
    asks = form_of(question("text"), kept)
    assert "Analyse" not in text(paper(asks, None))
    found = text(paper(asks, {"it": "dit", "kept": "caché"}))
    assert "Libellé dit" in found
    assert "caché" not in found
    assert "Analyse" not in found
    assert "dit" not in text(paper(asks, {"it": "dit"}, leave_out=frozenset({"it"})))
    assert INTERVIEW["analysis"] not in text(paper(shipped_form("f1-interview"), INTERVIEW))


def test_conditions_hold_on_filled_paper_and_not_on_blank() -> None:
    """A question that was not asked is not printed; by hand it may be needed."""
    asks = [
        question("one_of", choices=msgspec.to_builtins(FEW)),
        question("text", key="why", label={"fr": "Raison"}, shown_if={"question": "it", "is_any": ["c"]}),
    ]
    assert asks[1].shown_if == Condition(question="it", is_any=["c"])
    assert "Raison" in text(paper(form_of(*asks), None))
    assert "Raison" not in text(paper(form_of(*asks), {"it": "a", "why": "oubliée"}))
    assert "Raison oubliée" in text(paper(form_of(*asks), {"it": "c", "why": "oubliée"}))


def test_another_services_questions_are_not_printed() -> None:
    """The French axis is on no Luxembourg paper."""
    axis = shipped_form("f1-interview").question("axis")
    assert axis.label["fr"] not in text(paper(shipped_form("f1-interview"), None)).split()


def test_the_slip_stays_in_one_piece() -> None:
    """However long the paper is, the slip is on one page, below everything else."""
    form = shipped_form("f4-referral")
    for words in range(0, 700, 35):
        pages = page_texts(paper(form, REFERRAL | {"reason": "mot " * words + "fin"}))
        slips = [page for page in pages if "Coupon-réponse" in page]
        assert slips == [pages[-1]]
        assert pages[-1].index("Coupon-réponse") < pages[-1].index("Contact ", pages[-1].index("Vu le"))


def test_the_slip_is_for_a_pen() -> None:
    """What the other side fills in is empty on filled paper too, what is known stands there."""
    asks = [
        question("date", key="seen", label={"fr": "Vu le"}),
        question("yes_no", key="goes_on", label={"fr": "Suivi"}),
        question("fact", key="ref", source="case.reference", label={"fr": "Référence"}),
    ]
    found = text(paper(form_of(*asks, cut=True), {}))
    assert "Rubrique Vu le Suivi ☐" in found
    assert "Référence 2026-0231" in found


def test_the_order_of_paper_is_the_order_of_the_form() -> None:
    """Reading the page follows the Tab key."""
    form = shipped_form("f4-referral")
    found = text(paper(form, REFERRAL))
    labels = [form.question(key).label["fr"] for key in ("partner", "contact", "reason", "done", "documents")]
    places = [found.index(f" {label} ") for label in labels]
    assert all(before < after for before, after in pairwise(places))
    assert "page 1/1" in margins(paper(form, REFERRAL, "en"))[0]
