"""Before a paper about several students leaves: what makes one look twice at its receiver."""

from collections.abc import Callable, Collection, Sequence

from app.actions.disclosure.doubt_list import doubt_list
from app.actions.disclosure.doubt_recipient import Doubts
from app.models.paper import Paper
from app.ui.paper.recipient_guard import RecipientGuard
from app.ui.workspace import Workspace


class ListGuard(RecipientGuard):
    """`records` answers with the sheets that are on the paper now, `expected` with whom it always goes to."""

    def __init__(
        self,
        workspace: Workspace,
        records: Callable[[], Sequence[Paper]],
        expected: Callable[[], Collection[str]],
    ) -> None:
        super().__init__(workspace)
        self._records, self._always = records, expected

    def _judge(self, receiver: str) -> Doubts:
        records = self._records()
        if not records:
            return Doubts()
        return doubt_list(
            self._workspace.notebook, student_ids={one.student_id for one in records if one.student_id},
            recipient=receiver, lists=self._workspace.library.lists, expected=self._always(),
        )  # fmt: skip
