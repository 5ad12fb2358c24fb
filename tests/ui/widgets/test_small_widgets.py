"""Banner, indicator, progress, empty place, lists of what leaves, pages, steps, tabs, flow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.icon import Icon
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.leaves_stays import LeavesStays
from app.ui.widgets.page_picture import PagePicture
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.widgets.steps import Steps
from app.ui.widgets.tabs import Tabs
from tests.ui.widgets import said


def _words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.text() and not label.isHidden()]


def test_labels_read_plain_text(qtbot: QtBot, theme: Theme) -> None:
    """What somebody typed is never read as HTML."""
    label = Label(theme, "<b>gras</b> & <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert said.name(label) == "<b>gras</b> & <img src=x>"


def test_an_empty_banner_is_gone(qtbot: QtBot, theme: Theme) -> None:
    """A banner shows its sentences, and nothing where there is none; building it opens no window."""
    before = len([w for w in QApplication.topLevelWidgets() if w.isVisible()])
    banner = Banner(theme, [("warning", "Le disque est plein.")])
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == before
    page = QWidget()
    QVBoxLayout(page).addWidget(banner)
    qtbot.addWidget(page)
    page.show()
    assert banner.isVisible()
    assert _words(banner) == ["Le disque est plein."]
    banner.set_lines([])
    assert not banner.isVisible()
    banner.set_lines([("warning", "Encore.")])
    assert banner.isVisible()
    assert said.name(banner) == "Encore."


def test_saving_is_quiet_until_it_fails(qtbot: QtBot, theme: Theme) -> None:
    """The indicator says when it was saved in the quiet ink, and a failure in the warning's."""
    indicator = SavedIndicator(theme)
    qtbot.addWidget(indicator)
    indicator.say("Enregistré 10:14")
    assert indicator.label.palette().windowText().color() == theme.color("ink2")
    indicator.say("Pas encore enregistré", "failed")
    assert indicator.label.palette().windowText().color() == theme.color("warn")


def test_short_work_shows_nothing(qtbot: QtBot, theme: Theme) -> None:
    """Under 300 ms no bar appears; longer work shows a sentence, a share and the way out."""
    bar = ProgressBar(theme, cancel_text="Annuler")
    page = QWidget()
    QVBoxLayout(page).addWidget(bar)
    qtbot.addWidget(page)
    page.show()
    bar.start("Le paquet se prépare", total=10)
    bar.finish()
    qtbot.wait(350)
    assert not bar.isVisible()
    bar.start("Le paquet se prépare", total=10)
    qtbot.waitUntil(bar.isVisible)
    bar.advance(4, "encore 6 lettres")
    assert "encore 6 lettres" in _words(bar)
    with qtbot.waitSignal(bar.cancelled):
        bar.findChild(Button).click()


def test_many_short_steps_are_a_long_wait(qtbot: QtBot, theme: Theme) -> None:
    """A new sentence every 200 ms does not put the way out off for ever."""
    bar = ProgressBar(theme, cancel_text="Annuler")
    qtbot.addWidget(bar)
    for sentence in ("Lecture", "Comparaison", "Écriture"):
        bar.start(sentence)
        qtbot.wait(200)
    assert bar.isVisible()
    assert "Écriture" in _words(bar)


def test_an_empty_place_says_what_to_do(qtbot: QtBot, look: Theme) -> None:
    """Title, sentence, buttons and reassurances are all there, and the drawing has ink in every look."""
    state = EmptyState(
        look,
        title="Aucun élève pour l’instant",
        text="Importez une liste.",
        actions=[Button(look, "Importer une liste", kind="primary")],
        reassurances=[("eye", "Rien n’est écrit avant votre accord.")],
    )
    qtbot.addWidget(state)
    state.resize(look.px(700), look.px(700))
    assert _words(state) == [
        "Aucun élève pour l’instant",
        "Importez une liste.",
        "Rien n’est écrit avant votre accord.",
    ]
    image = state.grab().toImage()
    names = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    assert look.color("accent").name() in names
    assert look.color("field").name() in names


def test_personal_notes_always_stay(qtbot: QtBot, theme: Theme) -> None:
    """Whatever leaves, personal notes are the last line of what stays, in violet."""
    lists = LeavesStays(
        theme, leaves_title="Ce qui sort", stays_title="Ce qui reste", personal="notes personnelles, toujours"
    )
    qtbot.addWidget(lists)
    lists.show_lists(leaves=["nom, classe"], stays=["analyse"])
    lists.show_lists(leaves=["nom", "responsables"], stays=[])
    words = _words(lists)
    assert {"nom", "responsables"} < set(words)
    assert "analyse" not in words
    assert words[-1] == "notes personnelles, toujours"
    last = next(label for label in lists.findChildren(Label) if label.text().startswith("notes"))
    assert last.palette().windowText().color() == theme.color("pers")


def test_pages_are_turned(qtbot: QtBot, theme: Theme) -> None:
    """With several pages the arrows and PgDn ask for the next; with one there is nothing to press."""
    picture = PagePicture(theme, title="Aperçu", previous_name="Page précédente", next_name="Page suivante")
    qtbot.addWidget(picture)
    picture.resize(600, 700)
    picture.show()
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(theme.color("onaccent"))
    back, on = picture.findChildren(IconButton)
    picture.show_page(image, page=0, pages=1, facts="page 1 sur 1")
    assert not on.isVisible()
    picture.show_page(image, page=0, pages=2, facts="page 1 sur 2")
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    with qtbot.waitSignal(picture.page_wanted) as wanted:
        on.click()
    assert wanted.args == [1]
    picture.show_page(image, page=1, pages=2, facts="page 2 sur 2")
    with qtbot.waitSignal(picture.page_wanted) as wanted:
        qtbot.keyClick(picture, Qt.Key.Key_PageUp)
    assert wanted.args == [0]
    shown = picture.grab().toImage()
    assert shown.pixelColor(300, 400) == theme.color("onaccent")
    assert picture.picture_width() > 300


def test_steps_tell_where_one_is(qtbot: QtBot, look: Theme) -> None:
    """The step one is at looks different from those done and those to come, in every look."""
    steps = Steps(look, [("Pays", "Luxembourg"), ("Phrase", "Six mots"), ("Élèves", "Plus tard")])
    qtbot.addWidget(steps)
    steps.resize(look.px(260), look.px(260))
    pictures = []
    for current in range(3):
        steps.set_current(current)
        pictures.append(steps.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_tabs_walk_with_the_arrows(qtbot: QtBot, theme: Theme) -> None:
    """Left and Right choose the neighbour; choosing the current one again says nothing."""
    tabs = Tabs(theme, [("all", "Tout"), ("talks", "Entretiens")])
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.chosen) as chosen:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert chosen.args == ["talks"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs._choose("talks")


@pytest.mark.parametrize("width", [200, 420, 2000])
def test_rows_of_buttons_wrap(qtbot: QtBot, look: Theme, width: int) -> None:
    """At any width every button of a row is whole and inside."""
    row = FlowRow(
        look, *(Button(look, words) for words in ("Importer", "Ajouter un élève", "Contact rapide"))
    )
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(max(width, row.minimumSizeHint().width()), 800)
    page.show()
    buttons = row.findChildren(Button)
    assert all(row.rect().contains(button.geometry()) for button in buttons)
    places = [button.geometry() for button in buttons]
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])


def test_icons_in_labels_say_nothing(qtbot: QtBot, theme: Theme) -> None:
    """A picture beside words has no name of its own, so nothing is read twice."""
    banner = Banner(theme, [("warning", "Le disque est plein.")])
    qtbot.addWidget(banner)
    pictures = banner.findChildren(Icon)
    assert [said.name(label) for label in pictures] == [""]
    assert QAccessible.queryAccessibleInterface(pictures[0]) is not None
