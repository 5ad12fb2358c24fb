"""A look as a value: fonts, sizes, icons, palette, style sheet."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontInfo, QImageReader, QPalette
from pytestqt.qtbot import QtBot

from app import paths
from app.ui.theme import fonts, icons
from app.ui.theme.fonts import FACES, Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import THEMES, ThemeName

APP = Path(__file__).parents[3] / "app"


def test_bundled_fonts_are_really_used(qtbot: QtBot) -> None:
    """Every role is drawn with the shipped family at the right weight and slant, not with a stand-in."""
    assert fonts.register() == []
    for role in FACES:
        face, info = FACES[role], QFontInfo(Theme().font(role))
        assert (info.family(), info.weight(), info.italic()) == (face.family, face.weight, face.italic)
        assert info.pixelSize() == face.size


def test_broken_font_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    """A font file that cannot be read is named, and nothing stops."""
    (tmp_path / fonts.FILES[0]).write_bytes(b"not a font")
    assert fonts.register(tmp_path) == list(fonts.FILES)


def test_digits_are_tabular(qtbot: QtBot) -> None:
    """Figures under each other line up without asking."""
    fonts.register()
    role: Role = "body"
    assert len({Theme().metrics(role).horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_text_size_grows_fonts_and_sizes(qtbot: QtBot) -> None:
    """At 200 % everything made for text is twice as large; strokes stay as thin as they were."""
    big = Theme("light", 2.0)
    assert big.px(36) == 72
    assert big.font("title").pixelSize() == 52
    assert big.pixmap("eye", "ink", 20).width() == 40
    assert big.stroke == Theme().stroke == 1
    assert Theme("contrast").stroke == 2


def test_dense_screens_get_sharp_icons(qtbot: QtBot) -> None:
    """On a screen of twice the density an icon has twice the dots and the same size."""
    pixmap = Theme().pixmap("eye", "accent", 20, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (40, 20)


@pytest.mark.parametrize("name", THEMES)
def test_icons_are_inked_with_the_token(qtbot: QtBot, name: ThemeName) -> None:
    """The darkest dot of an icon has exactly the colour asked for."""
    theme = Theme(name)
    image = theme.pixmap("bookmark-simple-fill", "accent", 20).toImage()
    assert image.pixelColor(10, 8).name() == theme.color("accent").name()


# Where the name of an icon stands among the arguments of a call.
POSITIONS = {
    "Icon": 1,
    "IconButton": 1,
    "draw_icon": 1,
    "Tab": 1,
    "add_action": 1,
    "pixmap": 0,
    "icon": 0,
    "set_icon": 0,
}


def _asked(call: ast.Call) -> set[str]:
    """The icons named literally in one call."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given: list[ast.expr] = [word.value for word in call.keywords if word.arg == "icon"]
    if name in POSITIONS and len(call.args) > POSITIONS[name]:
        given.append(call.args[POSITIONS[name]])
    literals = {
        part.value
        for argument in given
        if not isinstance(argument, ast.JoinedStr)
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
    }
    return literals | {f"{icon}-fill" for icon in literals if name == "Tab"}


def test_every_icon_asked_for_exists() -> None:
    """Every icon the code names lies in resources; those of places in both weights."""
    shipped = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    asked = {
        icon
        for path in (APP / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for icon in _asked(node)
    }
    assert len(asked) > 10
    assert asked <= shipped


def test_every_shipped_icon_draws(qtbot: QtBot) -> None:
    """Each icon file decodes and leaves ink on the paper."""
    assert QByteArray(b"svg") in QImageReader.supportedImageFormats()
    for path in (paths.resources() / "icons").glob("*.svg"):
        assert "currentColor" in icons.source(path.stem), path.name
        image = Theme().pixmap(path.stem, "ink", 16).toImage()
        assert any(image.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16)), path.name


@pytest.mark.parametrize("name", THEMES)
def test_palette_says_everything(qtbot: QtBot, name: ThemeName) -> None:
    """Every role of every group is a colour of the look: no grey of Qt's own."""
    palette = Theme(name).palette()
    ours = {value.lower() for value in THEMES[name].values()}
    for role in QPalette.ColorRole:
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            for group in (
                QPalette.ColorGroup.Active,
                QPalette.ColorGroup.Inactive,
                QPalette.ColorGroup.Disabled,
            ):
                assert palette.color(group, role).name() in ours, role


@pytest.mark.parametrize("name", THEMES)
def test_stylesheet_is_small_and_complete(name: ThemeName) -> None:
    """The style sheet stays under 80 lines, leaves no gap, and says placeholder and disabled itself."""
    sheet = Theme(name, 1.5).stylesheet()
    assert len(sheet.splitlines()) < 80
    assert "{ink" not in sheet
    assert "placeholder-text-color" in sheet
    assert sheet.count(":disabled") >= 3
