"""Both versions of a record written on two sides, and what they come from, in words."""

from typing import Any

from app.actions.conflicts.merged import Choice, both, can_keep_both, is_set, proposed
from app.actions.conflicts.versions_of import Differing, Said, Versions, versions_of
from app.actions.other_computer.own_words import own_words
from app.actions.packages.tell_travelling import attribute_words, tell_record
from app.frameworks.library import Library
from app.frameworks.show import shown
from app.frameworks.unasked_words import labelled, plainly
from app.i18n import Locale
from app.models.answer import Answer
from app.models.conflict import Conflict
from app.models.discreet import Discreet
from app.models.kinds import NAMES
from app.models.record import Record
from app.storage.notebook import Notebook


class Side(Discreet, frozen=True, kw_only=True):
    """One thing the versions do not agree on; "" where one says nothing.

    `both` is what keeping both would say, "" when it cannot hold both. `proposed` merges by itself.
    """

    key: str
    label: str
    ours: str
    theirs: str
    common: str
    both: str
    is_list: bool
    can_write: bool
    proposed: Choice | None
    changed_here: bool
    changed_there: bool


class TwoVersions(Discreet, frozen=True, kw_only=True):
    """`sides` differ, in the order of the form; what both say alike is left out."""

    title: str
    sides: list[Side]

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<TwoVersions {len(self.sides)}>"


def look_at_conflict(
    notebook: Notebook, *, library: Library, conflict: Conflict, locale: Locale
) -> TwoVersions:
    """What stands here now beside what came; only what travels is compared. RecordUnknown."""
    versions = versions_of(notebook, library=library, conflict=conflict)
    words = _Words(notebook, library, locale, versions)
    sides = [
        Side(
            key=one.key,
            label=words.label(one),
            ours=words.said(one, one.ours),
            theirs=words.said(one, one.theirs),
            common=words.said(one, one.common) if one.common else "",
            both=words.said(one, both(one)) if can_keep_both(one) else "",
            is_list=is_set(one),
            can_write=one.can_write,
            proposed=proposed(one),
            changed_here=one.changed_here,
            changed_there=one.changed_there,
        )
        for one in versions.differing
    ]
    return TwoVersions(title=title_of(notebook, library, conflict.kind, versions.ours, locale), sides=sides)


def title_of(notebook: Notebook, library: Library, kind: str, record: Record, locale: Locale) -> str:
    """Which record it is."""
    return tell_record(notebook, library=library, kind=kind, record=record, answers=[], locale=locale).title


class _Words:
    def __init__(self, notebook: Notebook, library: Library, locale: Locale, versions: Versions) -> None:
        self._notebook, self._library, self._locale, self._versions = notebook, library, locale, versions
        self._lists = library.lists_for(notebook.framework)

    def label(self, one: Differing) -> str:
        if one.question is not None:
            form = self._versions.form
            return self._locale.words(one.question.label) or (self._locale.words(form.title) if form else "")
        if one.bind:
            return self._attribute(one.bind, None)[0]
        (label,) = labelled(told={one.key: ""}, form=self._versions.form, locale=self._locale)
        return self._locale.text("{label} (from another version)", label=label)

    def said(self, one: Differing, said: Said) -> str:
        value: Any = said.value
        if one.question is None and one.bind:
            return self._attribute(one.bind, value)[1]
        if one.question is None:
            rows = [Answer(question=one.key, row=row, value=each) for row, each in enumerate(value)]
            return plainly(rows).get(one.key, "")
        if one.question.kind == "partner" and value:
            known = self._notebook.partners.find(str(value))
            return known.service if known else str(value)[:8]
        return shown(
            question=one.question, value=value, lists=self._lists, locale=self._locale,
            other=str(said.other or ""),
        )  # fmt: skip

    def _attribute(self, name: str, value: Any) -> tuple[str, str]:
        if self._versions.is_own:
            kind = NAMES[type(self._versions.ours)]
            return own_words(self._notebook, self._library, self._locale, kind, name, value)
        return attribute_words(self._notebook, self._library, self._locale, name, value)
