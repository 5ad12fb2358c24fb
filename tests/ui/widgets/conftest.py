"""Every look and two text sizes for the pieces of a screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ThemeName

LOOKS: list[tuple[ThemeName, float]] = [("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0)]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]:g}")
def look(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """One look after the other, worn by the application, then the light one again."""
    worn = Theme(*request.param)
    dress(qapp, worn)
    yield worn
    dress(qapp, theme)
