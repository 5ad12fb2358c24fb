"""On paper: the rows a table begins with, lines that stay, sentences as large as answers."""

from app.documents.composition import Composition
from app.documents.sections import rows
from app.documents.style import STYLES
from app.i18n import Locale
from app.models.form import Values
from tests.documents.papers import page_texts, paper, subject, text
from tests.frameworks.resources import shipped

LEAVES, STAYS = "Elle garde son petit frère le soir", "Ses parents se séparent"


def printed(key: str, values: Values | None, framework: str = "lu-sepas") -> str:
    """Everything the paper of a form says."""
    form = shipped().forms[key].for_framework(framework)
    return text(paper(form, values, framework=shipped().frameworks[framework]))


def test_blank_paper_names_the_fourteen_domains() -> None:
    """Whoever writes by hand finds every domain with room beside it, on two pages at most."""
    form = shipped().forms["n07-life-situation"]
    found = printed("n07-life-situation", None)
    for item in shipped().lists["n07-life-situation"].items[:14]:
        assert item.label["fr"] in found
    assert len(page_texts(paper(form, None))) == 2


def test_a_domain_nobody_wrote_on_is_not_printed() -> None:
    """The filled paper has only what was spoken of."""
    said = [{"domain": "LIF-LOG"}, {"domain": "LIF-MOB", "state": "Bus toutes les heures"}]
    found = printed("n07-life-situation", {"date": "2026-11-12", "domains": said})
    assert "transport, mobilité" in found
    assert "Bus toutes les heures" in found
    assert "logement" not in found


def test_what_was_refused_is_not_on_the_paper_for_the_meeting() -> None:
    """A line without an agreement never reaches the team, nor does what is marked not to be said."""
    lines = [{"what": LEAVES, "agreement": "both"}, {"what": STAYS, "agreement": "refused"}]
    found = printed("f10-council", {"date": "2026-12-03", "lines": lines, "kept": "La séparation."})
    assert LEAVES in found
    assert STAYS not in found
    assert "séparation" not in found


def test_lines_that_all_stay_leave_no_empty_table() -> None:
    """Nothing hints at what was not agreed to."""
    lines = [{"what": STAYS, "agreement": "refused"}, {"what": STAYS}]
    assert "Éléments portés" not in printed("f10-council", {"date": "2026-12-03", "lines": lines})


def test_a_notice_is_no_small_print() -> None:
    """The sentences of the notice are as large as answers, on one page with the receipt at its foot."""
    form = shipped().forms["f15-notice"].for_framework("lu-sepas")
    composition = Composition(subject=subject(form, None), locale=Locale("fr"), style=STYLES[0])
    sizes = {
        mark.size
        for row in rows(composition=composition)
        for cell in row.cells
        for slab in cell.slabs
        for mark in slab.marks
        if "chiffré" in getattr(mark, "text", "")
    }
    assert sizes == {STYLES[0].body}
    for language in ("fr", "de", "en"):
        (page,) = page_texts(paper(form, None, language))
    assert "cnpd.public.lu" in page
    assert "cnil.fr" not in page
