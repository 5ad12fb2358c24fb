"""The members of a unit: what came from each, and which cases they have."""

from collections import defaultdict

from app.actions.proposals.kept import kept_proposals
from app.models.case import Case
from app.models.correspondent import Correspondent
from app.models.discreet import Discreet
from app.models.package import Package
from app.storage.notebook import Notebook


class MemberCase(Discreet, frozen=True, kw_only=True):
    """A case somebody has: they sent it, or were asked to follow it and agreed."""

    case: Case
    name: str
    is_asked: bool = False  # proposed, and not answered yet


class Member(Discreet, frozen=True, kw_only=True):
    """One practitioner. `last` is their newest package of records, `owed` how many receipts wait here."""

    correspondent: Correspondent
    last: Package | None
    received: int
    owed: int
    cases: list[MemberCase]


def look_at_members(notebook: Notebook) -> list[Member]:
    """Everybody one exchanges with who is no unit, by name; a case may be with several."""
    came: dict[str, list[Package]] = defaultdict(list)
    for package in notebook.transfers.packages(direction="in"):
        if package.kind == "records":
            came[package.correspondent_id].append(package)
    having = notebook.transfers.cases_by_sender()
    asked: dict[str, list[str]] = defaultdict(list)
    for one in kept_proposals(notebook).values():
        if one.direction == "out" and one.about == "case" and one.answer != "declined":
            place = asked if not one.answer else having
            if one.record_id not in having.get(one.correspondent_id, []):
                place.setdefault(one.correspondent_id, []).append(one.record_id)
    wanted = {case_id for ids in (*having.values(), *asked.values()) for case_id in ids}
    cases = {key: one for key, one in notebook.cases.many(wanted).items() if not one.removed_at}
    names = {
        one.id: one.listed_name
        for one in notebook.students.many(case.student_id for case in cases.values()).values()
    }
    members = []
    for correspondent in sorted(notebook.correspondents.list(), key=lambda one: one.state == "retired"):
        if correspondent.role == "unit":
            continue
        packages = came.get(correspondent.id, [])
        listed = [
            MemberCase(case=cases[case_id], name=names.get(cases[case_id].student_id, ""), is_asked=is_asked)
            for is_asked, ids in ((False, having), (True, asked))
            for case_id in dict.fromkeys(ids.get(correspondent.id, []))
            if case_id in cases
        ]
        members.append(
            Member(
                correspondent=correspondent,
                last=packages[0] if packages else None,
                received=len(packages),
                owed=sum(one.acknowledged_at is None for one in packages),
                cases=sorted(
                    listed, key=lambda one: (one.case.state != "open", one.name, one.case.reference)
                ),
            )
        )
    return members
