"""Write a task, done or to do."""

from app.models.changes import Changes
from app.models.task import Task
from app.storage.notebook import Notebook


def save_task(notebook: Notebook, *, task: Task) -> Changes:
    """Save a new or corrected task; setting `done_at` is doing it."""
    with notebook.change() as change:
        notebook.tasks.save(task)
    return change.changes
