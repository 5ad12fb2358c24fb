"""What an older program indexed is found by the words of then: index it by the codes of what was chosen."""

from collections import defaultdict

from app.actions.index.index_demand import index_advice, index_request
from app.actions.index.index_sheets import index_sheets
from app.frameworks.library import Library
from app.models.kinds import FORM_KINDS
from app.storage.notebook import Notebook

_PIECE = 20  # of them a transaction: whoever types meanwhile waits for no more


def index_anew(notebook: Notebook, *, library: Library, piece: int = _PIECE) -> bool:
    """One piece of it; whether there is more. Stopped anywhere, the next one goes on from there."""
    waiting = notebook.search.uncoded(piece)
    if not waiting:
        return False
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, record_id in waiting:
        by_kind[kind].append(record_id)
    with notebook.change():
        for kind, ids in by_kind.items():
            if kind not in FORM_KINDS:  # requests and advice have no form
                _index_demand(notebook, kind, ids)
                continue
            shelf = notebook.sheets(kind)
            records = list(shelf.many(ids).values())
            known = [one for one in records if one.form in library.forms and not one.removed_at]
            index_sheets(
                notebook, library=library, sheets=known, answers=shelf.answers_of([r.id for r in known])
            )
        notebook.search.mark_coded([record_id for _, record_id in waiting])
    return len(waiting) == piece


def _index_demand(notebook: Notebook, kind: str, ids: list[str]) -> None:
    if kind == "request":
        for request in notebook.requests.many(ids).values():
            index_request(notebook, request=request)
    else:
        for advice in notebook.advice.many(ids).values():
            index_advice(notebook, advice=advice)
