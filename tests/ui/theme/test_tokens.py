"""The three looks and their readability."""

import re
from pathlib import Path

import pytest

from app.ui.theme.tokens import LIGHT, THEMES, ThemeName, Token

UI = Path(__file__).parents[3] / "app" / "ui"
NAMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")

# (foreground, background, light, dark, high contrast): the ratios the look was chosen with.
PAIRS: list[tuple[Token, Token, tuple[float, float, float]]] = [
    ("ink", "paper", (15.0, 12.8, 21)),
    ("ink2", "paper", (7.1, 7.1, 17)),
    ("onaccent", "accent", (7.1, 8.7, 11.3)),
    ("accent", "wash", (5.9, 6.6, 11.3)),
    ("warn", "warnwash", (6.0, 7.5, 11.1)),
    ("bad", "badwash", (6.2, 7.1, 9.8)),
    ("pers", "perswash", (7.5, 8.2, 13.3)),
    ("rail2", "rail", (6.2, 6.8, 21)),
    ("stroke", "list", (3.2, 4.4, 21)),
    ("stroke", "paper", (3.6, 4.1, 21)),
    ("persline", "persfield", (3.8, 3.2, 13.3)),
    ("accent", "field", (7.0, 7.4, 11.3)),
]
READABLE: list[tuple[Token, Token]] = [
    *((text, ground) for text in ("ink", "ink2", "accent", "warn") for ground in ("paper", "list", "field")),
    ("accent", "desk"),
    ("ink2", "desk"),
    ("ink2", "wash"),
    ("ink", "wash"),
    ("ink", "warnwash"),
    ("ink", "badwash"),
    ("bad", "paper"),
    ("railink", "rail"),
    ("ink", "persfield"),
    ("ink2", "perswash"),
    ("pers", "paper"),
    ("pers", "list"),
    ("pers", "desk"),
]


def _rgb(value: str) -> tuple[float, ...]:
    return tuple(int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _luminance(rgb: tuple[float, ...]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("text", "ground", "expected"), PAIRS)
def test_known_pairs(text: Token, ground: Token, expected: tuple[float, float, float]) -> None:
    """Each measured pair keeps the contrast it was chosen with, in all three looks."""
    for name, ratio in zip(NAMES, expected, strict=True):
        measured = _ratio(_rgb(THEMES[name][text]), _rgb(THEMES[name][ground]))
        assert measured == pytest.approx(ratio, abs=0.12), name


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_readable(name: ThemeName) -> None:
    """Every text on every ground it is drawn on reaches 4.5, in every look."""
    for text, ground in READABLE:
        assert _ratio(_rgb(THEMES[name][text]), _rgb(THEMES[name][ground])) >= 4.5, (text, ground)


@pytest.mark.parametrize("name", NAMES)
def test_key_hint_inside_the_primary_button(name: ThemeName) -> None:
    """The key printed at 82 % inside the filled button is still readable."""
    on, ground = _rgb(THEMES[name]["onaccent"]), _rgb(THEMES[name]["accent"])
    mixed = tuple(0.82 * a + 0.18 * b for a, b in zip(on, ground, strict=True))
    assert _ratio(mixed, ground) >= 4.5


def test_every_look_has_every_colour() -> None:
    """No look lacks a colour another one has."""
    assert all(colors.keys() == LIGHT.keys() for colors in THEMES.values())


def test_no_colour_is_written_elsewhere() -> None:
    """Only the token tables hold colours; everything else asks for them by name."""
    literal = re.compile(
        r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|QColor\(\s*[\"'\d]|Qt\.GlobalColor\.(?!transparent)"
    )
    guilty = [
        f"{path.relative_to(UI)}: {found.group()}"
        for path in UI.rglob("*.py")
        if path.name != "tokens.py"
        for found in literal.finditer(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []
