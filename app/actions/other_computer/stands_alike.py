"""Lines from one's other computer that say what stands here."""

from collections.abc import Mapping, Sequence

from app.exchange.incoming import incoming_answers, incoming_record
from app.exchange.package.lines import RecordLine
from app.models.answer import Answer
from app.models.kinds import FORM_KINDS
from app.models.record import Record
from app.storage.notebook import Notebook


def standing_alike(
    notebook: Notebook, *, here: Mapping[str, Record], lines: Sequence[RecordLine]
) -> set[str]:
    """Identifiers of those; both computers wrote the same, or it came to both from somebody else."""
    answers: dict[str, list[Answer]] = {}
    for kind in FORM_KINDS:
        of_kind = [line.id for line in lines if line.kind == kind]
        if of_kind:
            answers |= notebook.sheets(kind).answers_of(of_kind)
    return {
        line.id
        for line in lines
        if incoming_record(line, here[line.id]) == here[line.id]
        and _ordered(incoming_answers(line, [])) == _ordered(answers.get(line.id, []))
    }


def _ordered(answers: Sequence[Answer]) -> list[Answer]:
    return sorted(answers, key=lambda answer: (answer.question, answer.row))
