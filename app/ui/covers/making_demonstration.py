"""Making a notebook with invented people, as a function for the worker."""

from functools import partial

from app import paths
from app.actions.demonstration.make_demonstration import make_demonstration
from app.frameworks.library import Library
from app.i18n import Locale
from app.security.passphrase import FLOOR
from app.ui.covers.demonstration import PHRASE, new_folder
from app.ui.opening import Opened, opened


def make_demonstration_notebook(language: str, framework: str) -> Opened:
    """A fresh notebook with invented people, open; `framework` may be empty. Its phrase is no secret."""
    library = Library.load(paths.resources())
    make = partial(
        make_demonstration,
        new_folder(),
        library=library,
        locale=Locale(language),
        passphrase=PHRASE,
        cost=FLOOR,
    )
    return opened(make(framework=framework) if framework in library.frameworks else make())
