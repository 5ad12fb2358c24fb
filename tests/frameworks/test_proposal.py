"""What is proposed of a sheet for each circle, and how what was decided is measured by it."""

import pytest

from app.frameworks.proposal import (
    Proposal,
    propose,
    propose_file,
    propose_letter,
    scope_of,
    scope_of_whole,
)
from app.models.framework import Circle
from tests.frameworks.resources import shipped

SERVICES = sorted(shipped().frameworks)


def circle(framework: str, who: str) -> Circle:
    """What a service says of a circle."""
    return next(one for one in shipped().frameworks[framework].circles if one.who == who)


def proposed(framework: str, who: str, form: str) -> Proposal:
    """Of a sheet on that form."""
    return propose(form=shipped().form_for(form, framework), circle=circle(framework, who))


@pytest.mark.parametrize(
    ("framework", "who", "form", "how"),
    [
        ("fr-ssfe", "service", "f1-interview", "record"),
        ("fr-ssfe", "head", "f1-interview", "nothing"),
        ("fr-ssfe", "head", "f10-council", "whole"),
        ("fr-ssfe", "teachers", "f10b-absence", "nothing"),
        ("fr-ssfe", "health", "f1-interview", "shared"),
        ("fr-ssfe", "partner", "f4-referral", "whole"),
        ("fr-ssfe", "authorities", "f5-concern", "whole"),
        ("fr-ssfe", "authorities", "f1-interview", "chosen"),
        ("fr-ssfe", "parents", "f1-interview", "chosen"),
        ("fr-ssfe", "parents", "f4-referral", "chosen"),
        ("fr-ssfe", "student", "f3-plan", "whole"),
        ("lu-sepas", "head", "f1-interview", "chosen"),
        ("lu-sepas", "service", "f1-interview", "record"),
        ("lu-sepas", "teachers", "f10-council", "whole"),
        ("lu-alj", "partner", "f4-cepas", "whole"),
    ],
)
def test_the_circles_differ(framework: str, who: str, form: str, how: str) -> None:
    """A head in France receives no content, in Luxembourg what is chosen; what was made for one is whole."""
    found = proposed(framework, who, form)
    assert found.how == how
    every = {question.key for question in shipped().form_for(form, framework).questions}
    if how in ("whole", "record"):
        assert not found.leave_out
    elif how == "shared":
        assert every - found.leave_out == {
            question.key for question in shipped().form_for(form, framework).questions if question.travels
        }
    else:
        assert found.leave_out == every


@pytest.mark.parametrize("framework", SERVICES)
def test_every_circle_names_its_ground(framework: str) -> None:
    """In every language of the service, and so does what it may receive."""
    service = shipped().frameworks[framework]
    for one in service.circles:
        for language in service.languages:
            assert one.may.get(language), (one.who, language)
            assert one.why.get(language), (one.who, language)


def test_a_hypothesis_is_not_proposed_to_others() -> None:
    """Marks that keep a paragraph in the notebook keep it off the paper for those outside."""
    form = shipped().form_for("f3-plan", "fr-ssfe")
    keeps = {mark for question in form.questions if question.travels for mark in question.keeps}
    assert propose(form=form, circle=circle("fr-ssfe", "health")).marks_out == keeps


def test_nobody_known_nothing_changed() -> None:
    """As long as no circle is known everything the paper shows is proposed, and nothing is measured."""
    form = shipped().forms["f1-interview"]
    assert propose(form=form, circle=None) == Proposal()
    assert scope_of(Proposal(), offered=["a"], left_out=["a"]) == ""


@pytest.mark.parametrize(
    ("left_out", "marks_out", "more", "scope"),
    [
        (["b"], ["supposed"], False, "proposed"),
        (["a", "b"], ["supposed"], False, "narrower"),
        ([], ["supposed"], False, "wider"),
        (["a"], ["supposed"], False, "wider"),  # one more and one less
        (["b"], [], False, "wider"),
        (["b"], ["supposed", "seen"], False, "narrower"),
        (["b"], ["supposed"], True, "wider"),
    ],
)
def test_more_and_less_are_measured(
    left_out: list[str], marks_out: list[str], more: bool, scope: str
) -> None:
    """A line more is more, whatever else was left out."""
    proposal = Proposal(
        circle=circle("fr-ssfe", "health"), how="shared", leave_out=frozenset("bz"),
        marks_out=frozenset(["supposed"]),
    )  # fmt: skip
    found = scope_of(
        proposal, offered=["a", "b"], left_out=left_out, marks=["supposed", "seen"], marks_out=marks_out,
        more=more,
    )  # fmt: skip
    assert found == scope


@pytest.mark.parametrize(
    ("letter", "who", "how", "scope"),
    [
        ("l1-invitation", "parents", "whole", "proposed"),
        ("l1-invitation", "student", "whole", "proposed"),
        ("l1-invitation", "partner", "shared", "wider"),
        ("l6-partner", "partner", "whole", "proposed"),
        ("l6-partner", "health", "whole", "proposed"),
        ("l6-partner", "head", "chosen", "wider"),
        ("l6-partner", "service", "record", "proposed"),
    ],
)
def test_a_letter_is_for_those_it_has_words_for(letter: str, who: str, how: str, scope: str) -> None:
    """Anybody else receives what their circle receives; a letter cannot be divided."""
    found = propose_letter(letter=shipped().letters[letter], circle=circle("lu-sepas", who))
    assert (found.how, scope_of_whole(found)) == (how, scope)
    assert scope_of_whole(propose_letter(letter=shipped().letters[letter], circle=None)) == ""


@pytest.mark.parametrize(
    ("form", "who", "scope"),
    [
        ("f4-referral", "partner", "proposed"),
        ("f1-interview", "partner", "wider"),
        ("f1-interview", "service", "proposed"),
        ("", "service", "proposed"),
        ("", "parents", "wider"),
    ],
)
def test_a_file_goes_where_all_of_its_sheet_goes(form: str, who: str, scope: str) -> None:
    """With the referral to whom it is addressed; with a case to the service alone."""
    given = shipped().form_for(form, "lu-sepas") if form else None
    assert scope_of_whole(propose_file(form=given, circle=circle("lu-sepas", who))) == scope
