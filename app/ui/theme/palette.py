"""The palette given to Fusion: every role, in every group."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.tokens import Token

_ROLES: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "field",
    QPalette.ColorRole.Button: "field",
    QPalette.ColorRole.ToolTipBase: "field",
    QPalette.ColorRole.Light: "field",
    QPalette.ColorRole.Midlight: "list",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "stroke",
    QPalette.ColorRole.Shadow: "stroke",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onaccent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}
_DISABLED: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.WindowText: "ink2",
    QPalette.ColorRole.Text: "ink2",
    QPalette.ColorRole.ButtonText: "ink2",
    QPalette.ColorRole.Base: "list",
    QPalette.ColorRole.Button: "list",
    QPalette.ColorRole.Highlight: "line",
    QPalette.ColorRole.HighlightedText: "ink2",
    QPalette.ColorRole.Link: "ink2",
}


def palette(colors: Mapping[Token, QColor]) -> QPalette:
    """All roles for all three groups; what is disabled stays readable."""
    result = QPalette()
    for role, token in _ROLES.items():
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            result.setColor(group, role, colors[token])
        result.setColor(QPalette.ColorGroup.Disabled, role, colors[_DISABLED.get(role, token)])
    return result
