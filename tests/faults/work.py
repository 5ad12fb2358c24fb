"""A morning's work of every kind, again and again: what is tried, what is acknowledged, what is refused."""

from collections.abc import Callable
from pathlib import Path

from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.preview_roster import preview_roster
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.errors import CarnetError
from app.frameworks.library import Library
from app.models.draft import Draft
from app.personal.note import NoteDraft
from app.personal.notes import PersonalNotes
from app.security import key_file
from app.storage.copying import copy_notebook
from app.storage.notebook import KEYS, Notebook, read_keys
from tests import builders
from tests.faults.start import OUT
from tests.lists import table_of

DRAFT, LISTED = "d" * 32, 3
Tell = Callable[[str], None]


def word(number: int) -> str:
    """A word nobody else writes, found by the search."""
    return f"zinnia{number}"


class Work:
    """One open notebook; `tell` gets a line before and after each thing, and is believed."""

    def __init__(
        self, place: Path, notebook: Notebook, personal: PersonalNotes, library: Library, tell: Tell
    ) -> None:
        self._out = place / OUT
        self._notebook, self._personal, self._library, self._tell = notebook, personal, library, tell
        self._student = notebook.students.list()[0].id
        (self._unit,) = notebook.correspondents.list()

    def round(self, number: int, *, copy: bool = False) -> None:
        """Everything once. A refusal stops nothing: the next thing is tried all the same."""
        works = [self.draft, self.sheet, self.note, self.listed, self.package, self.keys, self.reserve]
        for work in [*works, self.copy] if copy else works:
            self._tell(f"tried {work.__name__} {number}")
            try:
                work(number)
            except CarnetError as failure:
                self._tell(f"refused {work.__name__} {number} {type(failure).__name__}")
            except Exception as error:
                self._tell(f"broken {work.__name__} {number} {type(error).__name__} {error}")
            else:
                self._tell(f"kept {work.__name__} {number}")

    def draft(self, number: int) -> None:
        """Typing."""
        self._notebook.drafts.keep(
            Draft(record_id=DRAFT, kind="interview", form="x", form_version=1, content={"n": number})
        )

    def sheet(self, number: int) -> None:
        """An interview with two decisions."""
        values = {"demand": word(number), "conclusion": "x", "steps": [{"text": "a"}, {"text": "b"}]}
        builders.finished(self._notebook, self._library, student_id=self._student, values=values)

    def note(self, number: int) -> None:
        """A personal note, typed and finished."""
        subject = f"{number:032}"
        self._personal.keep(NoteDraft(subject, None, "je", 2, "2026-11-12T10:00:00Z"))
        self._personal.save(subject_id=subject, student_id=None, text=word(number))

    def listed(self, number: int) -> None:
        """A class list of three."""
        lines = [f"Liste{number}x{n};Mia;0{n + 1}.03.2011;K{number}" for n in range(LISTED)]
        table = table_of("\n".join(["Nom;Prénom;Né(e) le;Classe", *lines, ""]).encode())
        plan = preview_roster(self._notebook, table=table, today=builders.TODAY)
        import_roster(self._notebook, plan=plan, library=self._library, today=builders.TODAY)

    def package(self, number: int) -> None:
        """Everything that may leave, handed over."""
        notebook, to = self._notebook, self._unit.id
        builders.finished(notebook, self._library, student_id=self._student, values={"conclusion": "y"})
        cases = [case.id for case in notebook.cases.list()]
        outgoing = choose_outgoing(notebook, library=self._library, correspondent_id=to, case_ids=cases)
        path = self._out / f"{number}.age"
        send_package(notebook, correspondent_id=to, outgoing=outgoing, path=path, ground="TEAM")

    def keys(self, number: int) -> None:
        """The key file written anew."""
        folder = self._notebook.folder
        key_file.write(folder / KEYS, read_keys(folder))

    def reserve(self, number: int) -> None:
        """The reserve given back, then kept again."""
        self._notebook.reserve.release()
        self._notebook.reserve.fill()

    def copy(self, number: int) -> None:
        """A verified copy."""
        made = copy_notebook(self._notebook, self._out)
        made.rename(self._out / f"copy-{number}")
