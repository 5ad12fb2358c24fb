"""The notebook's own keys."""

from app.security.seal import public_sealing_key
from app.security.signature import public_signing_key
from app.storage.notebook import Notebook
from tests.builders import PHRASE


def test_keys_are_made_once(folder, notebook):
    """The keys are the same every time, also after closing."""
    first = notebook.identity
    assert notebook.identity == first
    notebook.close()
    opened = Notebook.open(folder, passphrase=PHRASE)
    assert opened.identity == first
    opened.close()
    assert len(public_signing_key(first.sign_secret)) == 32
    assert public_sealing_key(first.seal_secret).startswith("age1")


def test_secrets_reach_no_log(notebook):
    """Neither key is in what a log or an error would show."""
    assert repr(notebook.identity) == str(notebook.identity) == "<Identity>"
