"""Everything that goes when something is erased for ever."""

from app.models.discreet import Discreet


class Doomed(Discreet, frozen=True, kw_only=True):
    """Identifiers by kind; `drafts` are sheets that were never finished.

    `papers` are those kept as they left, by the SHA-256 of their bytes.
    """

    kind: str
    record_ids: list[str]
    ids: dict[str, list[str]]
    drafts: list[str]
    case_references: list[str]
    papers: list[str] = []

    @property
    def every_id(self) -> list[str]:
        """All of them."""
        return [*(one for ids in self.ids.values() for one in ids), *self.drafts]

    def of(self, *kinds: str) -> list[str]:
        """Those of some kinds."""
        return [one for kind in kinds for one in self.ids.get(kind, [])]
