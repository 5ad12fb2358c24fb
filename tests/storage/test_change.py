"""One change: everything or nothing."""

import threading
from contextlib import contextmanager

from app.models.changes import Changes
from app.models.task import Task
from tests import builders


class Undone(Exception):
    """Something goes wrong at the end of a change."""


@contextmanager
def undone(notebook):
    """A change that fails after everything in it was written."""
    try:
        with notebook.change() as change:
            yield change
            raise Undone
    except Undone:
        pass


def everything(notebook):
    """Every row of the whole notebook, table by table."""
    engine = notebook.history._engine
    names = [row[0] for row in engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: engine.rows(f'SELECT * FROM "{name}"') for name in sorted(names)}


def test_a_failure_inside_leaves_nothing(notebook, library):
    """Whatever was written before something went wrong is gone: records, answers, revisions, index, draft."""
    student = builders.kept_student(notebook)
    before = everything(notebook)
    with undone(notebook):
        builders.finished(
            notebook, library, student_id=student.id, values={"demand": "x", "steps": [{"text": "y"}]}
        )
        notebook.preferences.set("key", "value")
    assert everything(notebook) == before
    builders.finished(notebook, library, student_id=student.id)
    assert everything(notebook) != before


def test_a_change_inside_a_change_belongs_to_it(notebook):
    """An action called by another one is written with it or not at all, and its news are the outer one's."""
    with undone(notebook), notebook.change():
        notebook.tasks.save(Task(text="x"))
    assert notebook.tasks.list() == []
    with notebook.change() as outer:
        with notebook.change() as inner:
            notebook.tasks.save(Task(text="x"))
        notebook.partners.save(builders.partner())
    assert outer is inner
    assert outer.changes.touches("task")
    assert outer.changes.touches("partner")
    assert not outer.changes.touches("student")


def test_two_threads_change_one_after_the_other(notebook):
    """The worker's change waits for the window's and is a change of its own."""
    told, started, written = {}, threading.Event(), threading.Event()

    def work():
        started.set()
        with notebook.change() as change:
            assert written.is_set()
            notebook.partners.save(builders.partner())
        told["worker"] = change.changes

    worker = threading.Thread(target=work)
    with undone(notebook) as change:
        worker.start()
        started.wait()
        notebook.tasks.save(Task(text="x"))
        worker.join(0.1)
        written.set()
    worker.join()
    assert {kind for kind, _ in change.changes.items} == {"task"}
    assert {kind for kind, _ in told["worker"].items} == {"partner"}
    assert notebook.tasks.count() == 0, "only the failed change is undone"
    assert notebook.partners.count() == 1


def test_nobody_reads_half_a_change(notebook):
    """Another thread reads what stood before, without waiting for the end."""
    read = []
    reader = threading.Thread(target=lambda: read.append(notebook.partners.count()))
    with notebook.change():
        notebook.partners.save(builders.partner())
        reader.start()
        reader.join(20)
        assert read == [0]
        notebook.partners.save(builders.partner())
    assert notebook.partners.count() == 2


def test_news_can_be_added_up():
    """Two changes told together say what both changed."""
    both = Changes(frozenset({("task", "1")})) | Changes(frozenset({("task", "2"), ("case", "3")}))
    assert both.ids("task") == {"1", "2"}
    assert both.touches("case", "student")
