"""Told before a paper leaves: the characters it shows as a gap, because no font here has them."""

from collections.abc import Sequence

from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace

_MOST = 30


class UnwrittenBanner(Banner):
    """Not there where everything is written."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme)
        self._workspace = workspace
        self.show_signs([])

    def show_signs(self, signs: Sequence[str]) -> None:
        """Name them; `signs` is empty for a paper that is whole."""
        named = " ".join(signs[:_MOST]) + (" …" if len(signs) > _MOST else "")
        said = self._workspace.text(
            "The papers cannot show these characters; each stands as □: {signs}. Write them in other letters,"
            " or add them by hand.",
            signs=named,
        )
        self.set_lines([("warning", said)] if signs else [])
        self.setVisible(bool(signs))
