"""Where in the notebook one can be."""

from typing import Literal, NamedTuple

Place = Literal["today", "students", "referrals", "transfer", "partners", "settings"]
Screen = Literal[
    "today", "students", "referrals", "transfer", "partners", "settings",
    "sheet", "paper", "roster", "handover", "receive", "conflict", "bin", "search", "differences",
    "revisions", "revision", "erase", "certificate",
    "attachment", "sent", "booklet", "letter", "letters",
    "workshop", "workshop_list", "workshop_file",
    "files", "dispatch", "council", "emergency",
]  # fmt: skip


class Destination(NamedTuple):
    """A screen and what it shows.

    `students`: `record_id` is the student, or "" for the list alone. `sheet`: `kind` and `record_id` of a
    sheet or of a draft, with `question` where one looks at one of its questions; or `form` and perhaps
    `student_id` and the service, `framework`, for a new one. `paper`: the same sheet as
    paper, or only `form` for its blank twin. `handover`: `record_id` is the correspondent. `conflict`:
    `record_id` is the conflict. `attachment`: `record_id` is the attachment. `differences`: `kind` and
    `record_id` of a version beside an earlier one. `revisions`: `kind` and `record_id` of any record.
    `revision`: `record_id` is the revision. `erase`: `kind` and `record_id` of what goes for ever.
    `certificate`: `record_id` is the erasure. `sent`: `record_id` is the line of the ledger.
    `booklet`: `record_id` is the case. `letter`: about `student_id`, `form` being the letter's key.
    `letters`: to several students. `workshop`: `kind` is the tab. `workshop_list` and `workshop_file`:
    `record_id` is the name of the file, such as "forms/f4-referral.toml". `council`: `kind` is a class.
    `emergency`: `student_id` is whoever lay open.
    """

    screen: Screen
    kind: str = ""
    record_id: str = ""
    form: str = ""
    student_id: str = ""
    question: str = ""
    framework: str = ""
