"""An attachment as it leaves: what is known of it, and in how many lines its bytes follow."""

import msgspec

from app.exchange.package.lines import Author, RecordLine
from app.exchange.package.pieces import count_for
from app.exchange.travelling import ATTACHMENT, FILE
from app.models.attachment import Attachment
from app.models.practitioner import Practitioner


def project_file(
    *, attachment: Attachment, case_id: str, author: Practitioner, at: str, ancestors: list[str]
) -> RecordLine:
    """With all its bytes: a file goes whole or not at all."""
    plain = msgspec.to_builtins(attachment) | {"case_id": case_id}
    line = RecordLine(
        kind=ATTACHMENT,
        id=attachment.id,
        revision=attachment.revision,
        ancestors=ancestors,
        author=Author(id=author.id, name=author.name, profession=author.profession),
        at=at,
        fields={name: plain[name] for name in FILE},
        pieces=count_for(attachment.size),
    )
    return msgspec.structs.replace(line, hash=line.digest())
