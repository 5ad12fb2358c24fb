"""Delete the file an attachment was made of."""

from app.errors import SourceNotDeleted
from app.exchange.attachments.untrusted_file import Source, source_of
from app.models.harmless_name import harmless_name


def delete_source(*, source: Source) -> None:
    """Delete that very file, unchanged since it was read; SourceNotDeleted otherwise."""
    try:
        if source_of(source.path, source.path.stat()) != source:
            raise SourceNotDeleted(file=harmless_name(source.path.name))
        source.path.unlink()
    except OSError as error:
        raise SourceNotDeleted(file=harmless_name(source.path.name)) from error
