"""The top of the first page: whose paper it is, where and when, and what it is called."""

from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.measure import width
from app.documents.row import Cell, Row
from app.documents.slab import Ink, Rule, Slab, ink, prose, slab
from app.documents.style import WIDTH
from app.documents.wrapping import wrapped

_LOGO = 42.0
_WIDEST = 110.0  # a logo that is a whole name
_RIGHT = 150.0
_APART = 10.0
_TITLE = 18.0


def head(*, composition: Composition) -> list[Row]:
    """What heads every paper, and the title; held to the first box."""
    style = composition.style
    title = Cell(x=0, width=WIDTH, slabs=tuple(_title(composition)), tag="H1")
    row = Row(cells=(title,), frame=False, pad=style.pad, gap=style.gap, held=True)
    return [head_row(composition), row]


def head_row(composition: Composition, *, square: bool = True) -> Row:
    """Authority block beside the logo, or beside an empty `square` for one; place, date and reference."""
    logo = _logo(composition, square=square)
    left = logo.width + _APART if logo else 0.0
    middle = WIDTH - left - _RIGHT - _APART
    cells = (
        *([logo] if logo else []),
        Cell(x=left, width=middle, slabs=tuple(_authority(middle, composition))),
        Cell(x=WIDTH - _RIGHT, width=_RIGHT, slabs=tuple(_when(composition))),
    )
    return Row(cells=cells, frame=False, held=True)


def _logo(composition: Composition, *, square: bool) -> Cell | None:
    """As high as the square, or as wide as it may be; it is never cut nor stretched."""
    logo = composition.subject.logo
    if logo is None:
        return Cell(x=0, width=_LOGO, slabs=(), square=_LOGO) if square else None
    scale = min(_LOGO / logo.height, _WIDEST / logo.width)
    return Cell(x=0, width=logo.width * scale, slabs=(), picture=logo, high=logo.height * scale)


def reference(composition: Composition) -> str:
    """ "Réf. 2026-0231", or nothing."""
    number = composition.subject.reference
    return composition.locale.text("Ref. {reference}", reference=number) if number else ""


def _authority(room: float, composition: Composition) -> list[Slab]:
    style, framework = composition.style, composition.subject.framework
    words = composition.locale.words

    def small(text: str) -> list[Slab]:
        return prose(text, room=room, size=style.small, leading=style.small_leading) if text else []

    above = [words(line) for line in framework.authority_block]
    below = [
        words(framework.unit_name),
        ", ".join(composition.fact("unit.address")),
        " · ".join(composition.fact("unit.phone") + composition.fact("unit.hours")),
    ]
    slabs = [line for text in above for line in small(text)]
    for name in composition.fact("unit.name"):
        slabs += prose(name, room=room, size=style.body, leading=style.leading, hand=Hand.STRONG)
    return slabs + [line for text in below for line in small(text)]


def _when(composition: Composition) -> list[Slab]:
    style, subject, locale = composition.style, composition.subject, composition.locale
    size, leading = style.small, style.small_leading
    slabs = []
    if subject.day:
        date = locale.date(subject.day)
        text = locale.text("{place}, {date}", place=subject.place, date=date) if subject.place else date
        slabs += [
            _right(line, Hand.PLAIN, size, leading)
            for line in wrapped(text, hand=Hand.PLAIN, size=size, room=_RIGHT)
        ]
    else:
        place = locale.text("{place}, {date}", place=subject.place, date="").strip()
        slabs.append(_to_fill(place if subject.place else locale.text("Date"), composition))
    if reference(composition):
        slabs.append(_right(reference(composition), Hand.PLAIN, size, leading))
    elif composition.blank:
        slabs.append(_to_fill(locale.text("Ref. {reference}", reference="").strip(), composition))
    if subject.form.confidential:
        slabs.append(_right(locale.text("CONFIDENTIAL"), Hand.STRONG, size + 0.5, leading + 5))
    return slabs


def _right(text: str, hand: Hand, size: float, leading: float) -> Slab:
    mark = ink(text, hand=hand, size=size)
    return slab(Ink(x=_RIGHT - mark.end, text=mark.text, hand=hand, size=size), size=size, leading=leading)


def _to_fill(label: str, composition: Composition) -> Slab:
    style = composition.style
    mark = ink(label, size=style.small)
    start = _RIGHT - 90
    return Slab(
        height=style.pitch - 2,
        baseline=style.pitch - 6,
        marks=(
            Ink(x=start - mark.end - 4, text=mark.text, hand=mark.hand, size=mark.size),
            Rule(x=start, length=90),
        ),
    )


def _title(composition: Composition) -> list[Slab]:
    text = composition.locale.words(composition.form.title)
    return [
        slab(
            Ink(x=(WIDTH - width(line, Hand.TITLE, _TITLE)) / 2, text=line, hand=Hand.TITLE, size=_TITLE),
            size=_TITLE,
            leading=_TITLE * 1.25,
        )
        for line in wrapped(text, hand=Hand.TITLE, size=_TITLE, room=WIDTH)
    ]
