"""Which circle a letter goes to and why: known by whom it goes to, corrected by a hand that knows better."""

from collections.abc import Sequence
from typing import ClassVar

from app.actions.disclosure.circle_of import circle_of_addressee, rule_for
from app.frameworks.proposal import Proposal, propose_letter, scope_of_whole
from app.models.addressee import Addressee
from app.models.case import Case
from app.models.disclosure import Scope
from app.models.framework import Circle
from app.models.letter import Letter
from app.ui.fields.whole_circle import WholeCircle
from app.ui.words.circle_words import LETTER, Said, proposal_words
from app.ui.workspace import Workspace


class LetterCircle(WholeCircle):
    """One field where all it goes to stand in one circle; a guardian may be there for a service.

    Where they do not, a letter each leaves for the circle each of them stands in.
    """

    words: ClassVar[Said] = LETTER

    def __init__(self, workspace: Workspace, record: Case, letter: Letter) -> None:
        super().__init__(workspace, record)
        self._letter = letter
        self._receivers: list[tuple[str, ...]] = []
        self._several = False

    @property
    def by_hand(self) -> str:
        """The circle that was chosen by hand, if any."""
        return (self.field.chosen() or "") if self._by_hand else ""

    def proposed_for(self, circle: Circle | None) -> Proposal:
        """It is for those it has words for."""
        return propose_letter(letter=self._letter, circle=circle)

    def look_at(self, chosen: Sequence[Addressee], *, by_hand: str = "") -> None:
        """Those it goes to now; others than before are recognised anew, but for a circle that was left."""
        circles = list(dict.fromkeys(self._circle_of(one) for one in chosen))
        receivers = [one.record_ids for one in chosen]
        if receivers != self._receivers:
            self._receivers, self._by_hand = receivers, bool(by_hand)
            self.field.choose(by_hand)
        self._several = len(circles) > 1
        for part in (self.above, self.field):
            part.setVisible(not self._several)
        if self._several:
            self._by_hand = False
            self.tell_scope("")
            proposals = [self.proposed_for(rule_for(self._service, who)) for who in circles]
            self._say([proposal_words(self._workspace, one, self.words) for one in proposals])
            return
        if not self._by_hand:
            self.field.choose(next(iter(circles), ""))
        self._tell()

    def standing(self, addressee: Addressee) -> tuple[str, Scope]:
        """For the ledger: the circle of this one, and whether it is more than proposed."""
        rule = rule_for(self._service, self._circle_of(addressee))
        if not self._several:
            rule = self.proposal.circle
        return (rule.who, scope_of_whole(self.proposed_for(rule))) if rule else ("", "")

    def _circle_of(self, addressee: Addressee) -> str:
        workspace = self._workspace
        return circle_of_addressee(workspace.notebook, library=workspace.library, addressee=addressee)
