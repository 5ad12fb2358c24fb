"""The largest text on the smallest screen, with the longest names."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from tests import builders
from tests.stories.desk import Desk
from tests.stories.every_place import every_place

LONG = "Vandenbroucke-Schmitz-Van der Straeten de la Tour d’Auvergne"  # sixty characters
TALL = 728
THE_JOB = {
    "today",
    "students",
    "sheet",
    "paper",
    "referrals",
    "partners",
    "roster",
    "settings",
    "bin",
    "transfer",
    "files",
    "dispatch",
    "council",
    "emergency",
}


@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_page_is_larger_than_the_screen(
    notebook: Notebook,
    library: Library,
    theme: Theme,
    qapp: QApplication,
    qtbot: QtBot,
    scale: float,
    language: str,
) -> None:
    """Nothing makes the window wider than 1366 pixels, or higher than 768 without the bar of the system."""
    student = builders.kept_student(notebook, family_name=LONG, given_name="Maximilien-Alexandre")
    partner = builders.partner(service=f"Centre de consultation {LONG}", person=f"Mme {LONG}")
    with notebook.change():
        notebook.guardians.save(builders.guardian(student.id, family_name=LONG))
        notebook.partners.save(partner)
    for form, values in (
        ("f1-interview", {"demand": LONG * 20, "place": LONG * 3}),
        ("f4-referral", {"partner": partner.id, "reason": LONG}),
    ):
        builders.finished(notebook, library, form_key=form, student_id=student.id, values=values)
    large = Theme("light", scale)
    dress(qapp, large)
    try:
        with Desk(qtbot, notebook, library=library, locale=Locale(language), theme=large) as desk:
            for place in every_place(notebook, library):
                if place.screen in THE_JOB:
                    desk.go(place)
                    assert desk.window.minimumSizeHint().width() <= 1366, place.screen
                    assert desk.window.width() <= 1366, place.screen
                    assert desk.window.minimumSizeHint().height() <= TALL, place.screen
    finally:
        dress(qapp, theme)
