"""What people type into a search field."""

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.query import query_of


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("dupont", '"dupont"*'),
        ("n'guyen-dupont", '"n" AND "guyen" AND "dupont"*'),
        ("  Da   COSTA ", '"Da" AND "COSTA"*'),
        ("2026-0231", '"2026" AND "0231"*'),
        ('" OR NEAR(', '"OR" AND "NEAR"*'),
        ("soeur", '("soeur"* OR "sœur"*)'),
        ("Sœur aînée", '("Sœur" OR "soeur" OR "sœur") AND "aînée"*'),
        ("a", ""),
        ("'", ""),
        ("", ""),
        ("à b", '"à" AND "b"*'),
    ],
)
def test_words_are_quoted_and_the_last_one_is_a_beginning(typed, query):
    """Whatever signs stand between the words, each word is looked for as it is."""
    assert query_of(typed) == query


@pytest.mark.parametrize(
    ("typed", "query"),
    [("parents i", '"parents"*'), ("parents in", '"parents" AND "in"*'), ("pa", '"pa"*'), ("à b", "")],
)
def test_a_single_letter_behind_others_can_wait(typed, query):
    """Where it would have to look through everything, the letter a word begins with is not asked for yet."""
    assert query_of(typed, least=2) == query


@given(st.text(max_size=40))
def test_nothing_a_person_types_is_a_syntax_error(typed):
    """Any text at all is a question the index understands, or none."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'unicode61 remove_diacritics 2')")
    query = query_of(typed)
    if query:
        connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchall()
