"""Changes the key of a notebook in children that die in the middle; run as a program by the tests.

    lines FOLDER STEP     one child for every STEP-th line of code the change runs, killed there
    again NOTEBOOK PHRASE the whole change, derivations included, again and again until it is killed

FOLDER holds `start`, a closed notebook, `pending.json`, its key file with the coming key, and
`keys`, both vault keys in hexadecimal; every child works in a copy of `start` named by its line.
"""

import os
import shutil
import sys
from pathlib import Path

from app.actions.keys.change_vault_key import change_vault_key
from app.security import key_file
from app.security.slots import KeyFile
from app.security.vault_key import VaultKey
from app.storage.new_key import change_key
from tests.security import interrupted
from tests.sparing import spare

WATCHED = ("new_key.py", "key_file.py", "whole_file.py", "engine.py")


def at_lines(folder: Path, step: int) -> None:
    """Kill the change before its first line, the one STEP further, and so on until it gets to its end."""
    spare()
    interrupted.WATCHED = WATCHED
    pending = KeyFile.decode((folder / "pending.json").read_bytes())
    present, coming = ((folder / "keys").read_text("ascii")).split()
    for dying_line in range(1, 100_000, step):
        work = shutil.copytree(folder / "start", folder / str(dying_line))
        child = os.fork()
        if child == 0:
            keys = [
                VaultKey(key=bytes.fromhex(key), vault_id=pending.vault_id, epoch=pending.epoch + more)
                for more, key in enumerate((present, coming))
            ]
            interrupted.die_at(dying_line)
            change_key(work / key_file.NAME, pending, present=keys[0], coming=keys[1])
            sys.settrace(None)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break


if __name__ == "__main__":
    if sys.argv[1] == "lines":
        at_lines(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        print("ready", flush=True)
        while True:
            change_vault_key(folder=Path(sys.argv[2]), passphrase=sys.argv[3])
            print("changed", flush=True)
