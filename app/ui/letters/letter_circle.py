"""Which circle a letter goes to and why: known where it goes to the family, chosen where to a service."""

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
    """One field for the service it goes to; parents and students are who they are."""

    words: ClassVar[Said] = LETTER

    def __init__(self, workspace: Workspace, record: Case, letter: Letter) -> None:
        super().__init__(workspace, record)
        self._letter, self._receiver = letter, ""
        self.above.setVisible(letter.to_partner)
        self.field.setVisible(letter.to_partner)

    def proposed_for(self, circle: Circle | None) -> Proposal:
        """It is for those it has words for."""
        return propose_letter(letter=self._letter, circle=circle)

    def look_at(self, chosen: Sequence[Addressee]) -> None:
        """Those it goes to now; another service than before is recognised anew."""
        circles = list(dict.fromkeys(self._circle_of(one) for one in chosen))
        if self._letter.to_partner:
            receiver = "".join(one.record_ids[0] for one in chosen)
            if receiver != self._receiver:
                self._receiver, self._by_hand = receiver, False
            if not self._by_hand:
                self.field.choose(next(iter(circles), ""))
                self._tell()
            return
        proposals = [self.proposed_for(rule_for(self._service, who)) for who in circles]
        self._say([proposal_words(self._workspace, one, self.words) for one in proposals])

    def standing(self, addressee: Addressee) -> tuple[str, Scope]:
        """For the ledger: the circle of this one, and whether it is more than proposed."""
        rule = rule_for(self._service, self._circle_of(addressee))
        if self._letter.to_partner:
            rule = self.proposal.circle
        return (rule.who, scope_of_whole(self.proposed_for(rule))) if rule else ("", "")

    def _circle_of(self, addressee: Addressee) -> str:
        workspace = self._workspace
        return circle_of_addressee(workspace.notebook, library=workspace.library, addressee=addressee)
