"""Bytes stand apart from what is known of them, come back as they were, and go when they are erased."""

import hashlib
import secrets

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.errors import AttachmentLost
from app.models.attachment import Attachment
from app.storage.attachments import PIECE
from app.storage.copying import copy_notebook
from app.storage.database_file import PAGE
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import PHRASE

SEVERAL_PIECES = 3 * PIECE + 17


def kept(notebook: Notebook, content: bytes, record_id: str = "c" * 32) -> Attachment:
    """One attachment written the way it is when somebody adds a file."""
    attachment = builders.attachment("case", record_id, content)
    notebook.attachments.put_aside(attachment.id, content)
    with notebook.change():
        return notebook.attachments.save(attachment)


def pieces(notebook: Notebook) -> int:
    """How many pieces of bytes there are."""
    return notebook.history._engine.row("SELECT count(*) FROM attachment_content")[0]


@pytest.mark.parametrize("size", [1, PIECE, PIECE + 1, SEVERAL_PIECES])
def test_every_byte_comes_back(notebook, folder, size):
    """Of whatever length, also after closing and opening again."""
    content = secrets.token_bytes(size)
    attachment = kept(notebook, content)
    assert notebook.attachments.content(attachment) == content
    notebook.close()
    again = Notebook.open(folder, passphrase=PHRASE)
    assert again.attachments.content(again.attachments.get(attachment.id)) == content
    again.close()


def test_the_list_is_of_these_records_in_the_order_it_came(notebook):
    """Nothing of other records, nothing from the bin."""
    first, second, other = (kept(notebook, bytes([n]), r * 32) for n, r in ((1, "c"), (2, "d"), (3, "e")))
    assert notebook.attachments.of_records(["d" * 32, "c" * 32]) == [first, second]
    with notebook.change():
        notebook.attachments.save(msgspec.structs.replace(first, removed_at="2026-11-12T10:00:00Z"))
    assert notebook.attachments.of_records(["c" * 32, "d" * 32]) == [second]
    assert other in notebook.attachments.list()


def test_listing_never_touches_the_bytes(notebook):
    """Where the bytes are not even there, the list still is."""
    attachment = kept(notebook, b"x" * 100)
    notebook.history._engine.run("ALTER TABLE attachment_content RENAME TO elsewhere")
    assert notebook.attachments.of_records(["c" * 32]) == [attachment]
    assert notebook.attachments.list() == [attachment]


def test_the_journal_holds_what_it_was_and_not_the_bytes(notebook):
    """Name, kind, size and hash are a revision; the bytes are none."""
    canary = b"Kanarivogel-4711" * 100
    attachment = kept(notebook, canary)
    (revision,) = notebook.history.of(attachment.id)
    content = notebook.history.content(revision.id)
    assert content is not None
    assert content["record"]["sha256"] == hashlib.sha256(canary).hexdigest()
    row = notebook.history._engine.row("SELECT sum(instr(content, ?)) FROM revision_content", (canary[:16],))
    assert row == (0,)
    assert notebook.history.damage() == []


def test_it_is_not_searched(notebook):
    """Neither its name nor its words are in the search."""
    attachment = kept(notebook, b"Kanarivogel")
    assert notebook.search.writings(attachment.name.split(".")[0]) == []
    assert notebook.search.writings("Kanarivogel") == []


def test_what_is_put_aside_is_seen_by_nobody_and_can_be_taken_back(notebook):
    """Until the record is saved there is no attachment; a file that failed leaves nothing."""
    notebook.attachments.put_aside("a" * 32, bytes(SEVERAL_PIECES))
    assert pieces(notebook) == 4
    assert notebook.attachments.list() == []
    assert notebook.attachments.damage() == []
    notebook.attachments.forget("a" * 32)
    assert pieces(notebook) == 0


def test_what_a_crash_left_is_taken_back_and_what_is_on_the_way_is_not(notebook, folder):
    """The next time something is added; never what another file is just being written to."""
    notebook.attachments.put_aside("a" * 32, b"left behind")
    notebook.close()
    again = Notebook.open(folder, passphrase=PHRASE)
    whole = kept(again, b"whole")
    again.attachments.put_aside("b" * 32, b"on the way")
    again.attachments.forget_abandoned()
    ids = again.history._engine.rows("SELECT attachment_id FROM attachment_content ORDER BY 1")
    assert {row[0] for row in ids} == {whole.id, "b" * 32}
    again.attachments.forget(whole.id)
    assert again.attachments.content(whole) == b"whole"
    again.close()


def test_erased_bytes_are_gone_from_the_file(notebook, folder):
    """Not only out of reach: in the decoded pages, free ones among them, nothing of it is left."""
    canary = b"Kanarivogel-4711"
    attachment = kept(notebook, canary * 200_000)
    file, key = next(iter(notebook.keys_of_files().items()))
    notebook.close()
    assert decoded(file, key).count(canary) > 100_000
    again = Notebook.open(folder, passphrase=PHRASE)
    with again.change():
        again.attachments.remove(attachment.id)
    assert pieces(again) == 0
    assert again.damage() == []
    again.close()
    assert file.stat().st_size > 200_000 * len(canary)
    assert canary not in decoded(file, key)


def decoded(file, key):
    """Every page in clear, as somebody who holds the key could read it: AES-256-CBC, page by page."""
    words, (iv, end) = file.read_bytes(), (PAGE - 80, PAGE - 64)
    clear = []
    for start in range(0, len(words), PAGE):
        page = words[start : start + PAGE]
        reader = Cipher(algorithms.AES(key), modes.CBC(page[iv:end])).decryptor()
        clear.append(reader.update(page[0 if start else 16 : iv]))
    return b"".join(clear)


@pytest.mark.parametrize("harm", ["a byte", "a piece", "everything", "one more"])
def test_bytes_that_are_not_those_that_were_added_are_found(notebook, harm):
    """The check names the attachment, whoever opens it is told, and what is whole stays whole."""
    content = secrets.token_bytes(SEVERAL_PIECES)
    attachment, whole = kept(notebook, content), kept(notebook, b"whole")
    assert notebook.damage() == []
    harms = {
        "a byte": "UPDATE attachment_content SET content = zeroblob(length(content)) WHERE piece = 2",
        "a piece": "DELETE FROM attachment_content WHERE piece = 1",
        "everything": f"DELETE FROM attachment_content WHERE attachment_id = '{attachment.id}'",
        "one more": f"INSERT INTO attachment_content VALUES ('{attachment.id}', 4, x'00')",
    }
    notebook.history._engine.run(harms[harm])
    assert notebook.damage() == [f"attachments: {attachment.id[:8]}"]
    with pytest.raises(AttachmentLost):
        notebook.attachments.content(attachment)
    assert notebook.attachments.content(whole) == b"whole"


def test_what_lies_in_the_bin_is_checked_too(notebook):
    """It may be put back."""
    attachment = kept(notebook, b"x")
    with notebook.change():
        notebook.attachments.save(msgspec.structs.replace(attachment, removed_at="2026-11-12T10:00:00Z"))
    notebook.history._engine.run("DELETE FROM attachment_content")
    assert notebook.damage() == [f"attachments: {attachment.id[:8]}"]


def test_a_copy_holds_the_attachments(notebook, tmp_path):
    """Nothing has to be thought of."""
    attachment = kept(notebook, b"Zeugnis" * 1000)
    copy = Notebook.open(copy_notebook(notebook, tmp_path), passphrase=PHRASE)
    assert copy.attachments.content(copy.attachments.get(attachment.id)) == b"Zeugnis" * 1000
    copy.close()
