"""The first line of the next package to somebody."""

import msgspec

from app import __version__
from app.actions.cards.own_card import own_card
from app.actions.streams.outgoing_stream import outgoing_stream, place_of
from app.exchange.package.lines import Header, PackageKind, Sender
from app.models.correspondent import Correspondent
from app.models.record import new_id, now
from app.models.stream import Stream
from app.security.fingerprint import fingerprint
from app.storage.notebook import Notebook


def next_header(
    notebook: Notebook,
    *,
    correspondent: Correspondent,
    kind: PackageKind,
    counts: dict[str, int],
    part: int = 1,
    parts: int = 1,
) -> tuple[Header, Stream]:
    """The header and the stream it goes on in; the stream is not written yet."""
    former = outgoing_stream(notebook, correspondent_id=correspondent.id)
    stream = former or Stream(correspondent_id=correspondent.id, direction="out", place=place_of(notebook))
    card = own_card(notebook)
    header = Header(
        kind=kind,
        package_id=new_id(),
        stream_id=stream.id,
        sequence=stream.last_sequence + 1,
        previous=stream.last_hash,
        stream_is_new=former is None,
        part=part,
        parts=parts,
        sender=Sender(
            id=card.id,
            name=card.name,
            unit=card.unit,
            role=card.role,
            sign_key=card.sign_key,
            seal_key=card.seal_key,
        ),
        recipients=[fingerprint_of(correspondent)],
        created_at=now(),
        app=f"Carnet {__version__}",
        counts=counts,
    )
    return header, msgspec.structs.replace(stream, last_sequence=header.sequence)


def fingerprint_of(correspondent: Correspondent) -> str:
    """What a package calls its recipient: the fingerprint in hexadecimal."""
    return fingerprint(sign_key=bytes.fromhex(correspondent.sign_key), seal_key=correspondent.seal_key).hex()
