"""What commands say: sentences to people on standard error, answers to programs on standard output."""

import json
import sys


def say(sentence: str) -> None:
    """A sentence for a person."""
    print(sentence, file=sys.stderr)


def answer(content: object) -> None:
    """JSON for a program: always UTF-8, whatever the console speaks."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
