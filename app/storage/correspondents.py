"""The shelf of correspondents."""

from app.models.correspondent import Correspondent
from app.storage.shelf import Shelf


class Correspondents(Shelf[Correspondent]):
    """Those whose card was opened here."""

    struct = Correspondent
    order = "name, seq"

    def by_key(self, sign_key: str) -> Correspondent | None:
        """Who signs with this key (64 hexadecimal digits), or None."""
        found = self._where("sign_key = ?", (sign_key,))
        return found[0] if found else None

    def by_card(self, card_id: str) -> Correspondent | None:
        """Who writes under this card, or None; of several the one last added."""
        found = self._where("card_id = ?", (card_id,))
        return found[-1] if found else None
