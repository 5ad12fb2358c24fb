"""Writes keys again and again in children that die in the middle; run as a program by the tests.

    lines FOLDER CHANGED        one child for every line of code the writing runs, killed there
    instants FOLDER COUNT OLD NEW   children changing the phrase from the start, killed after random times

FOLDER holds `start`, a folder with keys.json; every child works in a copy of it named by a number.
"""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from app.security import key_file
from app.security.slots import KeyFile, change_passphrase

WATCHED = ("key_file.py", "whole_file.py")


def at_every_line(folder: Path, changed: KeyFile) -> None:
    """Kill the writing before its first line, its second, and so on until it gets to its end."""
    for dying_line in range(1, 1000):
        work = shutil.copytree(folder / "start", folder / str(dying_line))
        child = os.fork()
        if child == 0:
            die_at(dying_line)
            key_file.write(work / key_file.NAME, changed)
            sys.settrace(None)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break


def at_random_instants(folder: Path, count: int, old: str, new: str) -> None:
    """Kill the whole change of a phrase, derivations included, after a time nobody chose."""
    for number in range(count):
        work = shutil.copytree(folder / "start", folder / str(number))
        child = os.fork()
        if child == 0:
            path = work / key_file.NAME
            while True:  # to and fro, so that the kill falls into writings too
                key_file.write(path, change_passphrase(key_file.read(path), old=old, new=new))
                old, new = new, old
        time.sleep(random.uniform(0.05, 0.6))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def die_at(line: int) -> None:
    """Kill this process, without any last word, before it runs that many lines of the writing."""
    left = line

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal left
        if not frame.f_code.co_filename.endswith(WATCHED):
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


if __name__ == "__main__":
    if sys.argv[1] == "lines":
        at_every_line(Path(sys.argv[2]), KeyFile.decode(Path(sys.argv[3]).read_bytes()))
    else:
        at_random_instants(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5])
