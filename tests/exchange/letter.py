"""A package as somebody hostile would put it together: every part of it can be other than it should."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

from app.actions.cards.own_card import own_card
from app.models.record import new_id
from app.security import seal
from app.security.seal import public_sealing_key
from app.security.signature import sign
from app.storage.notebook import Notebook
from tests.exchange.pair import Pair

AT = "2026-11-21T10:00:00Z"


def compact(content: Any) -> bytes:
    """JSON with sorted keys and no blanks."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


class Letter:
    """Sound as it is made; a test changes one thing and seals it. From ours to the unit."""

    def __init__(self, pair: Pair, *records: dict[str, Any]) -> None:
        card = own_card(pair.ours)
        self.secret = pair.ours.identity.sign_secret
        self.to = [public_sealing_key(pair.unit.identity.seal_secret)]
        self.header: dict[str, Any] = {
            "format": "carnet-package", "version": 1, "suite": 1, "kind": "records", "package_id": new_id(),
            "stream_id": new_id(), "sequence": 1, "previous": "", "stream_is_new": True,
            "sender": {
                "id": card.id, "name": card.name, "unit": card.unit, "role": card.role,
                "sign_key": card.sign_key, "seal_key": card.seal_key,
            },
            "recipients": [pair.own(pair.unit).hex()], "created_at": AT, "app": "Carnet", "counts": {},
        }  # fmt: skip
        self.author = {"id": card.id, "name": card.name, "profession": "PSY_LU"}
        self.records: list[Any] = list(records) or [self.student()]
        self.manifest: dict[str, Any] = {}  # what it says instead of the truth
        self.after = b""  # what follows the signature
        self.unsigned = False

    def record(self, kind: str, fields: dict[str, Any], **changes: Any) -> dict[str, Any]:
        """A record line; its hash is true unless it is changed."""
        line = {
            "kind": kind, "id": new_id(), "revision": new_id(), "ancestors": [], "form": "",
            "form_version": 0, "author": self.author, "at": AT, "fields": fields, "answers": [],
        } | changes  # fmt: skip
        said = {name: line[name] for name in ("kind", "id", "fields", "answers")}
        return {"hash": hashlib.sha256(compact(said)).hexdigest()} | line

    def student(self, **changes: Any) -> dict[str, Any]:
        """Somebody invented."""
        given = {
            "family_name": "Colombe", "given_name": "Ysé", "used_name": "", "birth_date": "2011-05-04",
            "class_name": "5G2",
        }  # fmt: skip
        return self.record("student", given | changes)

    def case(self, student: dict[str, Any], **changes: Any) -> dict[str, Any]:
        """A case of that student."""
        given = {
            "student_id": student["id"], "reference": "2026-0077", "opened": "2026-11-02", "state": "open",
            "closed": None, "outcome": None,
        }  # fmt: skip
        return self.record("case", given | changes)

    def interview(
        self, student: dict[str, Any], case: dict[str, Any], *answers: dict[str, Any], **changes: Any
    ) -> dict[str, Any]:
        """An interview in that case that says what `answers` say."""
        given = {
            "form": "f1-interview", "form_version": 1, "student_id": student["id"], "case_id": case["id"],
            "date": "2026-11-12", "created_at": AT, "author_id": self.author["id"],
        }  # fmt: skip
        said = [{"question": "conclusion", "row": 0, "value": "À revoir."}, *answers][-max(1, len(answers)) :]
        return self.record("interview", given | changes, answers=said, form="f1-interview", form_version=1)

    def clear(self) -> bytes:
        """What age would give back."""
        header = compact(self.header)
        between = b"".join((one if isinstance(one, bytes) else compact(one)) + b"\n" for one in self.records)
        truth = {
            "records": len(self.records), "bytes": len(between),
            "sha512": hashlib.sha512(between).hexdigest(),
        }  # fmt: skip
        manifest = compact(truth | self.manifest)
        content = hashlib.sha512(header).digest() + hashlib.sha512(manifest).digest()
        signed = compact(
            {"signature": sign(secret=self.secret, tag="carnet-package-1", content=content).hex()}
        )
        last = b"" if self.unsigned else signed + b"\n"
        return header + b"\n" + between + manifest + b"\n" + last + self.after

    def sealed(self) -> bytes:
        """The file."""
        return resealed(self.clear(), self.to)

    def put(self, folder: Path) -> Path:
        """The file on a stick."""
        path = folder / f"carnet-{self.header['package_id'][:8]}.age"
        path.write_bytes(self.sealed())
        return path


def resealed(clear: bytes, to: list[str]) -> bytes:
    """Sealed for whoever is named, which anybody can do who knows a card."""
    sealed = io.BytesIO()
    seal.seal(content=io.BytesIO(clear), sealed=sealed, recipients=to)
    return sealed.getvalue()


def opened_bytes(path: Path, notebook: Notebook) -> bytes:
    """Everything a package holds, decrypted by one of its recipients."""
    clear = io.BytesIO()
    with path.open("rb") as untrusted:
        seal.unseal(untrusted=untrusted, opened=clear, secret=notebook.identity.seal_secret)
    return clear.getvalue()
