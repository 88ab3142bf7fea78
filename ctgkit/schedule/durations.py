"""How long, and when after something: `pendant 3 ans`, `dans les six mois suivant la signature`, `N+1`."""

from __future__ import annotations

from collections.abc import Sequence

from ctgkit.schedule.convention import contract_at
from ctgkit.schedule.dates import date_at
from ctgkit.schedule.period import Contract
from ctgkit.schedule.points import Partial
from ctgkit.schedule.scan import count_at, digits, form, skip_articles, year_after
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import RANK_ENDINGS, YEAR_RANKS
from ctgkit.vocabulary.calendrier import Raison

_LENGTHS = frozenset({"jour", "jours", "semaine", "semaines", "mois", "an", "ans", "annee", "annees"})
#: What makes of a number and a length a duration: « pour les 3 ans » is not one.
_LEADS = {"pour": frozenset({"de", "d'", "une", "duree", "periode"})} | dict.fromkeys(
    ("sur", "pendant", "durant", "dans", "sous", "ici"),
    frozenset({"les", "un", "une", "delai", "de", "d'", "duree", "periode", "environ", "maximum"}),
)
_BETWEEN = frozenset({"prochain", "prochains", "prochaines", "premier", "premiers", "premieres"})
#: With a year, these are months of it: « les 6 derniers mois de 2025 ».
_OF_YEAR = frozenset({"premiers", "premieres", "derniers", "dernieres"})
_FROM = frozenset({"apres", "avant", "suivant"})
_ONWARD = frozenset({"partir", "compter", "dater"})
#: Before a number, these say that it is an age: « enfants de moins de 3 ans ».
_AGES = frozenset({"de", "des", "d'", "-", "a", "les", "aux", "moins", "plus"})
#: How many words may stand between the lead and the number.
_REACH = 4


def duration_at(tokens: Sequence[Token], at: int, contract: Contract) -> int | None:
    """The end of a duration that starts at `at`, with the date that it is counted from, or `None`."""
    if form(tokens, at) == "d'" and form(tokens, at + 1) == "ici":
        at += 1
    leads = _LEADS.get(form(tokens, at))
    if leads is not None:
        found = date_at(tokens, at, contract)
        if found is not None and isinstance(found.what, Partial) and found.what.kind == "contrat":
            return None  # « sur les six années de la CTG »
        for number in range(at + 1, at + 2 + _REACH):
            end = _length_at(tokens, number)
            if end is not None and contract_at(tokens, number, contract) is not None:
                return None  # « sur les deux premières années de la CTG »
            if end is not None:
                return _counted_from(tokens, end, contract)
            if form(tokens, number) not in leads:
                return None
        return None
    end = _length_at(tokens, at)
    if end is not None and (within := _within_year(tokens, end)) is not None:
        return within
    onward = end is not None and form(tokens, end) == "a" and form(tokens, end + 1) in _ONWARD
    if end is None or not (onward or form(tokens, end) in _FROM):
        return None
    delay = form(tokens, at - 1) in {"de", "d'"} and form(tokens, at - 2) in {"delai", "duree"}
    return _counted_from(tokens, end, contract) if delay or form(tokens, at - 1) not in _AGES else None


def hint_at(tokens: Sequence[Token], at: int) -> tuple[Raison, int] | None:
    """What says nothing alone and why, with its end: `3 ans`, `année 2`, `l'année suivante`, `N+1`."""
    end = _length_at(tokens, at)
    if end is not None and form(tokens, end) != "sur":  # « une année sur deux » comes back
        return Raison.DUREE, end
    word, after = form(tokens, at), form(tokens, at + 1)
    if word in {"n", "j", "m"} and after in {"+", "-"} and digits(tokens, at + 2):
        return Raison.RELATIF, at + 3
    if word in {"annee", "an", "mois"} and after in {"suivante", "prochaine", "prochain"}:
        return Raison.RELATIF, at + 2
    if word in {"annee", "an", "mois"} and after == "d'" and form(tokens, at + 2) == "apres":
        return Raison.RELATIF, at + 3
    if word in {"annee", "annees", "an"} and (count_at(tokens, at + 1) or after == "n"):
        return Raison.RELATIF, at + 2
    if word == "mi" and "parcours" in {after, form(tokens, at + 2)}:
        return Raison.RELATIF, at + (2 if after == "parcours" else 3)
    ranked = at + (1 if word in YEAR_RANKS else 2 if after in RANK_ENDINGS and digits(tokens, at) else 0)
    if ranked > at and form(tokens, ranked) in {"annee", "annees"}:
        return Raison.RELATIF, ranked + 1
    return None


def _length_at(tokens: Sequence[Token], at: int) -> int | None:
    if count_at(tokens, at) is None:
        return None
    unit = at + 1 + (form(tokens, at + 1) in _BETWEEN | _OF_YEAR)
    return unit + 1 if form(tokens, unit) in _LENGTHS else None


def _within_year(tokens: Sequence[Token], at: int) -> int | None:
    """The end of the year that months are of: `6 premiers mois de 2025`, from the end of a length on."""
    year, end = year_after(tokens, at)
    return end if year is not None and form(tokens, at - 2) in _OF_YEAR else None


def _counted_from(tokens: Sequence[Token], at: int, contract: Contract) -> int:
    """The end of `suivant la signature de la CTG`, `après le 1er mars 2025`, from the end of a length on."""
    if (within := _within_year(tokens, at)) is not None:
        return within
    here = at + (form(tokens, at) == "qui")
    if form(tokens, here) not in _FROM | {"suivent"}:
        return at
    target = skip_articles(tokens, here + 1)
    found = date_at(tokens, target, contract)
    if found is not None and found.what is not None:
        return found.end
    return target + 1 if form(tokens, target) == "signature" else here + 1
