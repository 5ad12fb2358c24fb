"""What commands say: sentences to people on standard error, answers to programs on standard output."""

import json
import sys


def say(sentence: str) -> None:
    """A sentence for a person."""
    print(sentence, file=sys.stderr)


def answer(content: object) -> None:
    """JSON for a program."""
    print(json.dumps(content, ensure_ascii=False, indent=2))
