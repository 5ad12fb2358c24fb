"""What the forms of protection, aid and absence promise, whoever fills them."""

import pytest

from app.frameworks.computed import with_computed
from app.frameworks.validate import problems
from app.models.form import Form, Values
from tests.documents.filled import DAYS, minimal
from tests.frameworks.resources import shipped

FRANCE, LUXEMBOURG = ["fr-cps", "fr-ssfe", "fr-ssfe-1d"], ["lu-alj", "lu-sepas"]
PROTECTION = {"f5-concern": FRANCE, "f6-report": FRANCE + LUXEMBOURG}


def missing(form: Form, values: Values) -> set[str]:
    """The questions that keep it from being printed."""
    return {problem.question for problem in problems(form=form, values=values, moment="printing")}


def worked_out(key: str, service: str, values: Values) -> Values:
    """A sheet with everything it counts."""
    return with_computed(form=shipped().form_for(key, service), values=values, days=DAYS)


@pytest.mark.parametrize("key", PROTECTION)
def test_protection_is_sent_and_shown_by_number(key: str) -> None:
    """Both go to a receiver, wait for an answer, and stand in lists without a name."""
    form = shipped().forms[key]
    assert form.record == "referral"
    assert form.addressed
    assert form.by_number
    assert sorted(form.frameworks) == sorted(PROTECTION[key])
    bound = {question.bind for question in form.questions}
    assert {"partner_id", "status", "sent_date", "answer_date", "remind_date"} <= bound


@pytest.mark.parametrize("service", FRANCE)
def test_the_second_receiver_cannot_be_forgotten(service: str) -> None:
    """In France a report to the prosecutor is not printed before its copy to the département is addressed."""
    form = shipped().form_for("f6-report", service)
    said = minimal(form)
    assert missing(form, said) == set()
    assert missing(form, said | {"council": "  "}) == {"council"}


def test_luxembourg_has_no_council() -> None:
    """What one country’s law asks is not asked in another."""
    form = shipped().form_for("f6-report", "lu-sepas")
    assert not {"council", "council_on", "author_link"} & {question.key for question in form.questions}
    assert "endangered" in {question.key for question in form.questions}


@pytest.mark.parametrize("key", PROTECTION)
def test_why_parents_are_not_told_is_one_sentence(key: str) -> None:
    """Against the child’s interest: the reason is asked before printing, otherwise it is not."""
    form = shipped().form_for(key, "fr-ssfe")
    said = minimal(form) | {"parents_informed": "not_interest", "parents_reason": ""}
    assert missing(form, said) == {"parents_reason"}
    assert missing(form, said | {"parents_reason": "Le retour serait dangereux."}) == set()
    assert missing(form, said | {"parents_informed": "before"}) == set()


@pytest.mark.parametrize("key", PROTECTION)
def test_what_stays_in_the_notebook(key: str) -> None:
    """The practitioner’s level, the emergency numbers and the timeline are on no paper; nothing travels."""
    form = shipped().forms[key]
    kept = {question.key for question in form.questions if not question.prints}
    assert {"trace", "status", "sent_date", "answer_date", "remind_date"} <= kept
    assert ("level" in kept) or ("numbers" in kept)
    assert form.question("child_words").kind == "quotation"
    assert not any(question.travels for question in form.questions)


def test_the_commission_reads_a_number() -> None:
    """On paper of the social fund there is no name, no family, no story."""
    form = shipped().forms["f9-social-fund"]
    printed = {question.key for question in form.questions if question.prints}
    assert not printed & {"student", "guardians", "household", "situation"}
    sources = {question.source for question in form.questions if question.prints}
    assert not {source for source in sources if source.startswith(("student", "guardian", "household"))} - {
        "household.count"
    }
    assert "file_number" in printed


@pytest.mark.parametrize("key", ["f9-social-fund", "f9-low-income", "f9-stay-in-school"])
def test_a_budget_counts_itself(key: str) -> None:
    """Income less charges, for each person and each day of a month of thirty."""
    service = "fr-ssfe" if key == "f9-social-fund" else "lu-sepas"
    values = {
        "incomes": [{"kind": "SALARY", "amount": "1180.00"}, {"kind": "FAMILY", "amount": "148.52"}],
        "charges": [{"kind": "RENT", "amount": "612.00"}, {"kind": "CREDIT"}],
        "persons": 3,
    }
    said = worked_out(key, service, values)
    assert (said["left"], said["left_each"], said["left_each_day"]) == ("716.52", "238.84", "7.96")
    assert "left_each" not in worked_out(key, service, values | {"persons": 0})


def test_a_deadline_already_past_is_seen() -> None:
    """Twelve days late is said as such and stops nothing."""
    said = worked_out("f9-low-income", "lu-sepas", {"date": "2026-11-12", "deadline": "2026-10-31"})
    assert said["days_left"] == -12


def test_half_days_and_days_without_school_are_counted() -> None:
    """Half-days of every month together; days from the exclusion to the return, or so far."""
    months = [{"month": "09", "excused": 2, "unexcused": 4}, {"month": "10", "unexcused": 11}]
    assert worked_out("f10b-absence", "fr-ssfe", {"months": months})["all"] == 17
    said = worked_out("exclusion", "fr-ssfe", {"date": "2026-11-12", "out_since": "2026-11-03"})
    assert said["days_so_far"] == 9
    assert "days_out" not in said
    said = worked_out("exclusion", "fr-ssfe", {"out_since": "2026-11-03", "back_on": "2026-11-17"})
    assert said["days_out"] == 14
