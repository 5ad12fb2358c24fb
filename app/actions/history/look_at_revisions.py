"""Everything a record said before: who wrote it, when, and what changed, in words."""

from typing import Any

from app.actions.history.recall import Recalled, recall, unasked_words
from app.actions.history.tell_attributes import tell_attributes
from app.frameworks.compare import Change, compare
from app.frameworks.difference_words import Told, difference_words
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.models.discreet import Discreet
from app.models.form import Form
from app.models.kinds import FORM_KINDS
from app.models.revision import Revision
from app.storage.notebook import Notebook

_FILED = {"student_id": N_("Student"), "case_id": N_("Case"), "unfiled_name": N_("Name not filed yet")}


class Changed(Discreet, frozen=True, kw_only=True):
    """One change to what stands under `label`."""

    label: str
    change: Change
    told: Told


class Look(Discreet, frozen=True, kw_only=True):
    """One revision, the `number`th. `came_from` names who sent it; `changes` are against the one before."""

    revision: Revision
    number: int
    author: str
    came_from: str
    is_present: bool
    is_erased: bool
    changes: list[Changed]


def look_at_revisions(
    notebook: Notebook,
    *,
    library: Library,
    kind: str,
    record_id: str,
    locale: Locale,
    first: int = 0,
    limit: int = 30,
) -> tuple[list[Look], int]:
    """The revisions newest first, `limit` of them after `first` are looked into, and how many there are."""
    revisions = notebook.history.of(record_id)[::-1]
    wanted = revisions[first : first + limit + 1]  # one more, which the last is compared with
    contents = notebook.history.contents([one.id for one in wanted])
    then = {
        revision_id: recall(notebook, library=library, kind=kind, content=content)
        for revision_id, content in contents.items()
    }
    present = notebook.shelf(kind).find(record_id)
    senders = notebook.transfers.senders([one.id for one in wanted])
    people = notebook.practitioners.many([one.author_id for one in wanted])
    names = {one.id: one.name for one in notebook.correspondents.list()}
    words = _Words(notebook, library, locale)
    looks = [
        Look(
            revision=one,
            number=len(revisions) - first - at,
            author=people[one.author_id].name if one.author_id in people else "",
            came_from=names.get(senders.get(one.id, ""), ""),
            is_present=present is not None and present.revision == one.id,
            is_erased=one.id not in then,
            changes=words.changes(
                then.get(wanted[at + 1].id) if at + 1 < len(wanted) else None, then.get(one.id)
            ),
        )
        for at, one in enumerate(wanted[:limit])
    ]
    return looks, len(revisions)


class _Words:
    def __init__(self, notebook: Notebook, library: Library, locale: Locale) -> None:
        self._notebook, self._library, self._locale = notebook, library, locale
        self._lists = library.lists_for(notebook.framework)

    def changes(self, before: Recalled | None, after: Recalled | None) -> list[Changed]:
        """What differs; nothing where one of them is not there to compare with."""
        if before is None or after is None:
            return []
        if after.kind not in FORM_KINDS:
            told = [self._attributes(one) for one in (before, after)]
            return [*_differing(*told), *self._bin(before, after)]
        changes = self._questions(before, after, after.form) if after.form else []
        changes += _differing(*(unasked_words(one, self._locale) for one in (before, after)))
        filed = [{label: self._filed(name, one) for name, label in _FILED.items()} for one in (before, after)]
        named = [{self._locale.text(label): words for label, words in one.items()} for one in filed]
        return [*changes, *_differing(*named), *self._bin(before, after)]

    def _questions(self, before: Recalled, after: Recalled, form: Form) -> list[Changed]:
        found = []
        for difference in compare(form=form, before=before.values, after=after.values):
            question = form.question(difference.question)
            told = difference_words(
                difference=difference, form=form, before=before.values, after=after.values,
                lists=self._lists, locale=self._locale,
            )  # fmt: skip
            if question.kind == "partner":
                told = Told(self._partner(difference.before), self._partner(difference.after))
            label = self._locale.words(question.label) or self._locale.words(form.title)
            found.append(Changed(label=label, change=difference.change, told=told))
        return found

    def _attributes(self, one: Recalled) -> dict[str, str]:
        return tell_attributes(
            self._notebook, library=self._library, kind=one.kind, record=one.record, locale=self._locale
        )

    def _partner(self, partner_id: Any) -> str:
        partner = self._notebook.partners.find(partner_id)
        return partner.service if partner else str(partner_id or "")[:8]

    def _filed(self, name: str, one: Recalled) -> str:
        value = str(getattr(one.record, name, None) or "")
        if name == "student_id":
            student = self._notebook.students.find(value)
            return student.name if student else value[:8]
        if name == "case_id":
            case = self._notebook.cases.find(value)
            return case.reference if case else value[:8]
        return value

    def _bin(self, before: Recalled, after: Recalled) -> list[Changed]:
        was, now = before.record.removed_at, after.record.removed_at
        if bool(was) == bool(now):
            return []
        text = self._locale.text
        said = text("put in the bin") if now else text("taken out of the bin")
        return [Changed(label=text("Bin"), change="changed", told=Told("", said))]


def _differing(before: dict[str, str], after: dict[str, str]) -> list[Changed]:
    """What stands under the same label and is not the same."""
    found = []
    for label in dict.fromkeys([*after, *before]):
        was, now = before.get(label, ""), after.get(label, "")
        if was != now:
            change: Change = "added" if not was else "removed" if not now else "changed"
            found.append(Changed(label=label, change=change, told=Told(was, now)))
    return found
