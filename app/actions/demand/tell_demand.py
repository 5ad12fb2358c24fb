"""The figures of requests and advice in words, the same on the screen and on paper."""

from app.actions.demand.count_demand import Counted, Figures
from app.actions.index.index_demand import ORIGINS, REASONS, TOPICS
from app.frameworks.library import Library
from app.i18n import Locale

Row = tuple[str, ...]
_OUTCOMES = "request-outcome"


def tell_demand(
    figures: Figures, *, library: Library, schools: dict[str, str], limit: int, locale: Locale
) -> dict[str, list[Row]]:
    """Rows by table: what, how many; of `topics` the topic, who asked, how often, minutes.

    Codes are read with the words of today: what was renamed meanwhile is counted as one.
    """
    text = locale.text

    def labelled(key: str, code: str, none: str) -> str:
        item = library.lists[key].item(code) if code and key in library.lists else None
        return locale.words(item.label) if item else code or none

    def counted(key: str, pairs: Counted, none: str = "") -> list[Row]:
        return [(labelled(key, code, none or text("not said")), str(n)) for code, n in pairs]

    late = locale.plural("Waited longer than {n} day", "Waited longer than {n} days", limit)
    return {
        "requests": [
            (text("Requests received"), str(figures.requests)),
            (text("With a first contact"), str(figures.seen)),
            (text("Days to the first contact, median"), _number(figures.typical, locale)),
            (late, str(figures.late)),
            (text("Still waiting"), str(figures.waiting)),
            (text("Not followed"), str(figures.unfollowed)),
            (text("Received in an earlier year, first seen in this one"), str(figures.carried)),
        ],
        "origins": counted(ORIGINS, figures.by_origin),
        "reasons": counted(REASONS, figures.by_reason),
        "outcomes": counted(_OUTCOMES, figures.by_outcome, text("not said yet")),
        "schools": [
            (schools.get(school_id) or text("not said"), str(n)) for school_id, n in figures.by_school
        ],
        "advice": [
            (text("Pieces of advice"), str(figures.advice)),
            (text("Minutes"), str(figures.minutes)),
            (text("Without minutes"), str(figures.untimed)),
        ],
        "topics": [
            (labelled(TOPICS, topic, text("not said")), labelled(ORIGINS, origin, text("not said")), str(n),
             str(minutes))
            for topic, origin, n, minutes in figures.by_topic
        ],
    }  # fmt: skip


def _number(value: float | None, locale: Locale) -> str:
    if value is None:
        return "–"
    return f"{value:g}" if locale.code == "en" else f"{value:g}".replace(".", ",")
