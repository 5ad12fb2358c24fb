"""A form, as its data file says: walked alike by screen, paper, search and validator.

Words are mappings of language to text: {"fr": "…", "en": "…", "de": "…"}.
"""

from collections.abc import Collection, Sequence
from typing import Annotated, Any, Literal

import msgspec

from app.models.computation import Computation

Words = dict[str, str]
Version = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Days = Annotated[int, msgspec.Meta(ge=0, le=3660)]  # ten years: beyond that no calendar goes on
Kind = Literal[
    "text",
    "long_text",
    "quotation",  # the person's own words
    "marked_text",  # paragraphs marked seen, said, reported or hypothesis
    "date",
    "time",
    "duration",  # minutes
    "one_of",
    "several_of",
    "yes_no",  # yes, no or unknown
    "number",
    "money",
    "person",
    "partner",
    "documents",  # a list of papers, one a line
    "table",
    "tasks",  # decisions: what, who, by when
    "fact",  # taken from the case, never typed here
    "computed",  # worked out from other answers, never typed
    "mention",  # a printed sentence
    "signature",
]


Use = Literal["", "follow", "assess", "request", "school", "protect", "inform"]
"""What a form is for; the menu of new sheets is in groups of these, in this order."""


class Choice(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One value of a question that brings its own; `code` never changes."""

    code: str
    label: Words


Choices = list[Choice]  # written outside the structs, where a field is called `list`


class Condition(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Shown only when another question's value, or a fact of the notebook, is one of these.

    It names a `question` or a `fact`, never both. A fact that is not known hides nothing.
    """

    is_any: list[str]
    question: str = ""
    fact: str = ""


class RowCondition(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Rows stand on paper only where this column holds one of these."""

    column: str
    is_any: list[str]


class Column(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One column of a table question; `width` is a share of the row.

    A column that stands `under` the one before it shares its width, on screen and on paper, so that
    rows of many columns fit. `shown_if` names a fact. `role` tells those who list what is still to be
    done: in words, until when, where it stands. A column with `total` is added up below the rows.
    """

    key: str
    kind: Literal[
        "text", "quotation", "person", "date", "time", "duration", "number", "money", "one_of", "yes_no"
    ]
    label: Words
    width: Annotated[float, msgspec.Meta(ge=0, le=100)] = 1.0
    list: str = ""
    choices: Choices = []
    under: bool = False
    shown_if: Condition | None = None
    role: Literal["", "what", "due", "state"] = ""
    total: bool = False


Role = Literal["", "deadline", "sent", "decided", "renewal"]
"""What those who list files ask a date for; "renewal" is the day by which it is to be looked at again."""


class Prompt(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A decision a new sheet begins with, due so many days `after` it was begun."""

    after: int
    what: Words


Columns = list[Column]
Prompts = list[Prompt]
Keys = list[str]


class Question(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One question. With `bind` its value is that attribute of the record, otherwise an answer.

    `number` stands on the first question of a point; those after it without a number belong to the
    same point. `prints` and `travels` are the defaults of what leaves on paper and in a package;
    `source` is the fact a `fact` question shows or the value any other starts with: a table can start with
    the rows of `household`. `lines` is the space on blank paper; `frameworks` names the services that ask
    it, none meaning every one. The rows of a `ranked` table are in an order of choice: they carry the
    letters A, B, C and can be moved.

    A mention with a `text` is no small print: the text stands in a box beside its label, like an answer.

    `shown_if` leans on another question or on a fact: a line for the parents to sign on, say, with
    `{ fact = "student.is_adult", is_any = ["no"] }`. A fact hides, it never takes away: what was
    answered is kept, and blank paper shows everything.

    Paragraphs that carry one of the marks in `keeps` stay in the notebook when the question travels.
    `default` is the value a new sheet begins with where the notebook knows none; the rows a table begins
    with stand on its blank paper too, and those nobody wrote on say nothing. Rows that `rows_if` does not
    name stay in the notebook when the sheet is printed. Decisions begin with the lines of `begins` instead.

    The rows of a table with `here_if` are papers to be brought together: those it does not name are missing.
    A date says by its `role` what it is for whoever lists such files; with `yearly`, "10-31", a new sheet
    begins with that day of its school year. A deadline or a renewal is spoken of so many days `ahead`.
    """

    key: str
    kind: Kind
    label: Words = {}
    text: Words = {}
    number: Annotated[int, msgspec.Meta(ge=0, le=999)] | None = None
    help: Words = {}
    bind: str = ""
    list: str = ""
    choices: Choices = []
    columns: Columns = []
    source: str = ""
    required: Literal["", "closing", "printing"] = ""
    prints: bool = True
    travels: bool = False
    screen: bool = True
    shown_if: Condition | None = None
    lines: Annotated[int, msgspec.Meta(ge=0, le=100)] = 1
    wide: bool = True  # False: shares its printed row with the next one
    frameworks: Keys = []
    ranked: bool = False
    compute: Computation | None = None
    keeps: Keys = []
    default: Any = None
    rows_if: RowCondition | None = None
    here_if: RowCondition | None = None
    role: Role = ""
    yearly: str = ""
    ahead: Days = 0
    begins: Prompts = []


def is_asked(frameworks: Keys, keys: Collection[str]) -> bool:
    """Whether something that names services, or none, is for one of these."""
    return not frameworks or any(key in frameworks for key in keys)


def _chosen(question: Question) -> Question:
    """Asked once it is asked by any of a notebook's services: whoever looks again leaves it there."""
    return msgspec.structs.replace(question, frameworks=[]) if question.frameworks else question


class Section(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Questions under one heading.

    `cut` prints it last, below a dashed line at the foot, to be torn off and sent back. `back` prints it
    behind everything, on a page of its own, of blank paper alone: it is for the hand that writes there.
    """

    key: str
    label: Words
    questions: list[Question]
    cut: bool = False
    back: bool = False


class Form(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole form. `record` is the kind of record it fills, `key` the name of its file.

    On paper of a form with `initials` the student's name may be left at its initials. Lists show a sheet of
    a form that is `by_number` under the number of its case, without a name and without its words. The form
    that is `urgent` is offered where somebody is in danger.

    `goes_to` and `ground` are what the ledger is proposed where the sheet names no partner: to whom such a
    paper goes, "{student}" standing for the name, and the code of the ground. A `half` form is printed on
    half a sheet where what was said fits there.
    """

    version: Version
    record: Literal["interview", "referral", "paper", "plan"]
    title: Words
    sections: list[Section]
    short_title: Words = {}
    frameworks: list[str] = []  # empty: every service
    code: str = ""  # printed in the footer, e.g. "F4"
    confidential: bool = True
    addressed: bool = False  # goes to a partner: needs a recipient in the ledger
    initials: bool = False
    use: Use = ""
    by_number: bool = False
    urgent: bool = False
    half: bool = False
    goes_to: Words = {}
    ground: str = ""
    key: str = ""

    @property
    def questions(self) -> list[Question]:
        """Every question in order."""
        return [question for section in self.sections for question in section.questions]

    def languages(self, *, of_service: Sequence[str]) -> list[str]:
        """In which its paper can be had: those of the service, and others its title is written in."""
        return [*of_service, *(code for code in self.title if code not in of_service)]

    def question(self, key: str) -> Question:
        """The question with that key; KeyError when there is none."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def for_framework(self, *keys: str) -> "Form":
        """The same form with only the questions that one of these services asks."""
        sections = [
            msgspec.structs.replace(section, questions=kept)
            for section in self.sections
            if (kept := [_chosen(ask) for ask in section.questions if is_asked(ask.frameworks, keys)])
        ]
        return msgspec.structs.replace(self, sections=sections)

    @property
    def printed_sections(self) -> list[Section]:
        """The sections in the order of paper: what is torn off comes last, and then the back page."""
        return sorted(self.sections, key=lambda section: (section.back, section.cut))


Values = dict[str, Any]
"""What a sheet says, by question key, in plain JSON types.

text, long_text, quotation, person: str · date: "2026-11-21" · time: "14:32" · duration: minutes ·
one_of: code · several_of: [code] · yes_no: "yes"|"no"|"unknown" · number: int|float · money: "12.50" ·
partner: partner id · documents: [str] · marked_text: [{"mark": "seen", "text": "…"}] ·
table: [{column key: value}] · tasks: [{"id", "text", "who", "due", "done"}] · computed: as what it gives,
years and days as int · fact, mention, signature: absent. Where a list's "other" was chosen,
"<key>:other" says what.
"""
