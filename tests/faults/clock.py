"""Works at another time of day; run as a program by the tests, preloaded and with CARNET_CLOCK.

    HOME PLACE NUMBER

Prints what the work told, a line each, then the year it took it to be.
"""

import sys
from datetime import datetime
from pathlib import Path

from app import paths
from app.frameworks.library import Library
from tests.faults.start import KEY, opened
from tests.faults.work import Work


def main(home: str, place: str, number: str) -> None:
    """One round of work."""
    notebook, personal = opened(Path(place), (Path(home) / KEY).read_bytes())
    library = Library.load(paths.resources())
    Work(Path(place), notebook, personal, library, print).round(int(number))
    personal.close()
    notebook.close()
    print(datetime.now().year)


if __name__ == "__main__":
    main(*sys.argv[1:])
