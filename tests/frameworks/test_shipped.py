"""The forms, lists and services delivered with the program."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from app import paths
from app.models.form import Form
from tests.frameworks.resources import shipped

SERVICES = ["fr-cps", "fr-ssfe", "fr-ssfe-1d", "lu-alj", "lu-sepas"]
NARROW, WIDE = "\u202f", "\u00a0"
FILES = sorted(
    path for room in ("forms", "lists", "frameworks") for path in (paths.resources() / room).glob("*.toml")
)


def test_everything_delivered_can_be_used() -> None:
    """No file delivered with the program is broken, and none is left aside."""
    library = shipped()
    assert [problem.values for problem in library.problems] == []
    read = len(library.forms) + len(library.lists) + len(library.frameworks)
    assert read == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_is_there_in_three_languages(path: Any) -> None:
    """Whoever reads French, English or German finds every label in their language."""
    untold = [
        words for words in _words(tomllib.loads(path.read_text())) if not {"fr", "en", "de"} <= words.keys()
    ]
    assert untold == []
    assert [words for words in _words(tomllib.loads(path.read_text())) if not all(words.values())] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_french_words_are_typeset(path: Any) -> None:
    """Data files are set as carefully as a printed page."""
    slips = rf"(?<!{NARROW})[;!?]|[^{WIDE}]:(?=\s|$)|«(?!{WIDE})|(?<!{WIDE})»|'|\.\.\."
    french = [words["fr"] for words in _words(tomllib.loads(path.read_text()))]
    assert [text for text in french if re.search(slips, text)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_german_word_for_the_notebook(path: Any) -> None:
    """Das Heft, as in the window."""
    german = [words["de"] for words in _words(tomllib.loads(path.read_text()))]
    assert [text for text in german if re.search(r"\bBuch\b", text)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_word_for_the_student(path: Any) -> None:
    """English says student everywhere."""
    english = [words["en"].lower() for words in _words(tomllib.loads(path.read_text()))]
    assert [text for text in english if "pupil" in text] == []


@pytest.mark.parametrize("key", sorted(shipped().lists))
def test_codes_are_there_once(key: str) -> None:
    """A code means one thing within its list."""
    codes = [item.code for item in shipped().lists[key].items]
    assert len(codes) == len(set(codes)) > 0


@pytest.mark.parametrize("key", ["f1-interview", "f4-referral"])
@pytest.mark.parametrize("framework", ["lu-sepas", "fr-ssfe"])
def test_the_fourteen_points_stand_in_order(key: str, framework: str) -> None:
    """Both services find all fourteen points of the interview record and of the referral, in order."""
    form = shipped().form_for(key, framework)
    assert [question.number for question in form.questions if question.number] == list(range(1, 15))


@pytest.mark.parametrize("framework", ["lu-sepas", "fr-ssfe"])
def test_the_eleven_points_of_a_plan_stand_in_order(framework: str) -> None:
    """Both services find all eleven points of the orientation plan, in order."""
    form = shipped().form_for("f3-plan", framework)
    assert [question.number for question in form.questions if question.number] == list(range(1, 12))
    assert [question.key for question in form.questions if question.ranked] == ["alternatives"]


def test_a_plan_says_what_is_to_be_done() -> None:
    """The steps of a plan tell reminders what, until when, and where each stands."""
    roles = {column.role: column.key for column in shipped().forms["f3-plan"].question("steps").columns}
    assert {role: key for role, key in roles.items() if role} == {
        "what": "what", "due": "due", "state": "status",
    }  # fmt: skip
    ended = {item.code for item in shipped().lists["n10a-step-status"].items if item.definite}
    assert ended == {"done", "abandoned"}


def test_what_of_a_plan_travels() -> None:
    """Whoever goes on with a plan gets the plan, not how the student lives nor what stands in the way."""
    form = shipped().forms["f3-plan"]
    stays = {question.key for question in form.questions if not question.travels and question.screen}
    assert stays == {"start_school", "start_life", "interests", "needs", "obstacles", "signed"}


def test_the_paper_order_keeps_the_slip_at_the_foot() -> None:
    """What is torn off and sent back stands last on paper, and nobody types it."""
    form = shipped().forms["f4-referral"]
    slip = form.printed_sections[-1]
    assert slip.cut
    assert not any(question.screen for question in slip.questions)
    assert [section.cut for section in form.printed_sections[:-1]] == [False] * (len(form.sections) - 1)


def test_only_the_analysis_of_an_interview_stays_off_paper() -> None:
    """An interview prints everything but the author's hypotheses, and personal notes are no question."""
    form = shipped().forms["f1-interview"]
    assert [question.number for question in form.questions if not question.prints] == [8]
    assert not any("note" in question.key for question in form.questions)


def test_only_the_conclusion_of_an_interview_is_proposed_for_travel() -> None:
    """A colleague who takes over is offered the conclusion and nothing else."""
    form = shipped().forms["f1-interview"]
    assert [question.number for question in form.questions if question.travels] == [14]


@pytest.mark.parametrize(
    ("key", "bound"),
    [
        (
            "f1-interview",
            "date start duration place mode rank origin request_date present main_reason other_reasons "
            "category axis acts next_date next_time parents_informed",
        ),
        (
            "f4-referral",
            "partner_id date urgency requested_by services student_consent parents_consent contact_by "
            "status sent_date appointment_date answer_date remind_date",
        ),
        ("f3-plan", "date version review_date status"),
    ],
)
def test_what_lists_and_reminders_read_is_bound(key: str, bound: str) -> None:
    """Everything the lists, reminders and figures need is asked by the form that fills it."""
    form = shipped().forms[key]
    assert {question.bind for question in form.questions if question.bind} == set(bound.split())


def test_a_referral_says_what_the_receiver_needs() -> None:
    """A referral leaves with a reason and a receiver, and its progress stays in the notebook."""
    form = shipped().forms["f4-referral"]
    needed = [
        question.number
        for question in form.questions
        if question.required == "printing" and not question.shown_if
    ]
    assert needed == [2, 7]
    assert form.addressed
    assert not any(question.prints for question in form.sections[-1].questions)


def test_each_country_asks_its_own_figures() -> None:
    """Luxembourg counts categories, France counts axes; neither sees the other's question."""
    keys = {name: _keys(shipped().form_for("f1-interview", name)) for name in ("lu-sepas", "fr-ssfe")}
    assert keys["lu-sepas"] - keys["fr-ssfe"] == {"category"}
    assert keys["fr-ssfe"] - keys["lu-sepas"] == {"axis"}


def test_the_reasons_of_a_country_come_with_its_service() -> None:
    """Fifteen reasons of the school service, twelve of the local offices, twenty-nine of France."""
    groups = [item.code.split("-")[0] for item in shipped().lists["n02-reasons"].items]
    assert {name: groups.count(name) for name in ("LU", "ALJ", "FR")} == {"LU": 15, "ALJ": 12, "FR": 29}
    luxembourg = {item.code for item in shipped().list_for("n02-reasons", "lu-sepas").offered}
    france = {item.code for item in shipped().list_for("n02-reasons", "fr-ssfe").offered}
    assert "LU-03" in luxembourg - france
    assert "FR-20" in france - luxembourg
    assert luxembourg & france == {"OTHER"}


def test_reasons_that_could_hurt_are_marked() -> None:
    """What is hidden in lists until opened is marked reason by reason."""
    marked = {item.code for item in shipped().lists["n02-reasons"].items if item.sensitive}
    france = {f"FR-{number:02}" for number in (1, 2, 3, 4, 5, 19, 23, 24, 25)}
    assert marked == france | {"LU-02", "LU-12", "LU-15", "ALJ-07"}


def test_every_reason_of_france_names_its_axis() -> None:
    """The axis of a French reason is one of the axes."""
    axes = {item.code for item in shipped().lists["axes"].items}
    reasons = [item for item in shipped().lists["n02-reasons"].items if item.profile == "FR"]
    assert {item.group for item in reasons} == axes


def test_every_partner_type_says_whether_it_keeps_the_secret() -> None:
    """The receiver's professional secrecy is known for every type of partner."""
    assert {item.secrecy for item in shipped().lists["n09-partner-types"].items} == {
        "yes",
        "no",
        "partly",
        "varies",
    }


def test_the_services_are_there() -> None:
    """Secondary and primary education in France, psychosocial skills, SePAS and ALJ in Luxembourg."""
    assert sorted(shipped().frameworks) == SERVICES
    usual = {service.country: key for key, service in shipped().frameworks.items() if service.usual}
    assert usual == {"FR": "fr-ssfe", "LU": "lu-sepas"}


@pytest.mark.parametrize("framework", SERVICES)
def test_a_service_says_what_may_leave_and_how_long_things_stay(framework: str) -> None:
    """Every service names its law, every circle but the free one, retention and what birthdays change."""
    service, circles = shipped().frameworks[framework], shipped().lists["share-circles"]
    assert service.legal_refs
    assert {circle.who for circle in service.circles} == {
        item.code for item in circles.items if not item.other
    }
    asked = [one.key for one in service.conditions if one.ground == "SHARED_SECRECY"]
    assert len(asked) == len(service.conditions) == (5 if service.country == "FR" else 0)
    assert len(service.keeping) == (6 if service.country == "FR" else 5)
    assert (service.review_after_years, service.majority) == (2, 18)
    assert 18 in [rule.age for rule in service.age_rules]


def test_each_service_offers_its_own_reasons() -> None:
    """A school service and a local office of one country do not read each other's reasons."""
    offered = {
        key: {item.code.split("-")[0] for item in shipped().list_for("n02-reasons", key).offered}
        for key in SERVICES
    }
    assert offered["lu-sepas"] == {"LU", "OTHER"}
    assert offered["lu-alj"] == {"ALJ", "OTHER"}
    assert offered["fr-ssfe"] == offered["fr-ssfe-1d"] == offered["fr-cps"] == {"FR", "OTHER"}
    levels = {item.code for item in shipped().list_for("n06-levels", "fr-ssfe-1d").offered}
    assert {"310", "350", "410"} <= levels
    assert not {"510", "610", "7G"} & levels


def test_definite_solutions_are_known() -> None:
    """A case may close on these outcomes and no others."""
    definite = {item.code for item in shipped().lists["n10b-outcomes"].items if item.definite}
    names = "SCOLU SCOET APPR EMPL MESUR FORM RELAIS APAIS FIN"
    assert definite == {f"OUT-{name}" for name in names.split()}


@pytest.mark.parametrize("framework", SERVICES)
def test_a_service_speaks_only_languages_it_has_words_for(framework: str) -> None:
    """A paper is offered in a language only when every word of it is there."""
    for language in shipped().frameworks[framework].languages:
        for key in shipped().frameworks[framework].forms:
            for question in shipped().form_for(key, framework).questions:
                assert question.label.get(language), (key, question.key, language)


def _keys(form: Form) -> set[str]:
    return {question.key for question in form.questions}


def _words(tree: Any) -> Iterator[dict[str, str]]:
    """Every table of words in a file: those with a language for a key."""
    if isinstance(tree, dict):
        if tree.keys() & {"fr", "en", "de"}:
            yield tree
        else:
            for branch in tree.values():
                yield from _words(branch)
    elif isinstance(tree, list):
        for branch in tree:
            yield from _words(branch)
