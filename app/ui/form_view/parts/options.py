"""Finding the options of a list while somebody types."""

from collections.abc import Collection, Sequence

from app.i18n import Locale
from app.models.value_list import Item
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.read.folding import spans


def find_options(
    *, items: Sequence[Item], typed: str, without: Collection[str], locale: Locale
) -> list[Suggestion]:
    """The options whose words begin as typed; those that begin so themselves come first.

    With nothing typed every option that may be shown: sensitive ones appear only once typed.
    """
    offered = [item for item in items if item.active and item.code not in without]
    if not typed.strip():
        return [
            Suggestion(key=item.code, label=locale.words(item.label))
            for item in offered
            if not item.sensitive
        ]
    begins: list[Suggestion] = []
    contains: list[Suggestion] = []
    known_as: list[Suggestion] = []
    for item in offered:
        label = locale.words(item.label)
        found = spans(typed, label)
        if found:
            (begins if found[0][0] == 0 else contains).append(Suggestion(item.code, label, tuple(found)))
        elif alias := next((alias for alias in item.aliases if spans(typed, alias)), None):
            known_as.append(Suggestion(item.code, label, detail=alias))
    return begins + contains + known_as


def label_of(*, items: Sequence[Item], code: str, locale: Locale) -> str:
    """The words of a code; the code itself where the list does not know it."""
    return next((locale.words(item.label) for item in items if item.code == code), code)


def begun(label: str) -> str:
    """Words as they begin a line: a list has them as they stand in a sentence."""
    return label[:1].upper() + label[1:]
