"""Two practitioners and their unit write, send, lose, repeat and reorder: nothing is lost, all agree."""

import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.conflicts.decide_conflict import Chosen, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.receiving.open_package import judged_package
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.errors import NothingToHandOver
from app.frameworks.library import Library
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.receiving.test_letters_converge import state, written
from tests.exchange.letter import opened_bytes
from tests.exchange.pair import Made, Pair, make, reopened
from tests.exchange.reading import read_here
from tests.stories.looking import Word

CLAIRE, NOE, UNIT = range(3)
WAYS = ((CLAIRE, UNIT), (NOE, UNIT), (UNIT, CLAIRE), (UNIT, NOE))
NOTE = Word("zibelinequonnetrouveraitnullepart")
ROUNDS = 6  # letters to and fro until nobody has anything new

who, which = st.integers(CLAIRE, UNIT), st.integers(0, 7)


class Service(RuleBasedStateMachine):
    """Three notebooks; each has the letters on the way to it, and they may be taken never or twice."""

    made: tuple[Made, Made, Made]
    library: Library

    def __init__(self) -> None:
        super().__init__()
        self.ends = ExitStack()
        self.folder = Path(self.ends.enter_context(tempfile.TemporaryDirectory()))
        self.all = [reopened(one, self.folder / str(n)) for n, one in enumerate(self.made)]
        self.letters: list[list[Path]] = [[], [], []]
        self.wrote: list[list[tuple[str, str]]] = [[], [], []]
        for one, other in WAYS:
            accept_card(self.all[one], card=own_card(self.all[other]), compared_how="face")
        for practitioner in (CLAIRE, NOE):
            self.begin(practitioner)
        for way in WAYS:  # all three have both cases: from now on they can write across each other
            self._carry(way)

    def begin(self, at: int) -> None:
        """A student is seen; what is thought beside it is noted for oneself alone."""
        notebook = self.all[at]
        student = builders.kept_student(notebook, given_name=f"Élève {at}")
        seen = builders.finished(
            notebook, self.library, student_id=student.id, values={"conclusion": f"Vu par {at}"}
        ).record
        notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
        notes.save(subject_id=seen.id, student_id=student.id, text=f"Penser à la {NOTE.word}.")
        notes.close()

    @rule(at=who, one=which)
    def write(self, at: int, one: int) -> None:
        """The conclusion of one of those that are there."""
        interviews = sorted(record.id for record in self.all[at].interviews.list())
        if interviews:
            chosen, text = interviews[one % len(interviews)], f"Par {at}, {len(self.wrote[at])}"
            written(self.all[at], self.library, chosen, text)
            self.wrote[at].append((chosen, text))

    @rule(way=st.sampled_from(WAYS))
    def send(self, way: tuple[int, int]) -> None:
        """Everything new one has for the other."""
        self._send(way)

    @rule(at=who, one=which)
    def take(self, at: int, one: int) -> None:
        """Any of those that were ever sent there, also once more."""
        if self.letters[at]:
            self._take(at, self.letters[at][one % len(self.letters[at])])

    @rule(at=who, choice=st.sampled_from(("ours", "theirs", "both")))
    def decide(self, at: int, choice: str) -> None:
        """Whatever waits there, all alike."""
        notebook = self.all[at]
        for conflict in open_conflicts(notebook):
            if conflict.id not in {one.id for one in open_conflicts(notebook)}:
                continue  # ended with the one before
            sides = look_at_conflict(
                notebook, library=self.library, conflict=conflict, locale=Locale("en")
            ).sides
            chosen = {
                one.key: Chosen(choice="ours" if choice == "both" and not one.both else choice)  # type: ignore[arg-type]
                for one in sides
            }
            decide_conflict(notebook, library=self.library, conflict=conflict, chosen=chosen)

    def teardown(self) -> None:
        """Every letter comes at last, the latest first; the unit decides; then all three say the same."""
        try:
            for at, letters in enumerate(self.letters):
                for path in reversed(letters):
                    self._take(at, path)
            self.decide(UNIT, "both")  # also where nobody has anything more for it
            for _ in range(ROUNDS):
                news = [self._carry(way) for way in WAYS]
                if not any(news):
                    break
            assert not any(news), "they never come to an end"
            for at, notebook in enumerate(self.all):
                assert open_conflicts(notebook) == []
                assert state(notebook) == state(self.all[UNIT])
                assert len(state(notebook)) == 6
                for interview, text in self.wrote[at]:
                    assert text in self._ever_said(notebook, interview)
                assert notebook.damage() == []
            keys = [notebook.keys_of_files() for notebook in self.all]
        finally:
            for notebook in self.all:
                notebook.close()
        self._tell_where_notes_are(keys)
        self.ends.close()

    def _carry(self, way: tuple[int, int]) -> bool:
        """One more letter, taken at once; what is in doubt at the unit is decided there."""
        if not self._send(way):
            return False
        self._take(way[1], self.letters[way[1]][-1])
        if way[1] == UNIT:
            self.decide(UNIT, "both")
        return True

    def _send(self, way: tuple[int, int]) -> bool:
        by, to = self.all[way[0]], way[1]
        known = by.correspondents.by_key(own_card(self.all[to]).sign_key)
        assert known is not None
        outgoing = choose_outgoing(
            by, library=self.library, correspondent_id=known.id, case_ids=[one.id for one in by.cases.list()]
        )
        with suppress(NothingToHandOver):
            sent = send_package(
                by, correspondent_id=known.id, outgoing=outgoing, folder=self.folder, ground="TEAM"
            )
            assert not NOTE.in_bytes(opened_bytes(sent.path, self.all[to]))
            self.letters[to].append(sent.path)
            return True
        return False

    def _take(self, at: int, path: Path) -> None:
        notebook = self.all[at]
        with path.open("rb") as untrusted:
            package = read_here(
                untrusted=untrusted, seal_secret=notebook.identity.seal_secret,
                own_fingerprint=Pair.own(notebook).hex(),
            )  # fmt: skip
        opened = judged_package(
            notebook, library=self.library, package=package, own_key=own_card(notebook).sign_key
        )
        receive_package(notebook, library=self.library, opened=opened)

    def _ever_said(self, notebook: Notebook, interview: str) -> set[str]:
        revisions = notebook.history.contents([one.id for one in notebook.history.of(interview)]).values()
        return {str(one["value"]) for content in revisions for one in content["answers"]}

    def _tell_where_notes_are(self, keys: list[dict[Path, bytes]]) -> None:
        for at, opening in enumerate(keys):
            for path, key in opening.items():
                found = NOTE.in_database(path, key)
                assert bool(found) == (path.name == "personal.db" and at != UNIT)


@pytest.fixture(scope="module")
def made_three(made_pair: tuple[Made, Made], tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, ...]:
    """Claire's notebook, Noé's and their unit's, closed."""
    folder = tmp_path_factory.mktemp("made-noe")
    return made_pair[0], make(folder / "noe", role="practitioner", name="Noé Turmes"), made_pair[1]


def test_three_notebooks_agree_in_the_end(made_three: tuple[Made, ...], library: Library) -> None:
    """Whatever was written, lost for long, repeated and decided; and no personal note ever left."""
    machine = type("Played", (Service,), {"made": made_three, "library": library})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=6, stateful_step_count=14, deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )  # fmt: skip
