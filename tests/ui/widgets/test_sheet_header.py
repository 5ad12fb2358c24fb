"""The top of a sheet."""

from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.sheet_header import SheetHeader


def test_a_name_stands_on_one_line_where_there_is_room(qtbot: QtBot, theme: Theme) -> None:
    """Whatever fraction of a pixel its letters end in: none of many names folds beside an empty line."""
    header = SheetHeader(theme)
    qtbot.addWidget(header)
    header.resize(1000, 120)
    header.show()
    folded = []
    for given in ("Ana", "Bea", "Inês", "Caio", "Jean-Paul", "Zoé", "Marius"):
        for family in ("Lopes", "Da Costa", "Ferreira Lopes", "Weber Hoffmann", "Müller", "Nguyen"):
            header.set_who(f"{given} {family}", "5G2 · 15 ans")
            name = header._who
            line = name.fontMetrics().height()
            if name.heightForWidth(name.sizeHint().width()) >= 2 * line:
                folded.append(name.text())
    assert folded == []
