"""The packages of a row that have not come, in a sentence."""

from collections.abc import Sequence

from app.i18n import Locale


def tell_missing(numbers: Sequence[int], *, locale: Locale) -> str:
    """What is said of these numbers, in rising order; "" where none is missing."""
    if not numbers:
        return ""
    return locale.plural(
        "Number {numbers} of the same sender has not come.",
        "Numbers {numbers} of the same sender have not come.",
        len(numbers),
        numbers=_in_runs(numbers),
    )


def tell_parts(part: int, parts: int, missing: Sequence[int], *, locale: Locale) -> str:
    """Which part of how many this is, and which have not come; "" when it is alone."""
    if parts == 1:
        return ""
    said = locale.text("This is part {part} of {parts}.", part=part, parts=parts)
    if not missing:
        return said
    waited = locale.plural(
        "Part {numbers} has not come yet: open it too, in whatever order.",
        "Parts {numbers} have not come yet: open them too, in whatever order.",
        len(missing),
        numbers=_in_runs(missing),
    )
    return f"{said} {waited}"


def _in_runs(numbers: Sequence[int]) -> str:
    """As people write them: "1, 4–7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
