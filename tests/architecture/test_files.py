"""The shape of the files: short, explained, in their rooms."""

import ast
import io
import re
import statistics
import tokenize

from tests.architecture.house import APP, ROOT, TESTS, parsed, python_files

BESIDE_THE_ROOMS = {"architecture", "bench", "faults", "samples", "stories", "torture"}
COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3}(?:[0-9a-fA-F]{2})?)?\b")


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    """No file of the program has more than 400 lines, and half of them have about a hundred."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python_files(APP)}
    assert [name for name, lines in lengths.items() if lines > 400] == []
    assert statistics.median(lengths.values()) <= 120


def test_tests_mirror_the_rooms() -> None:
    """Every folder of tests is named after the room it asks questions of."""
    folders = {path.parent.relative_to(TESTS) for path in python_files(TESTS)}
    rooms = [folder for folder in folders if folder.parts and folder.parts[0] not in BESIDE_THE_ROOMS]
    assert [str(room) for room in rooms if not (APP / room).is_dir()] == []


def test_everything_public_says_what_it_is_for() -> None:
    """Every module, public class and public function has a docstring; Qt's own method names need none."""
    silent = []
    for name, tree in parsed(APP):
        if not ast.get_docstring(tree) and tree.body:
            silent.append(name)
        silent += [
            f"{name}:{node.lineno} {node.name}" for node in _public(tree) if not ast.get_docstring(node)
        ]
    assert silent == []


def test_every_test_says_what_it_promises() -> None:
    """Every test carries a sentence a practitioner could hold us to."""
    silent = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in parsed(TESTS)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_test_is_switched_off_and_none_asks_a_puppet() -> None:
    """Tests run, all of them, on the real code: nothing skipped, nothing expected to fail, no mock."""
    forbidden = {"skip", "skipif", "xfail", "importorskip", "MagicMock", "Mock", "patch"}
    found = [
        f"{name} {word}"
        for name, tree in parsed(TESTS)
        for node in ast.walk(tree)
        for word in [getattr(node, "attr", getattr(node, "id", None))]
        if word in forbidden
    ]
    assert found == []


def test_colours_live_in_the_theme_alone() -> None:
    """No colour is written anywhere in the window but in its theme."""
    found = []
    for path in python_files(APP / "ui"):
        if (APP / "ui" / "theme") in path.parents:
            continue
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            if token.type == tokenize.STRING and COLOUR.search(token.string):
                found.append(f"{path.relative_to(ROOT)}:{token.start[0]}")
    assert found == []


def _public(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    found: list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name[0] != "_":
            found.append(node)
            if isinstance(node, ast.ClassDef):
                found += [part for part in node.body if isinstance(part, ast.FunctionDef) and _ours(part)]
    return found


def _ours(method: ast.FunctionDef) -> bool:
    """Private, dunder and camelCase names (which are Qt's), and setters, explain themselves elsewhere."""
    setter = any(isinstance(mark, ast.Attribute) and mark.attr == "setter" for mark in method.decorator_list)
    return method.name[0] != "_" and method.name.islower() and not setter
