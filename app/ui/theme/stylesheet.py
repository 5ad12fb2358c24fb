"""The application's style sheet: only what Qt draws for us and a palette cannot say."""

from collections.abc import Mapping

from PySide6.QtGui import QColor

from app.ui.theme.tokens import Token

# A field may carry two words of its own: setProperty("skin", "bare" | "line" | "personal").
_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit {{
  color: {ink}; background: {field}; placeholder-text-color: {ink2};
  border: {stroke_width}px solid {stroke}; border-radius: {px6}px; padding: {pad}px {pad_side}px;
  selection-background-color: {accent}; selection-color: {onaccent};
}}
QLineEdit {{ min-height: {line_height}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
  border: {focus_width}px solid {accent}; padding: {pad_focus}px {pad_side_focus}px;
}}
QLineEdit:read-only {{ background: {paper}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{
  color: {ink2}; background: {list}; border-color: {line};
}}
QLineEdit[skin="bare"], QLineEdit[skin="bare"]:focus,
QPlainTextEdit[skin="bare"], QPlainTextEdit[skin="bare"]:focus,
QTextEdit[skin="bare"], QTextEdit[skin="bare"]:focus {{
  border: none; background: transparent; padding: 0px; min-height: 0px;
}}
QPlainTextEdit[skin="line"] {{
  border: 2px solid transparent; background: transparent; padding: {px3}px {px4}px;
}}
QPlainTextEdit[skin="line"]:focus {{ border-color: {accent}; background: {field}; }}
QLineEdit[skin="personal"], QPlainTextEdit[skin="personal"] {{
  background: {persfield}; border-color: {persline}; border-radius: {px8}px; placeholder-text-color: {pers};
  selection-background-color: {pers}; selection-color: {persfield};
}}
QLineEdit[skin="personal"]:focus, QPlainTextEdit[skin="personal"]:focus {{ border-color: {pers}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0px; }}
QScrollBar::handle {{ background: {stroke}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {px32}px; }}
QScrollBar::handle:horizontal {{ min-width: {px32}px; }}
QScrollBar::handle:hover {{ background: {ink2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{
  background: {field}; color: {ink}; padding: {px4}px;
  border: {stroke_width}px solid {stroke};
}}
QMenu::item {{
  padding: {px8}px {px32}px {px8}px {px16}px; border-radius: {px6}px; border: 2px solid transparent;
}}
QMenu::item:selected {{ background: {wash}; color: {ink}; border-color: {wash_edge}; }}
QMenu::item:disabled {{ color: {ink2}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {px4}px {px8}px; }}
QMenu::icon {{ padding-left: {px8}px; }}
QFrame#calendar-popup {{ background: {field}; border: {stroke_width}px solid {stroke}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {field}; }}
QCalendarWidget QToolButton {{ color: {ink}; background: {field}; border: 2px solid transparent;
  border-radius: {px6}px; padding: {px4}px {px8}px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {wash}; }}
QCalendarWidget QToolButton:focus {{ border-color: {accent}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{ background: {field}; color: {ink}; border: none; outline: none;
  selection-background-color: {accent}; selection-color: {onaccent}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {ink2}; }}
QToolTip {{
  background: {field}; color: {ink}; border: {stroke_width}px solid {stroke}; padding: {px4}px {px8}px;
}}
"""


def stylesheet(*, colors: Mapping[Token, QColor], scale: float, stroke: int) -> str:
    """The sheet of one look, its sizes grown with the text."""
    names: dict[str, object] = {token: color.name() for token, color in colors.items()}
    # In high contrast a wash is white, so a selection is told by its outline.
    edge = "accent" if colors["wash"] == colors["field"] else "wash"
    control, line = round(36 * scale), round(22 * scale)
    pad = max(0, (control - line) // 2 - stroke)
    sizes = {f"px{n}": round(n * scale) for n in (3, 4, 6, 8, 16, 32)}
    side = round(11 * scale)
    focus = stroke + 1
    return _SHEET.format(
        **names,
        **sizes,
        stroke_width=stroke,
        wash_edge=names[edge],
        line_height=control - 2 * (pad + stroke),
        pad=pad,
        pad_side=side,
        focus_width=focus,
        pad_focus=max(0, pad + stroke - focus),
        pad_side_focus=max(0, side + stroke - focus),
    )
