"""XML can be made to do things; none of them is done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import (
    CarnetError,
    ListDamaged,
    ListOfAnotherKind,
    ListReachesOut,
    ListTooLong,
    ListUnreadable,
)
from app.exchange.rosters import untrusted_xml
from app.exchange.rosters.untrusted_xml import Record, read_records
from app.models.progress import unwatched

KINDS = {"LIST": {"PEOPLE/PERSON": frozenset({"NAME"}), "PLACES/OF/PLACE": frozenset({"CODE"})}}
PLAIN = "<LIST><PEOPLE><PERSON N='1'><NAME>Noël</NAME></PERSON></PEOPLE></LIST>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "billion laughs": f'<!DOCTYPE LIST [<!ENTITY l0 "ha">{LAUGHS}]>{PLAIN.replace("Noël", "&l9;")}',
    "quadratic": f'<!DOCTYPE LIST [<!ENTITY a "{"a" * 9000}">]>{PLAIN.replace("Noël", "&a;" * 9000)}',
    "outside file": '<!DOCTYPE LIST [<!ENTITY a SYSTEM "file:///etc/hosts">]>' + PLAIN.replace("Noël", "&a;"),
    "outside address": f'<!DOCTYPE LIST SYSTEM "http://example.org/list.dtd">{PLAIN}',
    "parameter": f'<!DOCTYPE LIST [<!ENTITY % a SYSTEM "http://example.org/a">%a;]>{PLAIN}',
    "harmless declaration": f"<!DOCTYPE LIST>{PLAIN}",
    "include": PLAIN.replace(
        "Noël", '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hosts"/>'
    ),
    "style sheet": f'<?xml-stylesheet href="http://example.org/a.xsl" type="text/xsl"?>{PLAIN}',
}


def records(text: str | bytes) -> dict[str, list[Record]]:
    data = text.encode() if isinstance(text, str) else text
    return read_records(data, kinds=KINDS, progress=unwatched)[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_declares_includes_or_points_outside_is_refused(name: str) -> None:
    """Entities, document types, inclusions and style sheets: refused by one sentence, read by nobody."""
    with pytest.raises(ListReachesOut):
        records('<?xml version="1.0"?>' + HOSTILE[name])


def test_wanted_words_are_kept_and_no_others() -> None:
    """Attributes of what is around come along; deeper words of the same name do not count."""
    found = records(
        "<LIST><PEOPLE><PERSON N='1'><NAME>Zoé</NAME><SECRET>x</SECRET><OLD><NAME>y</NAME></OLD></PERSON>"
        "</PEOPLE><PLACES><OF WHO='1'><PLACE><CODE>4A</CODE></PLACE></OF></PLACES></LIST>"
    )
    assert found == {
        "PEOPLE/PERSON": [{"N": "1", "NAME": "Zoé"}],
        "PLACES/OF/PLACE": [{"WHO": "1", "CODE": "4A"}],
    }


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("ISO-8859-15", "iso-8859-15"), ("windows-1252", "cp1252"), ("UTF-8", "utf-8"), ("UTF-16", "utf-16"),
        ("ISO-8859-15", "utf-8"), ("UTF-8", "cp1252"), ("", "utf-8"), ("", "cp1252"), ("utf-8", "utf-8-sig"),
    ],
)  # fmt: skip
def test_accents_come_out_right_even_when_the_declaration_is_wrong(declared: str, encoding: str) -> None:
    """Somebody opened the file in an editor and saved it otherwise: the names are still those names."""
    said = f' encoding="{declared}"' if declared else ""
    text = f'<?xml version="1.0"{said}?>\n{PLAIN}'.replace("Noël", "Œuvrard Noël")
    found = records(text.encode(encoding))
    assert found["PEOPLE/PERSON"][0]["NAME"] == "Œuvrard Noël"


def test_other_xml_is_told_at_its_first_word() -> None:
    """A drawing, a feed, another export: not read further than its root."""
    with pytest.raises(ListOfAnotherKind):
        records('<svg xmlns="http://www.w3.org/2000/svg"><broken')


def test_every_cut_is_noticed() -> None:
    """A file that ends early at any byte is never taken for a shorter list."""
    data = f'<?xml version="1.0"?>{PLAIN}'.encode()
    for end in range(len(data)):
        with pytest.raises(ListDamaged):
            records(data[:end])


def test_depth_and_number_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand levels or endless elements cost no memory and no patience."""
    with pytest.raises(ListUnreadable):
        records("<LIST>" + "<a>" * 100_000)
    with pytest.raises(ListUnreadable):
        records("<LIST><a " + " ".join(f"a{n}='1'" for n in range(200_000)) + "/></LIST>")
    monkeypatch.setattr(untrusted_xml, "_MAX_RECORDS", 1000)
    with pytest.raises(ListTooLong):
        records("<LIST><PEOPLE>" + "<PERSON/>" * 2000 + "</PEOPLE></LIST>")
    monkeypatch.setattr(untrusted_xml, "_MAX_ELEMENTS", 1000)
    with pytest.raises(ListTooLong):
        records("<LIST>" + "<a/>" * 2000 + "</LIST>")


def test_endless_words_are_cut() -> None:
    """A name of ten million letters is kept just long enough to be refused as too long."""
    found = records(PLAIN.replace("Noël", "a" * 10_000_000))
    assert 200 < len(found["PEOPLE/PERSON"][0]["NAME"]) < 100_000


@pytest.mark.parametrize("encoding", ["x-nobody", "utf-7", "rot13", "idna", "zlib_codec"])
def test_an_encoding_nobody_knows_is_damage(encoding: str) -> None:
    """Or one that is no encoding of letters at all."""
    with pytest.raises(ListDamaged):
        records(f'<?xml version="1.0" encoding="{encoding}"?>{PLAIN}'.encode("cp1252"))


PIECES = [
    *HOSTILE.values(), PLAIN, "<LIST>", "</LIST>", "<PEOPLE>", "<PERSON>", "<NAME>", "</NAME>", "]]>", "<!--",
    "<![CDATA[x]]>", "-->", "&amp;", "&x;", "&#0;", "<?php ?>", "\x00", "é", " xmlns:a=''",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_xml_is_read_or_refused(pieces: list[str], encoding: str) -> None:
    """However the pieces stand together: records without a word from outside, or one sentence."""
    data = ("<?xml version='1.0'?>" + "".join(pieces)).encode(encoding, errors="replace")
    try:
        found = records(data)
    except CarnetError as refusal:
        assert refusal.next_step  # noqa: PT017
        return
    assert "localhost" not in repr(found)
