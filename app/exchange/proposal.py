"""What a unit proposes: a case to follow, an entry of the directory, a school, students, lists and forms.

It travels as a record of its own kind and changes nothing by itself.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from app.exchange.incoming import ODD_FIELDS, ODD_VALUES, is_possible, is_sound
from app.exchange.package.lines import Author, RecordLine
from app.exchange.proposed_roster import ProposedRoster, is_faulty
from app.models.partner import Partner
from app.models.practitioner import Practitioner
from app.models.proposed import About
from app.models.record import Record, new_id, now
from app.models.school import School
from app.models.unit_changes import UnitChanges, UnitFile

PROPOSAL = "proposal"
PROPOSED: dict[str, tuple[str, ...]] = {
    "partner": (
        "service", "person", "type", "secrecy", "street", "postcode", "city", "phone", "email", "hours",
    ),
    "school": ("name", "street", "postcode", "city", "phone"),
}  # fmt: skip
"""What is said of an entry; nothing else of it leaves."""
STRUCTS: dict[str, type[Record]] = {"partner": Partner, "school": School}
_FIELDS = {"about", "record_id", "said"}
_ID = re.compile(r"[0-9a-f]{32}")
_SECRECY = {"", "yes", "no", "partly", "varies"}


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a proposal."""

    about: About
    record_id: str = ""
    said: dict[str, Any] = {}

    def __repr__(self) -> str:
        """Name the kind."""
        return f"<Said {self.about}>"


def proposal(*, about: About, record_id: str, said: dict[str, Any], author: Practitioner) -> RecordLine:
    """A proposal as it travels; each is another one, also about what was proposed before."""
    line = RecordLine(
        kind=PROPOSAL,
        id=new_id(),
        revision=new_id(),
        author=Author(id=author.id, name=author.name, profession=author.profession),
        at=now(),
        fields={"about": about, "record_id": record_id, "said": said},
    )
    return msgspec.structs.replace(line, hash=line.digest())


def entry_said(record: Partner | School, about: About) -> dict[str, Any]:
    """What is proposed of an entry: only what is known of it, so that nothing is emptied elsewhere."""
    plain = msgspec.to_builtins(record)
    return {name: plain[name] for name in PROPOSED[about] if plain[name]}


def said_of(line: RecordLine) -> Said:
    """ValidationError for what is no proposal."""
    return msgspec.convert(line.fields, Said)


def file_of(said: Said) -> UnitFile:
    """The lists and forms it holds; ValidationError."""
    changes = msgspec.convert(said.said.get("changes"), UnitChanges)
    unit = said.said.get("unit", "")
    return UnitFile(
        changes=changes, format="carnet-unit", version=1, unit=unit if isinstance(unit, str) else ""
    )


def roster_of(said: Said) -> ProposedRoster:
    """The class list it holds; ValidationError."""
    return msgspec.convert(said.said, ProposedRoster)


def fault_of_proposal(line: RecordLine) -> str:
    """What is wrong with it, an English sentence; "" when nothing is."""
    if line.answers or not line.fields.keys() <= _FIELDS:
        return ODD_FIELDS
    if not all(map(is_sound, (line.author.name, line.author.profession))):
        return ODD_VALUES
    try:
        said = said_of(line)
        if said.about == "unit_file":
            file_of(said)
            return "" if said.said.keys() <= {"changes", "unit"} else ODD_FIELDS
        if said.about == "roster":
            return ODD_VALUES if is_faulty(roster_of(said)) else ""
        if not _ID.fullmatch(said.record_id):
            return ODD_VALUES
        if said.about == "case":
            return ODD_FIELDS if said.said else ""
        return _fault_of_entry(said)
    except msgspec.ValidationError:
        return ODD_VALUES


def _fault_of_entry(said: Said) -> str:
    if not said.said.keys() <= set(PROPOSED[said.about]):
        return ODD_FIELDS
    record = msgspec.convert({"id": said.record_id, **said.said}, STRUCTS[said.about])
    known = not isinstance(record, Partner) or record.secrecy in _SECRECY
    return "" if known and is_sound(said.said) and is_possible(record) else ODD_VALUES


def waiting_on(lines: Sequence[RecordLine], proposed: Mapping[str, str]) -> dict[str, set[str]]:
    """By line, the proposals it came with; those that came for themselves are absent.

    `proposed` has by case the proposal to follow it. Whatever of the case, its student and the partners of
    its sheets stands in nothing else of the package waits with it.
    """
    on: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        case_id = line.id if line.kind == "case" else line.fields.get("case_id")
        if case_id:
            on[line.id] = {proposed.get(str(case_id), "")}
            for name in ("student_id", "partner_id"):
                if line.fields.get(name):
                    on[str(line.fields[name])] |= on[line.id]
    for line in lines:
        if line.id not in on and line.fields.get("student_id"):
            on[line.id] = on.get(str(line.fields["student_id"]), {""})
    return {key: value for key, value in on.items() if value and "" not in value}
