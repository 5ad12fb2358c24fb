"""What each paper asks, in the order the profession asks it: one line a form, keys in their turn."""

import pytest

from tests.frameworks.resources import shipped

# Questions between these may stand in their turn too; none of these is missing, none before another.
ORDER = {
    "f1-interview": "date start duration place mode rank origin request_date present interpreter language"
    " main_reason other_reasons category axis demand facts analysis acts steps next_date"
    " parents_informed share_agreement share_what share_with conclusion signature",
    "f2-evaluation": "student birth birth_place sex address lives school class medical_place other_care"
    " difficulties proposal level adapted service insured insurance guardians parents"
    " household measures services_known noticed done parents_wish parents_opinion"
    " synthesis worker phone parent_signature signature",
    "f3-plan": "student date version replaces start_school start_life wishes interests strengths"
    " obstacles supports alternatives steps partners review_date signed student_signature"
    " parent_signature signature",
    "f4-referral": "from_service from_phone from_hours partner to_person to_address date urgency student"
    " birth school class contact guardians requested_by reason done services"
    " student_consent parents_consent parents_reason documents contact_by accompaniment"
    " slip_seen slip_followup slip_contact slip_signature necessary refusal signature",
    "f4-cepas": "from_service partner date urgency student guardians requested_by services reason"
    " done student_consent parents_consent documents contact_by accompaniment slip_seen"
    " slip_signature",
    "f4-cm2-6e": "from_service partner date urgency student secondary guardians reason done expected"
    " student_consent parents_consent slip_seen slip_signature",
    "f5-concern": "date author student sex birth age residence school class other_minors guardians"
    " parents household siblings source known_since facts child_words others_words health"
    " schooling behaviour context done services measures resources worry parents_informed"
    " parents_informed_on parents_informed_by parents_reaction parents_reason advisor"
    " partner copies law signature",
    "f6-report": "partner council date student residence guardians told_on told_at told_to told_place"
    " told_present child_words seen state whereabouts can_go_home wants_home author_link"
    " measures told author tonight signature",
    "f8-mdph": "student pieces filed acknowledged commission notified started meetings contribution",
    "f8-arrangements": "student referent written_consent pieces filed commission notified review_on"
    " arrangements",
    "f9-social-fund": "student class guardians household file_number regime grant grant_step incomes"
    " charges left persons left_each left_each_day quotient objects asked quote urgency"
    " opinion advice granted decided_on notified_on appeal pieces",
    "f9-low-income": "deadline student applicant lives_with authority custody joint_choice household"
    " incomes charges left left_each pieces sent_on",
    "f9-stay-in-school": "student schooling rhythm lives_alone rent incomes charges left family distress"
    " follow_up opinion pieces signature",
    "f10-council": "student meeting lines needs proposals service_does decisions",
    "f10b-absence": "student months legitimate contacts measures commission signed_on dasen warning"
    " inquiry contract referent second summoned prosecutor",
    "f15-notice": "controller dpo why what ground secret danger where how_long rights complain_fr"
    " complain_lu date given_to language",
    "n08-assessment": "last_school entered left exit schools repeated certificate averages languages"
    " languages_fr strengths difficulties absent late excluded_days supports council"
    " student_wish parents_wish tests conclusion",
}  # fmt: skip
COLUMNS = {
    ("f2-evaluation", "parents"): "who name birth_date address phone occupation",
    (
        "f3-plan",
        "alternatives",
    ): "training place why requirements deadline chances student_agrees parents_agree",
    ("f5-concern", "other_minors"): "name sex birth_date school",
    ("f6-report", "told"): "who told day time by",
    ("n07-life-situation", "domains"): "domain level state resource obstacle wish action",
}


@pytest.mark.parametrize("key", ORDER)
def test_questions_stand_in_the_order_of_the_profession(key: str) -> None:
    """A paper somebody knows by heart is filled in without searching."""
    wanted, stands = ORDER[key].split(), [one.key for one in shipped().forms[key].questions]
    assert [one for one in stands if one in wanted] == wanted


@pytest.mark.parametrize(("form", "table"), COLUMNS)
def test_tables_ask_in_their_order(form: str, table: str) -> None:
    """The columns, in their turn."""
    columns = [one.key for one in shipped().forms[form].question(table).columns]
    assert columns == COLUMNS[form, table].split()
