"""Where in the notebook one can be."""

from typing import Literal, NamedTuple

Place = Literal["today", "students", "requests", "referrals", "transfer", "partners", "settings"]
Screen = Literal[
    "today", "students", "requests", "referrals", "transfer", "partners", "settings",
    "sheet", "paper", "roster", "handover", "propose", "members", "package", "receive", "conflict", "bin",
    "search", "differences",
    "revisions", "revision", "erase", "erase_years", "certificate",
    "attachment", "sent", "booklet", "access", "letter", "letters", "papers", "received", "received_paper",
    "workshop", "workshop_list", "workshop_file",
    "files", "dispatch", "other_computer", "council", "emergency", "card_paper",
]  # fmt: skip


class Destination(NamedTuple):
    """A screen and what it shows.

    `students`: `record_id` is the student, or "" for the list alone. `sheet`: `kind` and `record_id` of a
    sheet or of a draft, with `question` where one looks at one of its questions; or `form` and perhaps
    `student_id` and the service, `framework`, for a new one. `paper`: the same sheet as
    paper, or only `form` for its blank twin. `handover`: `record_id` is the correspondent, `kind` a
    case to tick, `question` "given" where it leaves for good, `form` the package that is written once more.
    `receive`: a file is asked for, or with `kind` "folder" it is `record_id` in the exchange folder.
    `package`: `record_id` is one that left. `conflict`: `record_id` is the conflict.
    `attachment`: `record_id` is the attachment.
    `differences`: `kind` and `record_id` of a version beside an earlier one.
    `revisions`: `kind` and `record_id` of any record.
    `revision`: `record_id` is the revision. `erase`: `kind` and `record_id` of what goes for ever;
    `erase_years`: the sheets of school years that are over.
    `requests`: `kind` and `record_id` of a request or of advice, a new one without `record_id`; `question` is
    the tab.
    `certificate`: `record_id` is the erasure. `sent`: `record_id` is the line of the ledger.
    `received` and `received_paper`: `record_id` is the student. `booklet` and `access`: `record_id` is the
    case. `letter`: about `student_id`, `form` being the letter's key. `letters`: to several students.
    `papers`: a form for several. `workshop`: `kind` is the tab. `workshop_list` and `workshop_file`:
    `record_id` is the name of the file, such as "forms/f4-referral.toml". `council`: `kind` is a class.
    `emergency`: `student_id` is whoever lay open. `card_paper`: one’s own card.
    """

    screen: Screen
    kind: str = ""
    record_id: str = ""
    form: str = ""
    student_id: str = ""
    question: str = ""
    framework: str = ""
