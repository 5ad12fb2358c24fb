"""Those whose card was opened here."""

from tests import builders


def test_found_by_key_and_by_card(notebook):
    """A package names its signer's key; a card that came again names itself."""
    one = builders.correspondent()
    with notebook.change():
        saved = notebook.correspondents.save(one)
    assert notebook.correspondents.by_key(one.sign_key) == saved
    assert notebook.correspondents.by_card(one.card_id) == saved
    assert notebook.correspondents.by_key("0" * 64) is None
    assert notebook.correspondents.by_card("0" * 32) is None
