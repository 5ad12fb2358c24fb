"""The paper that says what was erased, when and by whom."""

from collections.abc import Mapping
from datetime import datetime

from app import paths
from app.actions.choose_logo import own_logo
from app.actions.sheets.gather_facts import gather_facts
from app.documents.subject import PaperSubject
from app.frameworks.decode import decode
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.erasure import Erasure
from app.models.form import Form
from app.models.kinds import KINDS
from app.storage.notebook import Notebook

_BY_YEAR = "/"  # between the key of a form and a school year, see Erasure


def counted(counts: Mapping[str, int], locale: Locale) -> list[str]:
    """How many of each kind, in the order people think of them."""
    plural, n = (
        locale.plural,
        {kind: counts.get(kind, 0) for kind in (*KINDS, "draft", "sent_paper", "revision")},
    )
    said = {
        "student": plural("{n} student’s sheet", "{n} students’ sheets", n["student"]),
        "case": plural("{n} case", "{n} cases", n["case"]),
        "interview": plural("{n} interview", "{n} interviews", n["interview"]),
        "referral": plural("{n} referral", "{n} referrals", n["referral"]),
        "plan": plural("{n} version of a plan", "{n} versions of plans", n["plan"]),
        "paper": plural("{n} other form", "{n} other forms", n["paper"]),
        "draft": plural("{n} sheet never finished", "{n} sheets never finished", n["draft"]),
        "task": plural("{n} thing to do", "{n} things to do", n["task"]),
        "attachment": plural("{n} attachment", "{n} attachments", n["attachment"]),
        "sent_paper": plural("{n} paper kept as it left", "{n} papers kept as they left", n["sent_paper"]),
        "request": plural("{n} request", "{n} requests", n["request"]),
        "advice": plural("{n} piece of advice", "{n} pieces of advice", n["advice"]),
        "guardian": plural("{n} guardian", "{n} guardians", n["guardian"]),
        "enrolment": plural("{n} school year", "{n} school years", n["enrolment"]),
        "resident": plural("{n} person of the household", "{n} persons of the household", n["resident"]),
        "professional": plural("{n} professional", "{n} professionals", n["professional"]),
        "sibling": plural("{n} link to a sibling", "{n} links to siblings", n["sibling"]),
        "caution": plural("{n} thing to mind", "{n} things to mind", n["caution"]),
        "agreement": plural("{n} agreement", "{n} agreements", n["agreement"]),
        "partner": plural("{n} directory entry", "{n} directory entries", n["partner"]),
        "school": plural("{n} school", "{n} schools", n["school"]),
        "revision": plural("{n} revision of these", "{n} revisions of these", n["revision"]),
    }
    return [words for kind, words in said.items() if n[kind]]


def _told(erasure: Erasure, library: Library, locale: Locale) -> list[str]:
    """The same; sheets of a list that went at once by the name of their form and their school year."""
    named = {key: n for key, n in erasure.counts.items() if _BY_YEAR in key}
    lines = []
    for key, n in sorted(named.items()):
        form, _, year = key.partition(_BY_YEAR)
        title = locale.words(library.forms[form].title) if form in library.forms else form
        years = year.replace("-", "\u2013")
        lines.append(locale.text("{form}, school year {years}: {n}", form=title, years=years, n=n))
    others = dict(erasure.counts)
    if named:
        others["paper"] = erasure.counts.get("paper", 0) - sum(named.values())
    return lines + counted(others, locale)


def prepare_certificate(
    notebook: Notebook, *, library: Library, erasure: Erasure, locale: Locale
) -> PaperSubject:
    """No name is on it but the practitioner's; a case is named by its reference."""
    local = datetime.fromisoformat(erasure.at).astimezone()
    number, digest = notebook.erasures.line(erasure.id)
    author = notebook.practitioners.find(erasure.author_id)
    facts = gather_facts(
        notebook, library=library, student_id=None, case_id=None, partner_id=None,
        author_id=erasure.author_id, locale=locale, day=local.date(),
    )  # fmt: skip
    return PaperSubject(
        form=decode(path=paths.resources() / "certificates" / "erasure.toml", kind=Form),
        lists=library.lists_for(notebook.framework),
        framework=library.framework(notebook.framework),
        values={
            "what": "\n".join(_told(erasure, library, locale)),
            "cases": ", ".join(erasure.case_references),
            "when": locale.moment(erasure.at),
            "by": author.name if author else erasure.author_id[:8],
            "number": erasure.record_id.replace(" ", ", "),
            "line": locale.text("line {n} of the log, hash {hash}", n=number, hash=digest),
            "digest": erasure.digest(),
        },
        facts=facts,
        reference=", ".join(erasure.case_references[:3]),
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=local.date(),
    )
