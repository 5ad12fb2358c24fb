"""Works with ever less memory; run as a program by the tests.

    HOME PLACE ROOM

ROOM is how many bytes more than it has now the program may have. Prints what the work told, a line each.
"""

import resource
import sys
from pathlib import Path

from app import paths
from app.frameworks.library import Library
from tests.faults.start import KEY, opened
from tests.faults.work import Work


def main(home: str, place: str, room: str) -> None:
    """Open, take the memory away, work."""
    library = Library.load(paths.resources())
    notebook, personal = opened(Path(place), (Path(home) / KEY).read_bytes())
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + int(room), resource.RLIM_INFINITY))
    work = Work(Path(place), notebook, personal, library, lambda line: print(line, flush=True))
    for number in range(3):
        work.round(number)


if __name__ == "__main__":
    main(*sys.argv[1:])
