"""The notebook's own keys."""

from app.models.identity import Identity
from app.models.record import now
from app.security.signature import new_signing_key
from app.storage.audit import Audit
from app.storage.engine import Engine


class Identities:
    """One identity, made when it is first needed."""

    def __init__(self, engine: Engine, audit: Audit) -> None:
        self._engine = engine
        self._audit = audit

    def own(self) -> Identity:
        """The keys of this notebook; the same ones ever after."""
        with self._engine.transaction():
            row = self._engine.row("SELECT sign_secret, seal_secret, created_at FROM identity")
            if row is not None:
                return Identity(sign_secret=bytes(row[0]), seal_secret=row[1], created_at=row[2])
            from app.security.seal import new_sealing_key  # costs 10 ms that no ordinary day needs

            made = Identity(sign_secret=new_signing_key(), seal_secret=new_sealing_key(), created_at=now())
            self._engine.run(
                "INSERT INTO identity VALUES (1, ?, ?, ?)",
                (made.sign_secret, made.seal_secret, made.created_at),
            )
            self._audit.add("identity_made")
            return made
