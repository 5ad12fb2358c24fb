"""What no disk took when the notebook was locked: held sealed, and written when it is open again.

The lock does not wait for a full disk to be emptied, and what was typed is not lost to it.
"""

from typing import TYPE_CHECKING

from app.errors import CarnetError, StillHeldBack

if TYPE_CHECKING:
    from app.ui.opening import Opened
    from app.ui.workspace import Workspace


class HeldBack:
    """Nothing in here can be read without the phrase."""

    def __init__(self) -> None:
        self._vault_id, self._sealed = "", b""

    def take(self, opened: "Opened", workspace: "Workspace") -> None:
        """Hold what was typed last; the notebook is still open."""
        import msgspec

        typed = {
            "draft": workspace.newest_draft, "note": workspace.newest_note, "left": workspace.newest_left,
        }  # fmt: skip
        self._vault_id = opened.notebook.vault_id
        self._sealed = opened.notebook.sealed(msgspec.json.encode(typed))

    def give_back(self, opened: "Opened") -> CarnetError | None:
        """Write it into the same notebook; a failure when the disk still does not take it."""
        if not self._sealed or self._vault_id != opened.notebook.vault_id:
            return None
        import msgspec

        from app.models.draft import Draft
        from app.personal.note import NoteDraft

        typed = msgspec.json.decode(opened.notebook.unsealed(self._sealed))
        try:
            if typed["draft"] is not None:
                opened.notebook.drafts.keep(msgspec.convert(typed["draft"], Draft))
            if typed["note"] is not None:
                opened.personal.keep(NoteDraft(*typed["note"]))
            for key, left in typed["left"].items():
                opened.notebook.preferences.set(key, left)
        except CarnetError:
            return StillHeldBack()
        self._vault_id, self._sealed = "", b""
        return None
