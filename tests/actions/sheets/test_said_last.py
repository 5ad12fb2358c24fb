"""Who is responsible for the data is said once: the next notice begins with it, in both versions."""

from app.actions.sheets.gather_facts import gather_facts
from app.frameworks.validate import problems
from app.i18n import Locale
from tests import builders

SAID = {"controller": "Lycée du Moulin", "dpo": "dpo@example.org", "given_to": ["student"]}


def _known(notebook, library):
    return gather_facts(
        notebook, library=library, student_id=None, case_id=None, partner_id=None,
        author_id=notebook.author_id, locale=Locale("fr"), day=builders.TODAY,
    )  # fmt: skip


def test_a_notice_is_begun_with_what_the_last_one_said(notebook, library):
    """Nobody types it for every family; a notice that says nothing new takes nothing away."""
    student = builders.kept_student(notebook)
    assert "unit.controller" not in _known(notebook, library)
    builders.finished(notebook, library, form_key="f15-notice", student_id=student.id, values=SAID)
    builders.finished(
        notebook, library, form_key="f15-notice-student", student_id=student.id,
        values={"given_to": ["student"], "dpo": "autre@example.org"},
    )  # fmt: skip
    facts = _known(notebook, library)
    assert (facts["unit.controller"], facts["unit.dpo"]) == ("Lycée du Moulin", "autre@example.org")
    for key in ("f15-notice", "f15-notice-student"):
        sources = {one.source: one.key for one in library.form_for(key, "lu-sepas").questions}
        assert (sources["unit.controller"], sources["unit.dpo"]) == ("controller", "dpo")


def test_a_notice_names_who_is_responsible(library):
    """It is not printed before that is said: a notice without it informs nobody."""
    for key in ("f15-notice", "f15-notice-student"):
        form = library.form_for(key, "fr-ssfe")
        said = {"date": "2026-11-12", "given_to": ["student"]}
        missing = {one.question for one in problems(form=form, values=said, moment="printing")}
        assert missing == {"controller", "dpo"}
        assert problems(form=form, values=said | SAID, moment="printing") == []
