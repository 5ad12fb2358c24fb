"""Those who wrote what came are known by name from now on."""

from collections.abc import Mapping

from app.exchange.package.lines import Author
from app.models.practitioner import Practitioner
from app.storage.notebook import Notebook


def meet_authors(notebook: Notebook, authors: Mapping[str, Author]) -> None:
    """Write those who are not known yet; inside a change."""
    known = notebook.practitioners.many(authors)
    for author in authors.values():
        if author.id not in known:
            with notebook.history.written_by(author.id):
                notebook.practitioners.save(
                    Practitioner(id=author.id, name=author.name, profession=author.profession)
                )
