"""How the columns of each school software are called; a new software is a new file here."""

from app.exchange.rosters.layouts.generic import GENERIC
from app.exchange.rosters.layouts.layout import Layout
from app.exchange.rosters.layouts.onde import ONDE
from app.exchange.rosters.layouts.siecle import SIECLE
from app.exchange.rosters.layouts.webuntis import WEBUNTIS

LAYOUTS: tuple[Layout, ...] = (WEBUNTIS, SIECLE, ONDE, GENERIC)
"""In the order they are tried; the generic one fits everything, so it stays last."""
