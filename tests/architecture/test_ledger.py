"""What leaves as paper is kept as it left."""

import ast
from pathlib import Path

from tests.architecture.house import APP, parsed

_OTHERWISE = {
    "app/actions/disclosure/keep_sent.py",  # papers: the line, the very bytes, the log
    "app/actions/disclosure/note_told.py",  # what was said left no paper
    "app/actions/attachments/save_attachment.py",  # its bytes are in the notebook already
    "app/actions/disclosure/note_files_sent.py",  # and so are these
    "app/actions/sending/send_package.py",  # what left is remembered revision by revision
}


def test_papers_reach_the_ledger_with_their_bytes() -> None:
    """A line of the ledger is written by `keep_sent`: another way would forget what the paper looked like."""
    writing = {
        Path(path).as_posix()
        for path, tree in parsed(APP)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "add"
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "disclosures"
    }
    assert writing == _OTHERWISE
