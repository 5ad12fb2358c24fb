"""More words and more doings than on other days: what the author thinks for themself reaches nothing."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.stories import conftest as of_stories
from tests.stories import test_personal_never_leaves as story
from tests.stories.conftest import OpenDesk

full_notebook, full_key = of_stories.full_notebook, of_stories.full_key
open_desk, theme = of_stories.open_desk, of_stories.theme


@settings(max_examples=20, **story.slow)
@given(word=story.words, doings=story.steps)
def test_no_paper_no_table_no_copy(
    full_notebook: Path, full_key: bytes, tmp_path: Path, word: story.Word, doings: list[Any]
) -> None:
    """Every form in every language, each table, each copy."""
    story.test_no_paper_no_table_no_copy_holds_a_personal_word.hypothesis.inner_test(
        full_notebook, full_key, tmp_path, word, doings
    )


@settings(max_examples=5, **story.slow)
@given(word=story.words)
def test_the_window(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
    word: story.Word,
) -> None:  # fmt: skip
    """Every page, everything on it copied."""
    story.test_the_window_lets_no_personal_word_out.hypothesis.inner_test(
        open_desk, tmp_path, monkeypatch, capfd, word
    )
