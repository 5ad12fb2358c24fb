"""Packages spoilt by chance, each from its own number: the same number is the same package."""

import base64
import copy
import hashlib
import io
import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from app.errors import CarnetError
from app.exchange.incoming import fault_of
from app.exchange.package.reader import Package
from app.exchange.proposal import PROPOSAL, fault_of_proposal
from app.frameworks.library import Library
from app.security import seal
from app.security.fingerprint import fingerprint
from app.security.seal import public_sealing_key
from app.security.signature import public_signing_key, sign
from tests.exchange.reading import read_here

CORPUS = Path(__file__).parents[2] / "samples" / "hostile-packages"
# keys of nobody, always the same, so that what is in the corpus can be opened for ever
OURS = "AGE-SECRET-KEY-1UXRQ70GK4V7WFGLVQ9C2TR3R09L6ZZMRHRAH88XPFNRA238UP26QD3M0JK"
THEIRS = bytes(range(32))
AT = "2026-11-21T10:00:00Z"

FILES = {13: b"%PDF-1.4 not much of it %%EOF", 14: bytes(300)}

HOSTILE: list[Any] = [
    None, True, "", " ", 0, -1, 1 << 31, 1 << 53, 1 << 63, 1 << 70, -(1 << 64), 0.5, 1e308, -0.0,
    [], {}, [[]], {"": ""}, ["x"] * 300, {str(n): n for n in range(300)}, "x" * 5_000, "\x00", "\u202e",
    "../../etc/passwd", "C:\\CON", "' OR 1=1 --", "%s%n", "{0}", "0" * 32, "f" * 64, "9999-12-31",
    "2026-02-30T10:00:00Z", "25:61", "NaN", "é" * 400, "\U0001f600", {"mark": "stays"}, [None], [{}],
]  # fmt: skip
ODD_TEXTS = [
    b"NaN", b"Infinity", b"1e999", b"-", b'"\\ud800"', b'"\\u0000"', b'"\xff"', b"[" * 3_000, b"{" * 3_000,
    b"[" * 40 + b"]" * 40, b'{"a":1,"a":2}', b"0x10", b"01", b"true false", b"'x'", b"\xef\xbb\xbf{}", b"",
]  # fmt: skip


@cache
def own_fingerprint() -> str:
    """Whose packages these are."""
    return fingerprint(sign_key=bytes(32), seal_key=public_sealing_key(OURS)).hex()


@cache
def _sender() -> dict[str, str]:
    return {
        "id": "1" * 32, "name": "Claire Aubrin", "unit": "SePAS", "role": "unit",
        "sign_key": public_signing_key(THEIRS).hex(), "seal_key": public_sealing_key(OURS),
    }  # fmt: skip


def compact(content: Any) -> bytes:
    """JSON with sorted keys and no blanks."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def header() -> dict[str, Any]:
    """One that is sound."""
    return {
        "format": "carnet-package", "version": 2, "suite": 1, "kind": "records", "package_id": "2" * 32,
        "stream_id": "3" * 32, "sequence": 4, "previous": "0" * 64, "stream_is_new": False, "part": 1,
        "parts": 2, "sender": dict(_sender()), "recipients": [own_fingerprint()], "created_at": AT,
        "app": "Carnet", "counts": {"student": 1},
    }  # fmt: skip


def _record(
    kind: str, n: int, fields: dict[str, Any], answers: list[dict[str, Any]] | None = None, **more: Any
):
    author = {"id": "1" * 32, "name": "Claire Aubrin", "profession": "PSY_LU"}
    return {
        "kind": kind, "id": f"{n:032x}", "revision": f"{n + 100:032x}", "ancestors": [f"{n + 200:032x}"],
        "projection": 0, "form": "", "form_version": 0, "author": author, "at": AT, "fields": fields,
        "answers": answers or [],
    } | more  # fmt: skip


def records() -> list[dict[str, Any]]:
    """One of each kind, as it travels."""
    student, case = f"{1:032x}", f"{2:032x}"
    sheet = {
        "form_version": 1, "student_id": student, "case_id": case, "date": "2026-11-12", "created_at": AT,
        "author_id": "1" * 32,
    }  # fmt: skip
    said = [{"question": "conclusion", "row": 0, "value": "À revoir."}]
    steps = [{"question": "steps", "row": 0, "value": {"what": "x", "done": None}}]
    return [
        _record("student", 1, {
            "family_name": "Colombe", "given_name": "Ysé", "used_name": "", "birth_date": "2011-05-04",
            "class_name": "5G2",
        }),
        _record("case", 2, {
            "student_id": student, "reference": "2026-0077", "opened": "2026-11-02", "state": "open",
            "closed": None, "outcome": None,
        }),
        _record("partner", 3, {"service": "Les Tilleuls", "person": "", "type": "CCJF", "secrecy": "yes"}),
        _record("caution", 4, {"student_id": student, "text": "x", "since": None, "until": None}),
        _record("guardian", 5, {"student_id": student, "do_not_contact": True, "warning": "x"}),
        _record("resident", 6, {"student_id": student, "given_name": "Théo", "birth_year": 2019, "home": 1}),
        _record("interview", 7, sheet | {"form": "f1-interview"}, said, form="f1-interview"),
        _record(
            "referral", 8, sheet | {"form": "f4-referral", "partner_id": f"{3:032x}"}, form="f4-referral"
        ),
        _record(
            "plan", 9, sheet | {"form": "f3-plan", "version": 1, "replaces_id": None}, steps, form="f3-plan"
        ),
        _record("proposal", 10, {"about": "case", "record_id": case, "said": {}}),
        _record("proposal", 11, {"about": "partner", "record_id": f"{3:032x}", "said": {"service": "X"}}),
        _record("proposal", 12, {
            "about": "unit_file", "record_id": "",
            "said": {"unit": "U", "changes": {"lists": {"n09-partner-types": {"order": ["CCJF"]}}}},
        }),
        *(_file(n, case, content) for n, content in FILES.items()),
    ]  # fmt: skip


def _file(n: int, case: str, content: bytes) -> dict[str, Any]:
    return _record("attachment", n, {
        "case_id": case, "record_kind": "case", "record_id": case, "name": "bilan.pdf", "type": "pdf",
        "size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "added_at": AT,
        "author_id": "1" * 32,
    }, pieces=1)  # fmt: skip


def pieces() -> list[dict[str, Any]]:
    """The bytes of the attachments, in the order of their records."""
    return [
        {"attachment": f"{n:032x}", "content": base64.b64encode(content).decode(), "piece": 0}
        for n, content in FILES.items()
    ]


def receipts() -> list[dict[str, Any]]:
    """One, of a package with a proposal."""
    return [{
        "package_id": "4" * 32, "received_at": AT, "records": {"5" * 32: "6" * 32}, "counts": {"case": 1},
        "answers": {"7" * 32: "accepted"},
    }]  # fmt: skip


def clear(head: dict[str, Any], lines: list[Any], *, manifest: dict[str, Any] | None = None) -> bytes:
    """Signed as it stands, whatever it says; the hash of a record is true where it has fields."""
    between = []
    for line in lines:
        if (
            isinstance(line, dict)
            and {"kind", "id", "fields", "answers"} <= line.keys()
            and "hash" not in line
        ):
            said = {name: line[name] for name in ("kind", "id", "fields", "answers")}
            line = line | {"hash": hashlib.sha256(compact(said)).hexdigest()}
        between.append(line if isinstance(line, bytes) else compact(line))
    text = b"".join(line + b"\n" for line in between)
    truth: dict[str, Any] = {
        "records": len(between), "bytes": len(text), "sha512": hashlib.sha512(text).hexdigest(),
    }  # fmt: skip
    if n_pieces := sum(isinstance(line, dict) and "piece" in line for line in lines):
        truth |= {"records": len(between) - n_pieces, "pieces": n_pieces}
    first, last = compact(head), compact(truth | (manifest or {}))
    content = hashlib.sha512(first).digest() + hashlib.sha512(last).digest()
    signature = sign(secret=THEIRS, tag="carnet-package-1", content=content)
    return first + b"\n" + text + last + b"\n" + compact({"signature": signature.hex()}) + b"\n"


def sealed(content: bytes, *, as_text: bool = False) -> bytes:
    """For us, as anybody can do."""
    file = io.BytesIO()
    recipients = [public_sealing_key(OURS)]
    seal.seal(content=io.BytesIO(content), sealed=file, recipients=recipients, as_text=as_text)
    return file.getvalue()


@cache
def sound() -> bytes:
    """A package nothing is wrong with, not sealed."""
    return clear(header(), [*records(), *pieces()])


class Case(NamedTuple):
    """What is read, and whether somebody known signed all of it; only then may it be taken at all."""

    content: bytes
    is_signed: bool


def case(number: int) -> Case:
    """The package of this number."""
    chance = random.Random(number)
    return chance.choices((_sealed, _as_text, _unsigned, _signed, _signed_receipt), (2, 1, 3, 5, 1))[0](
        chance
    )


def read(content: bytes) -> Package | CarnetError:
    """What is in it, or how it is refused; anything else that is raised is a fault of ours."""
    try:
        return read_here(untrusted=io.BytesIO(content), seal_secret=OURS, own_fingerprint=own_fingerprint())
    except CarnetError as failure:
        return failure


def judged(package: Package, library: Library) -> list[str]:
    """What is said of each record by itself."""
    return [
        fault_of_proposal(line)
        if line.kind == PROPOSAL
        else fault_of(line, form=library.forms.get(str(line.fields.get("form"))))
        for line in package.records
    ]


def _sealed(chance: random.Random) -> Case:
    return Case(_spoilt(chance, sealed(sound())), is_signed=False)


def _as_text(chance: random.Random) -> Case:
    """A sign of the armour itself; what stands around it is no part of it."""
    text = sealed(sound(), as_text=True)
    lines = text.split(b"\n")
    body = b"".join(lines[1:-2])
    at = chance.randrange(len(body))
    other = chance.choice([sign for sign in b"ABCxyz019+/=*\x00 " if sign != body[at]])
    spoilt = body[:at] + bytes([other]) + body[at + 1 :]
    folded = [spoilt[n : n + 64] for n in range(0, len(spoilt), 64)]
    return Case(b"\n".join([lines[0], *folded, *lines[-2:]]), is_signed=False)


def _unsigned(chance: random.Random) -> Case:
    content = sound()
    return Case(sealed(_spoilt(chance, content)), is_signed=False)


def _signed(chance: random.Random) -> Case:
    head, lines = header(), [*records(), *pieces()]
    if chance.random() < 0.3:  # as it was written before there were attachments in it
        head, lines = header() | {"version": 1}, [line for line in records() if "pieces" not in line]
    manifest: dict[str, Any] = {}
    for _ in range(chance.choice((1, 1, 2, 4))):
        where = chance.random()
        if where < 0.3:
            _change(chance, head)
        elif where < 0.33:
            manifest = {
                chance.choice(("records", "pieces", "bytes", "sha512", "more")): chance.choice(HOSTILE)
            }
        elif where < 0.4:
            lines[chance.randrange(len(lines))] = chance.choice(ODD_TEXTS)  # type: ignore[call-overload]
        elif where < 0.45:
            lines.append(copy.deepcopy(chance.choice(lines)))
        elif where < 0.5:
            chance.shuffle(lines)
        else:
            line = chance.choice(lines)
            if isinstance(line, dict):
                inside = line.get(chance.choice(("fields", "fields", "fields", "answers", "")))
                _change(chance, inside if isinstance(inside, dict | list) else line)
    return Case(sealed(clear(head, lines, manifest=manifest)), is_signed=True)


def _signed_receipt(chance: random.Random) -> Case:
    head, lines = header() | {"kind": "acknowledgement"}, receipts()
    _change(chance, chance.choice([head, *lines]))
    return Case(sealed(clear(head, lines)), is_signed=True)


def _change(chance: random.Random, tree: Any) -> None:
    """One place of it, anywhere, says something else, is gone, or is joined by something."""
    while True:
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not keys:
            break
        key = chance.choice(keys)
        if isinstance(tree[key], dict | list) and tree[key] and chance.random() < 0.7:
            tree = tree[key]
            continue
        if chance.random() < 0.15:
            del tree[key]
        else:
            tree[key] = copy.deepcopy(chance.choice(HOSTILE))
        return
    value = copy.deepcopy(chance.choice(HOSTILE))
    if isinstance(tree, dict):
        tree[chance.choice(["x", "", "id", "__class__", "é"])] = value
    else:
        tree.append(value)


def _spoilt(chance: random.Random, content: bytes) -> bytes:
    """Always something else than it was."""
    ways: list[Callable[[random.Random, bytes], bytes]] = [_flip, _flip, _cut, _doubled, _put_in, _swapped]
    while True:
        spoilt = chance.choice(ways)(chance, content)
        if spoilt != content:
            return spoilt


def _flip(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 8))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(chance: random.Random, content: bytes) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    return content[:start] + (content[end:] if chance.random() < 0.5 else b"")


def _doubled(chance: random.Random, content: bytes) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    return content[:end] + content[start:end] + content[end:]


def _put_in(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.choice([*ODD_TEXTS, chance.randbytes(40), b"\n"]) + content[at:]


def _swapped(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def corpus() -> list[Path]:
    """What once went wrong: sealed files in base64, one each."""
    return sorted(CORPUS.glob("*.txt"))


def kept(path: Path) -> bytes:
    """The file as it was read then."""
    return base64.b64decode(path.read_bytes())
