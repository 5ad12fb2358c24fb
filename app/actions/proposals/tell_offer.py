"""A proposal in words: what it is about, and what it would bring."""

from collections.abc import Sequence
from functools import partial

from app.actions.packages.tell_travelling import attribute_words, tell_lines
from app.actions.packages.told_in_turn import ToldInTurn
from app.actions.proposals.look_at_offers import Offer
from app.actions.proposals.tell_roster import tell_roster
from app.exchange.proposal import PROPOSED
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.models.told import Told
from app.storage.notebook import Notebook

_LABELS = {
    "name": N_("Name"), "street": N_("Street and number"), "postcode": N_("Postcode"),
    "email": N_("E-mail"), "hours": N_("Opening hours"),
}  # fmt: skip


def tell_offer(notebook: Notebook, *, library: Library, offer: Offer, locale: Locale) -> Sequence[Told]:
    """The proposal first, then the records that come with it. Of lists and forms only the title."""
    said = offer.said
    assert said is not None
    if said.about == "unit_file":
        name = offer.preview.unit if offer.preview else ""
        title = locale.text("Lists, forms, letters and services of {unit}", unit=name)
        return [_told(offer, title, [])]
    if said.about == "roster":
        return [tell_roster(offer, locale)]
    if said.about == "case":
        first = _told(offer, _case(notebook, offer, locale), [])
        return ToldInTurn(len(offer.lines), partial(_with, notebook, library, offer, locale), first=[first])
    names = {"partner": N_("Directory: {name}"), "school": N_("School: {name}")}
    name = str(said.said.get("service") or said.said.get("name") or "")
    fields = []
    for key in (one for one in PROPOSED[said.about] if one in said.said):
        value = said.said[key]
        before = getattr(offer.here, key, "")
        if value != before:
            label, now = _words(notebook, library, locale, key, value)
            was = _words(notebook, library, locale, key, before)[1] if before else ""
            fields.append((label, locale.text("{now} (here: {was})", now=now, was=was) if was else now))
    return [_told(offer, locale.text(names[said.about], name=name), fields)]


def _case(notebook: Notebook, offer: Offer, locale: Locale) -> str:
    assert offer.said is not None
    case_id = offer.said.record_id
    line = next((line for line in offer.lines if line.id == case_id), None)
    if line is None:
        case = notebook.cases.get(offer.said.record_id)
        student = notebook.students.find(case.student_id)
        return locale.text(
            "Follow the case {reference} of {name}",
            reference=case.reference, name=student.name if student else "",
        )  # fmt: skip
    fields = next((one.fields for one in offer.lines if one.id == line.fields["student_id"]), {})
    names = (fields.get("given_name"), fields.get("used_name") or fields.get("family_name"))
    name = " ".join(str(one) for one in names if one)
    return locale.text(
        "Follow the case {reference} of {name}", reference=str(line.fields.get("reference", "")), name=name
    )


def _with(notebook: Notebook, library: Library, offer: Offer, locale: Locale, wanted: range) -> list[Told]:
    lines = list(offer.lines[wanted.start : wanted.stop])
    named = {str(line.fields.get(name)) for line in lines for name in ("student_id", "partner_id")}
    beside = [one for one in offer.lines if one.id in named]
    return tell_lines(notebook, library=library, lines=lines, locale=locale, beside=beside)


def _words(notebook: Notebook, library: Library, locale: Locale, key: str, value: str) -> tuple[str, str]:
    if key in _LABELS:
        return locale.text(_LABELS[key]), str(value)
    return attribute_words(notebook, library, locale, key, value)


def _told(offer: Offer, title: str, fields: list[tuple[str, str]]) -> Told:
    return Told(kind="proposal", record_id=offer.line.id, title=title, fields=fields)
