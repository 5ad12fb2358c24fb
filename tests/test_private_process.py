"""Who may look into the memory of the program."""

import subprocess
import sys

import pytest

# A parent looks at its child: of all programs of one person the one that is refused least. Root, who may
# look at everybody, becomes nobody first; the kernel then closes off by itself, which is undone.
_LOOK = """
import ctypes, os, resource, sys
from app import private_process
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
own = ctypes.CDLL(None)
own.prctl(4, 1, 0, 0, 0)
ready, told = os.pipe()
child = os.fork()
if child == 0:
    if sys.argv[1] == "closed":
        private_process.close_off()
    os.write(told, str(resource.getrlimit(resource.RLIMIT_CORE)).encode())
    while True:
        own.pause()
core = os.read(ready, 100).decode()
try:
    open(f"/proc/{child}/mem", "rb").close()
    print("read")
except PermissionError:
    print("refused", core)
finally:
    os.kill(child, 9)
"""


@pytest.mark.parametrize(("how", "seen"), [("closed", "refused (0, 0)"), ("as it comes", "read")])
def test_no_other_program_of_the_same_person_looks_in(how: str, seen: str) -> None:
    """The memory of the open notebook is refused to whatever else one runs; without our doing it is not."""
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, how], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == seen


def test_every_start_closes_it_off() -> None:
    """The window and the commands alike, before they do anything."""
    script = (
        "import ctypes\nfrom app.__main__ import main\n"
        "main(['check', '/nowhere', '--passphrase-file', '/nowhere'])\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"  # PR_GET_DUMPABLE
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip().endswith("0")


def test_a_process_that_is_given_keys_closes_itself_off() -> None:
    """What copies holds the keys of both files as long as the copy takes."""
    script = (
        "import ctypes, multiprocessing\nfrom app.storage.copy_child import copy_when_asked\n"
        "ours, theirs = multiprocessing.Pipe()\nours.close()\n"
        "try:\n    copy_when_asked(theirs)\nexcept (OSError, EOFError):\n    pass\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "0"


def test_a_process_that_prints_closes_itself_off() -> None:
    """It holds a whole paper in clear."""
    script = (
        "import ctypes, multiprocessing, os\nfrom app.ui.paper.print_process import _print\n"
        "ours, theirs = multiprocessing.Pipe()\nours.close()\ntold = os.dup(1)\n"
        "try:\n    _print(theirs)\nexcept (OSError, EOFError):\n    pass\n"
        "print('never seen', flush=True)\n"
        "os.write(told, str(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)).encode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("0", "")
