"""One finished change."""

import msgspec


class Revision(msgspec.Struct, kw_only=True, frozen=True):
    """Parents decide what follows what; `at` is shown and never compared.

    `content_hash` is SHA-256 over salt and content, `chain_hash` over everything here and the
    parents' chain hashes. Content and salt stand apart, so erasing them leaves the chain verifiable.
    """

    id: str
    kind: str
    record_id: str
    parents: list[str]
    author_id: str
    at: str
    form_version: int
    content_hash: str
    chain_hash: str
