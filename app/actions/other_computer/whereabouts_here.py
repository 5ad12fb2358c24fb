"""What the other computer does not know yet of packages to others and of cases that changed hands."""

from collections.abc import Collection

from app.exchange.package.lines import RecordLine
from app.exchange.whereabouts import held_lines, tell_given, tell_held, tell_left
from app.storage.notebook import Notebook


def whereabouts_here(notebook: Notebook, *, skipped: Collection[str]) -> list[RecordLine]:
    """A line for each that stands otherwise than the other computer confirmed; nothing is written.

    `skipped` are the revisions it has. What came from others and waits for a receipt is told on neither:
    the receipt is written where the package was opened.
    """
    transfers, author = notebook.transfers, notebook.author
    whom = {
        one.id: {"sign_key": one.sign_key, "card_id": one.card_id}
        for one in [*notebook.correspondents.list(), *notebook.correspondents.list(removed=True)]
    }
    lines = [
        tell_given(one, **whom[one.correspondent_id], author=author)
        for one in transfers.handovers.list()
        if one.correspondent_id in whom
    ]
    left = {
        one.id: one
        for one in transfers.packages(direction="out")
        if one.kind == "records" and one.correspondent_id in whom
    }
    lines += [tell_left(one, **whom[one.correspondent_id], author=author) for one in left.values()]
    held = {
        package_id
        for package_id, count in transfers.whereabouts.held().items()
        if package_id in left and not set(held_lines(package_id, count)) <= set(skipped)
    }
    for package_id, sent in transfers.whereabouts.held_by(held).items():
        one = left[package_id]
        lines += tell_held(sent, **whom[one.correspondent_id], author=author, at=one.at)
    return [line for line in lines if line.revision not in skipped]
