"""The shelf of correspondents."""

from app.models.correspondent import ONESELF, Correspondent
from app.storage.shelf import Shelf

_List = list  # inside the class, `list` is what a shelf does


class Correspondents(Shelf[Correspondent]):
    """Those whose card was opened here."""

    struct = Correspondent
    order = "name, seq"

    def list(self, *, removed: bool = False) -> _List[Correspondent]:
        """Other people: one's own other computer is none of them."""
        return [one for one in super().list(removed=removed) if not one.is_oneself]

    def oneself(self) -> Correspondent | None:
        """One's own other computer, whatever its state; None where there never was one."""
        found = self._where("role = ?", (ONESELF,))
        return found[0] if found else None

    def by_key(self, sign_key: str) -> Correspondent | None:
        """Who signs with this key (64 hexadecimal digits), or None."""
        found = self._where("sign_key = ?", (sign_key,))
        return found[0] if found else None

    def by_card(self, card_id: str) -> Correspondent | None:
        """Who writes under this card, or None; of several the one last added."""
        found = self._where("card_id = ?", (card_id,))
        return found[-1] if found else None
