"""Which circle a file goes to that is saved out of the notebook."""

from typing import ClassVar

from app.frameworks.proposal import Proposal, propose_file
from app.models.framework import Circle
from app.ui.fields.whole_circle import WholeCircle
from app.ui.words.circle_words import FILE, Said


class FileCircle(WholeCircle):
    """Follows the receiver and the ground that are typed."""

    words: ClassVar[Said] = FILE

    def proposed_for(self, circle: Circle | None) -> Proposal:
        """It goes where all of its sheet goes."""
        return propose_file(form=self._form, circle=circle)
