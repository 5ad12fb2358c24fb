"""What is proposed of a sheet for a circle of receivers: a default, which a person widens or narrows."""

from collections.abc import Collection
from typing import Literal

import msgspec

from app.models.disclosure import Scope
from app.models.form import Form
from app.models.framework import FAMILY, Circle
from app.models.letter import Letter

How = Literal["", "whole", "record", "shared", "chosen", "nothing"]


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """`how` is "" where no circle is known: then everything the paper shows is proposed.

    `leave_out` are questions, `marks_out` marks of paragraphs that stay in the notebook.
    """

    circle: Circle | None = None
    how: How = ""
    leave_out: frozenset[str] = frozenset()
    marks_out: frozenset[str] = frozenset()


def propose(*, form: Form, circle: Circle | None) -> Proposal:
    """What this circle receives of such a sheet unless somebody decides otherwise."""
    if circle is None:
        return Proposal()
    whole = form.key in circle.forms or (form.addressed and circle.outside)
    gives: How = "whole" if whole else circle.gives
    if gives == "whole" or gives == "record":
        return Proposal(circle=circle, how=gives)
    if gives == "shared":
        left = frozenset(question.key for question in form.questions if not question.travels)
        marks = {mark for question in form.questions if question.travels for mark in question.keeps}
        return Proposal(circle=circle, how=gives, leave_out=left, marks_out=frozenset(marks))
    every = frozenset(question.key for question in form.questions)
    return Proposal(circle=circle, how=gives, leave_out=every)


def propose_letter(*, letter: Letter, circle: Circle | None) -> Proposal:
    """A letter is for those it has words for; it shows nothing of a sheet."""
    if circle is None:
        return Proposal()
    family = any(FAMILY.get(reader) == circle.who for reader in letter.readers)
    written_for = family or ("partner" in letter.readers and circle.outside)
    return Proposal(circle=circle, how="whole" if written_for else circle.gives)


def propose_file(*, form: Form | None, circle: Circle | None) -> Proposal:
    """A file goes whole or not at all, so it goes where all of its sheet goes; `form` None for a case's."""
    if form is None:
        return Proposal(circle=circle, how=circle.gives) if circle else Proposal()
    return Proposal(circle=circle, how=propose(form=form, circle=circle).how)


def scope_of_whole(proposal: Proposal) -> Scope:
    """What cannot be divided is as proposed, or more than that."""
    if proposal.circle is None:
        return ""
    return "proposed" if proposal.how in ("whole", "record") else "wider"


def scope_of(
    proposal: Proposal,
    *,
    offered: Collection[str],
    left_out: Collection[str],
    marks: Collection[str] = (),
    marks_out: Collection[str] = (),
    more: bool = False,
) -> Scope:
    """What was decided, measured by what is proposed; more beside less is more.

    `offered` and `marks` are what a person could decide about, `more` whether anything is given beside it.
    """
    if proposal.circle is None:
        return ""
    stays = proposal.leave_out & set(offered)
    marks_stay = proposal.marks_out & set(marks)
    if more or stays - set(left_out) or marks_stay - set(marks_out):
        return "wider"
    return "narrower" if set(left_out) - stays or set(marks_out) - marks_stay else "proposed"
