"""To whom a sheet goes."""

from PySide6.QtCore import Qt

from app.ui.form_view.kinds.partner import PartnerChoice
from tests.ui.form_view.sheet import Desk, question


def test_a_partner_is_found_by_typing(desk: Desk) -> None:
    """Enter takes the entry, which then stands with person, address and secrecy."""
    view = desk.view("f4-referral")
    view.focus_question("partner")
    desk.type("cen")
    desk.press(Qt.Key.Key_Return)
    assert view.values() == {"partner": "p1"}
    spoken = desk.here.accessibleName()
    for said in ("Centre de consultation", "Mme Anne Reuter", "12, rue du Fort", "bound by professional"):
        assert said in spoken
    desk.press(Qt.Key.Key_Delete)
    assert view.values() == {}


def test_a_new_entry_is_asked_for_with_what_was_typed(desk: Desk) -> None:
    """The last row asks for a new entry; once made, it is chosen and the letters are gone."""
    view = desk.view("f4-referral")
    view.focus_question("partner")
    desk.type("Youth house")
    with desk.bot.waitSignal(view.partner_wanted) as wanted:
        desk.press(Qt.Key.Key_Return)
    assert wanted.args == ["Youth house"]
    assert view.raw()["partner"]["typing"] == "Youth house"
    view.choose_partner("p2")
    assert view.values() == {"partner": "p2"}


def test_an_entry_that_is_gone_is_said_and_kept(desk: Desk) -> None:
    """Nobody's choice disappears because a directory changed."""
    view = desk.view("f4-referral")
    view.set_values({"partner": "gone"})
    widget = question(view, "partner")
    assert isinstance(widget, PartnerChoice)
    assert "no longer in the directory" in widget.tab_stops()[0].accessibleName()
    assert view.values() == {"partner": "gone"}


def test_letters_on_the_card_look_for_another(desk: Desk) -> None:
    """The chosen entry stays until another is taken."""
    view = desk.view("f4-referral")
    view.set_values({"partner": "p1"})
    view.focus_question("partner")
    desk.type("mai")
    desk.press(Qt.Key.Key_Return)
    assert view.values() == {"partner": "p2"}
