"""What a program asked of the system: which files it wrote, whom it talked to, what it wrote in clear."""

import re
from collections.abc import Iterable
from pathlib import Path

_CALLS = "openat,open,write,pwrite64,writev,pwritev,socket,connect,bind"
_OPENED = re.compile(r"^(?:openat|open)\(.*\", (?P<how>[A-Z_|]+).*\) = \d+<(?P<file>[^>]*)>")
_WRITTEN = re.compile(r"^(?:write|pwrite64|writev|pwritev)\(\d+<(?P<file>/[^>]*)>")
_MET = re.compile(r"^(?:connect|bind)\(.*?sa_family=(?P<family>\w+)(?:, sun_path=(?P<path>@?\"[^\"]*\"))?")
_SOCKET = re.compile(r"^socket\((?P<family>\w+)")
IN_A_NOTEBOOK = (
    "notebook.db", "notebook.db-journal", "notebook.lock", "notebook.open", "notebook.reserve",
    "personal.db", "personal.db-journal",
)  # fmt: skip


def traced(prefix: Path) -> list[str]:
    """What stands before a command, so that each of its processes leaves a record named by `prefix`."""
    options = ["-ff", "--seccomp-bpf", "-qq", "-y", "-s", "200000"]
    return ["strace", *options, "-e", f"trace={_CALLS}", "-o", str(prefix)]


class Trace:
    """The records of a program that has ended."""

    def __init__(self, prefix: Path) -> None:
        self._records = sorted(prefix.parent.glob(f"{prefix.name}.*"))
        assert self._records, "nothing was recorded: may this account trace its own programs?"
        self.lines = [line for record in self._records for line in record.read_text("latin-1").splitlines()]

    def opened_for_writing(self) -> set[str]:
        """The files, wherever they are, gone or not."""
        found = [match for line in self.lines if (match := _OPENED.match(line))]
        ways = {"O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"}
        return {_name(match["file"]) for match in found if ways & set(match["how"].split("|"))}

    def stray(self, allowed: Iterable[str]) -> set[str]:
        """Files opened for writing that none of these patterns knows."""
        known = re.compile("|".join(f"(?:{pattern})" for pattern in allowed))
        return {file for file in self.opened_for_writing() if not known.fullmatch(file)}

    def families(self) -> set[str]:
        """The kinds of sockets that were made."""
        return {match["family"] for line in self.lines if (match := _SOCKET.match(line))}

    def met(self) -> set[str]:
        """Whom it connected to: the path of a local socket, otherwise the family."""
        found = [match for line in self.lines if (match := _MET.match(line))]
        return {(match["path"] or match["family"]).replace('"', "") for match in found}

    def in_clear(self, words: Iterable[str]) -> set[tuple[str, str]]:
        """Words that were written into a file, and into which."""
        forms = {word: {_as_recorded(word.encode(code)) for code in ("utf-8", "utf-16-le")} for word in words}
        written = [(match["file"], line) for line in self.lines if (match := _WRITTEN.match(line))]
        return {
            (word, _name(file))
            for file, line in written
            for word in forms
            if any(form in line for form in forms[word])
        }


def unfinished(file: Path | str) -> str:
    """A pattern of the names under which a file is written before it takes its own."""
    path = Path(file)
    return re.escape(str(path.parent)) + r"/\." + re.escape(path.name) + r"\.[0-9a-f]{8}\.new"


def log_of(home: Path) -> str:
    """A pattern of the program's own log under Linux."""
    return re.escape(str(home / ".local/state/carnet/log/carnet.log"))


def _name(recorded: str) -> str:
    return recorded.removesuffix("(deleted)").rstrip()


def _as_recorded(word: bytes) -> str:
    """Bytes as the record spells them: what is no plain letter in octal, as short as it goes."""
    spelt = ""
    for at, byte in enumerate(word):
        if 32 <= byte < 127:
            spelt += chr(byte)
            continue
        digit_follows = word[at + 1 : at + 2] in tuple(b"%d" % digit for digit in range(8))
        spelt += f"\\{byte:03o}" if digit_follows else f"\\{byte:o}"
    return spelt
