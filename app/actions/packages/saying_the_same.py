"""Lines of a package that would change nothing here."""

from collections.abc import Mapping, Sequence

import msgspec

from app.exchange.incoming import incoming_answers, incoming_record
from app.exchange.package.lines import RecordLine
from app.exchange.staying import with_staying
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.case import Case
from app.models.kinds import FORM_KINDS
from app.models.record import Record
from app.storage.notebook import Notebook


def saying_the_same(
    notebook: Notebook, *, library: Library, here: Mapping[str, Record], lines: Sequence[RecordLine]
) -> set[str]:
    """Identifiers of those that say what stands here already, wherever they come from.

    A record that comes back to its author through another notebook is no second version. That its case
    got another number at its end there says nothing about the case.
    """
    answers = {
        record_id: said
        for kind in FORM_KINDS
        for record_id, said in notebook.sheets(kind)
        .answers_of(line.id for line in lines if line.kind == kind)
        .items()
    }
    found = set()
    for line in lines:
        former, said = here[line.id], answers.get(line.id, [])
        record = incoming_record(line, former)
        if isinstance(record, Case) and isinstance(former, Case) and _numbered_alike(record, former):
            record = msgspec.structs.replace(record, reference=former.reference)
        came = with_staying(form=library.forms.get(line.form), former=said, new=incoming_answers(line, said))
        if record == former and _ordered(came) == _ordered(said):
            found.add(line.id)
    return found


def _numbered_alike(one: Case, other: Case) -> bool:
    return one.reference.split("/")[0] == other.reference.split("/")[0]


def _ordered(answers: Sequence[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda answer: (answer.question, answer.row))
