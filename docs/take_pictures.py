"""The pictures of the guide and the README, taken from the real window on invented people.

    .venv/bin/python docs/take_pictures.py [SCREEN …]

Writes docs/pictures/<language>-<screen>.png, 1366×768, in French, English and German; only those
named, when any is.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QTimer  # noqa: E402
from PySide6.QtWidgets import QScrollArea, QWidget  # noqa: E402

from app import paths  # noqa: E402
from app.actions.cards.accept_card import accept_card  # noqa: E402
from app.actions.cards.own_card import own_card  # noqa: E402
from app.actions.demonstration.make_demonstration import make_demonstration  # noqa: E402
from app.actions.keys.create_notebook import create_notebook  # noqa: E402
from app.actions.sheets.finish_sheet import finish_sheet  # noqa: E402
from app.actions.sheets.new_sheet import new_sheet  # noqa: E402
from app.frameworks.library import Library  # noqa: E402
from app.i18n import Locale  # noqa: E402
from app.models.practitioner import Practitioner  # noqa: E402
from app.models.unit import Unit  # noqa: E402
from app.security.passphrase import FLOOR  # noqa: E402
from app.storage.notebook import Notebook  # noqa: E402
from app.ui.application import make_application  # noqa: E402
from app.ui.covers.first_start import FirstStart  # noqa: E402
from app.ui.covers.unlock import Unlock  # noqa: E402
from app.ui.destination import Destination  # noqa: E402
from app.ui.form_view.kinds.rank_card import RankCard  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.opening import opened  # noqa: E402
from app.ui.pages.hand_over import HandOverPage  # noqa: E402
from app.ui.pages.receive import ReceivePage  # noqa: E402
from app.ui.pages.roster_preview import RosterPreview  # noqa: E402
from app.ui.tasks import Tasks  # noqa: E402
from app.ui.theme.dress import dress  # noqa: E402
from app.ui.theme.theme import Theme  # noqa: E402
from app.ui.widgets.combo_field import ComboField  # noqa: E402
from app.ui.words.qt_words import QtWords  # noqa: E402
from app.ui.workspace import Workspace  # noqa: E402

LIST = ROOT / "tests/samples/rosters/webuntis.txt"
PHRASE = "quatre mots inventés seulement"

# What is written on the sheets nobody of the demonstration has yet, by language.
FILLED: dict[str, dict[str, dict[str, object]]] = {
    "fr": {
        "f2-evaluation": {
            "purpose": "mdph",
            "difficulties": "Lit lentement, se fatigue vite ; l’équipe éducative propose un accompagnement.",
            "parents_wish": "Nous voulons qu’il reste dans sa classe, avec de l’aide.",
            "child_wish": "J’aimerais avoir plus de temps.",
        },
        "f5-concern": {
            "child_words": "Je préfère rester à l’étude, à la maison il n’y a personne le soir.",
            "facts": [{"what": "Vu(e) seul(e) devant le collège à 19 h 30, trois soirs de suite."}],
            "schooling": "Deux retards par semaine depuis octobre.",
            "worry": "Un enfant de cet âge rentre seul dans un logement vide.",
        },
        "f9-low-income": {"need": "Fournitures du deuxième trimestre et sortie de classe."},
    },
    "en": {
        "f2-evaluation": {
            "purpose": "mdph",
            "difficulties": "Reads slowly and tires soon; the school’s team proposes support.",
            "parents_wish": "We want him to stay in his class, with help.",
            "child_wish": "I would like to have more time.",
        },
        "f5-concern": {
            "child_words": "I would rather stay at study hall, there is nobody at home in the evening.",
            "facts": [{"what": "Seen alone outside the school at 7.30 p.m., three evenings in a row."}],
            "schooling": "Late twice a week since October.",
            "worry": "A child of this age goes home alone to an empty flat.",
        },
        "f9-low-income": {"need": "Material for the second term and a class trip."},
    },
    "de": {
        "f2-evaluation": {
            "purpose": "mdph",
            "difficulties": "Liest langsam und ermüdet bald; das Schulteam schlägt eine Begleitung vor.",
            "parents_wish": "Wir wünschen, dass er mit Hilfe in seiner Klasse bleibt.",
            "child_wish": "Ich hätte gern mehr Zeit.",
        },
        "f5-concern": {
            "child_words": "Ich bleibe lieber in der Aufgabenstunde, abends ist zu Hause niemand.",
            "facts": [{"what": "Um 19.30 Uhr allein vor der Schule gesehen, drei Abende hintereinander."}],
            "schooling": "Seit Oktober zweimal in der Woche zu spät.",
            "worry": "Ein Kind in diesem Alter geht allein in eine leere Wohnung.",
        },
        "f9-low-income": {"need": "Material für das zweite Trimester und ein Klassenausflug."},
    },
}
BUDGET: dict[str, object] = {
    "incomes": [{"kind": "SALARY", "amount": "1180.50"}, {"kind": "FAMILY", "amount": "271.66"}],
    "charges": [{"kind": "RENT", "amount": "612.00"}],
    "persons": 3,
    "pieces": [
        {"what": "income", "there": "yes"}, {"what": "residence", "there": "yes"}, {"what": "benefits"},
    ],
}  # fmt: skip


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(widget: QWidget, name: str) -> None:
    """One picture."""
    if sys.argv[1:] and name.split("-", 1)[1] not in sys.argv[1:]:
        return
    wait(900)
    widget.grab().save(str(ROOT / "docs/pictures" / f"{name}.png"))


def covers(theme: Theme, locale: Locale, tasks: Tasks, folder: Path) -> None:
    """What is seen before the notebook is open."""
    for name, page in (
        ("first-start", FirstStart(theme, locale, tasks)),
        ("unlock", Unlock(theme, locale, tasks, folder=folder)),
    ):
        page.resize(1366, 768)
        page.show()
        take(page, f"{locale.code}-{name}")
        page.hide()


def pages(window: MainWindow, workspace: Workspace) -> None:
    """Every page the guide speaks of."""
    notebook = workspace.notebook
    lines = notebook.students.page(followed=True)
    student = next(line.id for line in lines if notebook.guardians.of_student(line.id))
    interview = notebook.interviews.of_student([student])[-1]
    referral = notebook.referrals.newest(limit=1)[0]
    screens: dict[str, Callable[[], object]] = {
        "today": lambda: window.go(Destination("today")),
        "student": lambda: window.go(Destination("students", record_id=student)),
        "interview": lambda: window.go(Destination("sheet", kind="interview", record_id=interview.id)),
        "referral": lambda: window.go(Destination("sheet", kind="referral", record_id=referral.id)),
        "plan": lambda: _plan(window, workspace),
        "paper": lambda: window.go(Destination("paper", kind="referral", record_id=referral.id)),
        "roster": lambda: _roster(window),
        "search": lambda: _search(window),
    }
    for name, show in screens.items():
        show()
        take(window, f"{workspace.locale.code}-{name}")


def _roster(window: MainWindow) -> None:
    window.go(Destination("roster"))
    page = window.page()
    assert hasattr(page, "read")
    page.read(LIST)
    while not page.findChildren(RosterPreview):
        wait(100)


def _plan(window: MainWindow, workspace: Workspace) -> None:
    plan = max(workspace.notebook.plans.list(), key=lambda one: one.version)
    window.go(Destination("sheet", kind="plan", record_id=plan.id))
    (card, *_) = window.page().findChildren(RankCard)
    _scroll_to(window, card)


def _scroll_to(window: MainWindow, widget: QWidget) -> None:
    """The widget near the top of the paper, once everything has its place."""
    wait(600)
    area = max(window.page().findChildren(QScrollArea), key=lambda one: one.height())
    inside = area.widget()
    assert inside is not None
    area.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - 60)


def transfers(window: MainWindow, workspace: Workspace, folder: Path) -> Path:
    """Cards and a package being prepared; the file of it."""
    notebook, page = workspace.notebook, window.page()
    (known,) = notebook.correspondents.list()
    referral = notebook.referrals.newest(limit=1)[0]
    window.go(Destination("handover", record_id=known.id, kind=str(referral.case_id)))
    page = window.page()
    assert isinstance(page, HandOverPage)
    while page.preview is None or not page.preview.leaves:
        wait(100)
    (ground,) = (one for one in page.findChildren(ComboField) if one.isVisibleTo(page))
    ground.choose("AGREEMENT")
    _scroll_to(window, ground)
    take(window, f"{workspace.locale.code}-handover")
    page.close_package(folder)
    while not list(folder.glob("carnet-*.age")):
        wait(100)
    wait(600)
    window.go(Destination("transfer"))
    take(window, f"{workspace.locale.code}-transfer")
    return next(folder.glob("carnet-*.age"))


def received(window: MainWindow, workspace: Workspace, path: Path) -> None:
    """The package at the unit, before anything is taken."""
    window.go(Destination("receive"))
    page = window.page()
    assert isinstance(page, ReceivePage)
    page.read(path)
    while page.opened is None:
        wait(100)
    take(window, f"{workspace.locale.code}-receive")


def forms(window: MainWindow, workspace: Workspace, screens: dict[str, tuple[str, str]]) -> None:
    """A filled sheet of each form, scrolled to one of its questions: picture to form and question."""
    notebook, code = workspace.notebook, workspace.locale.code
    lines = notebook.students.page(followed=True)
    student = next(line.id for line in lines if notebook.guardians.of_student(line.id))
    for name, (key, question) in screens.items():
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        sheet = new_sheet(
            notebook, library=workspace.library, form_key=key, locale=workspace.locale, student_id=student
        )
        said = sheet.values | FILLED[code][key] | (BUDGET if key == "f9-low-income" else {})
        made = finish_sheet(
            notebook, library=workspace.library, sheet=sheet, values=said, today=workspace.today
        ).sheet
        window.go(Destination("sheet", kind=made.kind, record_id=made.record.id, question=question))
        take(window, f"{code}-{name}")


def _search(window: MainWindow) -> None:
    window.go(Destination("students"))
    wait(300)
    window.search("ines")


def main() -> None:
    """French, then English, then German."""
    application = make_application(sys.argv[:1])
    theme = Theme("light", 1.0)
    dress(application, theme)
    for language in ("fr", "en", "de"):
        with tempfile.TemporaryDirectory() as folder:
            QtWords(application).speak(language)
            locale, tasks = Locale(language), Tasks()
            notebook = make_demonstration(
                Path(folder) / "notebook", library=Library.load(paths.resources()), locale=locale,
                passphrase=PHRASE, cost=FLOOR,
            )  # fmt: skip
            covers(theme, locale, tasks, notebook.folder)
            unit = create_notebook(
                folder=Path(folder) / "unit", passphrase=PHRASE, role="unit", schools=[], cost=FLOOR,
                unit=Unit(name="Unité SePAS du Moulin", framework=notebook.framework),
                practitioner=Practitioner(name="Marc Feller"),
            )  # fmt: skip
            for one, other in ((notebook, unit), (unit, notebook)):
                accept_card(one, card=own_card(other), compared_how="face", compared_at=date(2026, 10, 12))
            with window_on(notebook, theme, locale, tasks) as (window, workspace):
                package = transfers(window, workspace, Path(folder))
                forms(window, workspace, {"subsidy": ("f9-low-income", "incomes")})
                pages(window, workspace)  # last, because it leaves the search open
            with window_on(unit, theme, locale, tasks) as (window, workspace):
                received(window, workspace, package)
            france = make_demonstration(
                Path(folder) / "france", library=Library.load(paths.resources()), locale=locale,
                passphrase=PHRASE, framework="fr-ssfe", students=6, years=1, cost=FLOOR,
            )  # fmt: skip
            with window_on(france, theme, locale, tasks) as (window, workspace):
                asked = {
                    "evaluation": ("f2-evaluation", "difficulties"),
                    "concern": ("f5-concern", "child_words"),
                }
                forms(window, workspace, asked)
            tasks.stop()
            france.close()
            unit.close()
            notebook.close()


@contextmanager
def window_on(
    notebook: Notebook, theme: Theme, locale: Locale, tasks: Tasks
) -> Iterator[tuple[MainWindow, Workspace]]:
    """The window as it opens a notebook."""
    everything = opened(notebook)
    workspace = Workspace(
        notebook, library=everything.library, personal=everything.personal, locale=locale, theme=theme,
        tasks=tasks,
    )  # fmt: skip
    window = MainWindow(workspace)
    window.resize(1366, 768)
    window.show()
    yield window, workspace
    window.leave_everything()
    everything.personal.close()
    window.hide()


if __name__ == "__main__":
    main()
