"""What schools and towns name without its dates: holidays, school terms, the « semaine bleue »."""

from __future__ import annotations

from collections.abc import Sequence

from ctgkit.schedule.points import Partial
from ctgkit.schedule.scan import Found, form, skip_articles, two_years, year_after
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import HALVES, HOLIDAYS
from ctgkit.vocabulary.calendrier import Raison

_AUTUMN, _NOEL = HOLIDAYS["toussaint"], HOLIDAYS["noel"]
#: A school year has that many terms.
_TERMS = range(1, 4)


def holidays_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`vacances de la Toussaint 2024`, `vacances d'hiver 2025`, `grandes vacances 2025`."""
    if form(tokens, at) == "grandes":
        which, end = HOLIDAYS["ete"], at + 2
        if form(tokens, at + 1) != "vacances":
            return None
    else:
        end = at + 1 + (form(tokens, at + 1) == "scolaires")
        name = skip_articles(tokens, end)
        found = HOLIDAYS.get(form(tokens, name))
        if form(tokens, name) == "fin" and form(tokens, name + 2) == "annee":
            found, name = _NOEL, name + 2  # « vacances de fin d'année »
        if found is None:
            return None
        which, end = found, name + 1
    first, after = two_years(tokens, end)
    if first is not None:  # of the school year 2024-2025
        return Found(Partial("vacances", which, year=first + (which not in {_AUTUMN, _NOEL})), after)
    year, after = year_after(tokens, end)
    return Found(Partial("vacances", which, year=year, plural=True), after)


def term_at(tokens: Sequence[Token], rank: int, at: int) -> Found | None:
    """The `trimestre de l'année scolaire 2024-2025` of a rank, from its noun on."""
    if form(tokens, at) not in HALVES:
        return None
    end = skip_articles(tokens, at + 1)
    end += form(tokens, end) == "annee"
    if form(tokens, end) != "scolaire":
        return None
    year, after = two_years(tokens, end + 1)
    if year is None:
        return None
    rank = _TERMS[-1] if rank == -1 else rank
    if form(tokens, at) != "trimestre" or rank not in _TERMS:
        return Found(Raison.AMBIGU, after)  # nobody says where its halves end
    return Found(Partial("trimestre_scolaire", rank, year=year), after)


def blue_week_at(tokens: Sequence[Token], at: int) -> Found | None:
    """`semaine bleue 2025`."""
    if form(tokens, at + 1) != "bleue":
        return None
    year, after = year_after(tokens, at + 2)
    return Found(Partial("semaine_bleue", year=year), after)
