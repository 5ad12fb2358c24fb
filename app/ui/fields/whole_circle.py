"""Which circle something goes to that cannot be divided: nothing is ticked, it goes or it stays."""

from app.frameworks.proposal import scope_of_whole
from app.models.disclosure import Scope
from app.ui.fields.circle_field import CircleField


class WholeCircle(CircleField):
    """Says at once where it is more than proposed."""

    @property
    def scope(self) -> Scope:
        """As proposed for the circle that is shown, or more."""
        return scope_of_whole(self.proposal)

    def _tell(self) -> None:
        self.tell_scope(self.scope)
        super()._tell()
