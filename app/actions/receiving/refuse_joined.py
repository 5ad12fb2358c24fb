"""Students who were joined with somebody who neither comes nor is here."""

from app.actions.receiving.judged_records import JudgedRecords
from app.exchange.incoming import ALONE
from app.exchange.oneself import JOINED
from app.storage.notebook import Notebook


def refuse_joined(notebook: Notebook, records: JudgedRecords, accepted: dict[bytes, None]) -> None:
    """Refuse them, and whoever was joined with one of them; nobody leans on them any more.

    Once all students were judged: the other one may stand anywhere in the package.
    """
    joined = records.those(lambda one: one.is_joined and one.kind == "student" and one.verdict != "refused")
    left = {
        at: (one.id, str(one.line.fields.get(JOINED))) for at, one in zip(joined.numbers, joined, strict=True)
    }
    while falling := [
        at
        for at, (_, other) in left.items()
        if bytes.fromhex(other) not in accepted and notebook.students.find(other) is None
    ]:
        for at in falling:
            student_id, _ = left.pop(at)
            accepted.pop(bytes.fromhex(student_id), None)
            records.settle(at, "refused", reason=ALONE)
