"""The first lines of the built program."""

import multiprocessing
import sys

# A child process of the built program starts the program again; this is where it turns to its own work.
multiprocessing.freeze_support()

from app.__main__ import main  # noqa: E402

sys.exit(main())
