"""The convention among tokens: the whole of it, its ends, its middle, its years."""

from __future__ import annotations

from collections.abc import Sequence

from ctgkit.schedule.period import Contract
from ctgkit.schedule.points import Partial, lasts, years_in
from ctgkit.schedule.scan import Found, count_at, form, skip_articles, year_at
from ctgkit.schedule.tokens import Token
from ctgkit.schedule.words import (
    ARTICLES,
    CONTRACT_DURATION,
    CONTRACT_ENDS,
    CONTRACT_LEADS,
    OTHER_CONVENTION,
    RANK_ENDINGS,
    YEAR_RANKS,
)
from ctgkit.vocabulary.calendrier import Raison

#: How long an article and an adjective before the noun may be: « de notre CTG ».
_TO_NOUN = ARTICLES | {"cette", "notre", "presente"}
#: No convention has more years than this.
_YEARS = range(1, 13)
_YEAR_NOUNS = frozenset({"annee", "annees", "an", "ans"})
#: What leads to the day from which something starts, and what may follow it.
_SINCE = frozenset({"compter", "partir", "dater", "des", "depuis"})
_ENDS_SIGNATURE = frozenset({"", ".", ";", ")"})
#: What may follow « durée du contrat »: with more words it is the contract of someone.
_CLOSES = frozenset({"", ".", ";", ",", ")", "(", ":"})
_THE = frozenset({"du", "le", "ce", "present", "notre"})
#: After the noun, these say that it is another one.
_ANOTHER = frozenset({"precedente", "suivante", "prochaine", "future", "ancienne", "anterieure", "passee"})


def contract_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """The contract or a part of it: `tout au long de la CTG`, `signature de la convention`."""
    end = CONTRACT_ENDS.get(form(tokens, at))
    if end is not None:
        noun = skip_articles(tokens, at + 1)
        closed = end != "signature" and _contrat_at(tokens, noun)
        if noun > at and (closed or _name_at(tokens, noun, contract) is not None):
            return _noun_at(tokens, noun, Partial(end), contract)
    return (
        _middle_at(tokens, at, contract)
        or year_of_contract_at(tokens, at, contract)
        or _years_at(tokens, at, contract)
        or _signature_at(tokens, at, contract)
        or _whole_at(tokens, at, contract)
    )


def year_of_contract_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """`1ère année de la CTG`, `an 2 de la convention`, `dernière année de la CTG`."""
    if form(tokens, at) in {"annee", "an"}:
        rank, end = count_at(tokens, at + 1), at + 2
    else:
        rank, end = YEAR_RANKS.get(form(tokens, at)), at + 1
        if rank is None and form(tokens, end) in RANK_ENDINGS:
            rank, end = tokens[at].number, end + 1
        if form(tokens, end) not in {"annee", "annees", "an"}:
            return None
        end += 1
    noun = _noun_after(tokens, end)
    if noun == end or not _named_at(tokens, noun, contract) or (rank not in _YEARS and rank != -1):
        return None
    return _noun_at(tokens, noun, Partial("exercice", rank or 0), contract)


def _years_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """`années 1 et 2 de la convention`, `les deux premières années de la CTG`."""
    if form(tokens, at) in _YEAR_NOUNS:
        ranks, end = _ranks_at(tokens, at + 1)
    else:
        count, which = count_at(tokens, at), form(tokens, at + 1)
        if count is None or form(tokens, at + 2) not in _YEAR_NOUNS:
            return None
        total, end = years_in(contract), at + 3
        if which == "dernieres":
            ranks = [total - count + 1, total]
        else:
            ranks = [1, count] if which == "premieres" else []
    noun = _noun_after(tokens, end)
    if len(ranks) < 2 or noun == end or not _named_at(tokens, noun, contract):
        return None
    if not ranks[0] < ranks[-1] or ranks[0] < 1:
        return Found(Raison.ENVERS, noun + 1)
    return _noun_at(tokens, noun, Partial("exercice", ranks[0], last=ranks[-1]), contract)


def _ranks_at(tokens: Sequence[Token], at: int) -> tuple[list[int], int]:
    """The ranks `1 et 2`, `2, 3 et 4`, `1 à 3`, that follow one another, and their end."""
    rank, end = count_at(tokens, at), at + 1
    ranks = [rank] if rank is not None else []
    while ranks and len(ranks) < len(_YEARS) and form(tokens, end) in {"et", ",", "a", "-"}:
        following = count_at(tokens, end + 1)
        if following is None or (form(tokens, end) in {"et", ","} and following != ranks[-1] + 1):
            return [], end
        ranks.append(following)
        end += 2
    return ranks, end


def _signature_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """The signature that something starts from: `à compter de la (date de) signature`, and no other words."""
    noun = at
    if form(tokens, at) == "date":
        noun = skip_articles(tokens, at + 1)
    if form(tokens, noun) != "signature":
        return None
    if noun > at and (found := contract_at(tokens, noun, contract)) is not None:
        return found
    lead = at - 1
    while at - lead < 3 and form(tokens, lead) in ARTICLES - _SINCE:
        lead -= 1
    since = form(tokens, noun + 1) in _ENDS_SIGNATURE and form(tokens, lead) in _SINCE
    to_end = form(tokens, noun + 1) in {"a", "au"} and any(
        _named_at(tokens, near, contract) for near in range(noun + 2, noun + 7)
    )  # « de la signature à la fin de la CTG »
    return Found(Partial("signature"), noun + 1) if since or to_end else None


def _middle_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """`à mi-parcours de la CTG`, `mi-convention`, `milieu de la CTG`."""
    here = at + 1
    if form(tokens, at) == "mi":
        here += form(tokens, here) == "-"
        if form(tokens, here) == "parcours":
            here += 1
        elif not _named_at(tokens, here, contract):
            return None
    elif form(tokens, at) != "milieu":
        return None
    bracket = form(tokens, here) == "("
    noun = _noun_after(tokens, here + bracket)
    if not _named_at(tokens, noun, contract):
        return None
    found = _noun_at(tokens, noun, Partial("milieu"), contract)
    return found._replace(end=found.end + 1) if bracket and form(tokens, found.end) == ")" else found


def _whole_at(tokens: Sequence[Token], at: int, contract: Contract) -> Found | None:
    """`tout au long de la CTG`, `durée du contrat`, `sur les quatre années de la convention`."""
    seen, here = False, at
    while here - at < 10:
        word = form(tokens, here)
        if word not in CONTRACT_LEADS:
            years = count_at(tokens, here)
            counted = form(tokens, here + 1) in {"ans", "annees"} and form(tokens, here - 1) == "les"
            if not counted or years is None or not lasts(contract, years):
                break
            seen = True
        seen = seen or word in CONTRACT_DURATION
        here += 1
        if form(tokens, here - 2) == "les" and form(tokens, here) in {"ans", "annees"}:
            here += 1
    if seen and _named_at(tokens, here, contract):
        return _noun_at(tokens, here, Partial("contrat"), contract)
    whole = form(tokens, here - 1) == "duree" and form(tokens, here - 3) == "toute"
    if whole and here - at >= 3 and not form(tokens, here)[:1].isalnum():
        return Found(Partial("contrat"), here)
    return None


def _name_at(tokens: Sequence[Token], at: int, contract: Contract) -> int | None:
    """The end of the longest of the names of the convention that stands at `at`."""
    longest = max((len(name) for name in contract.names), default=0)
    forms = tuple(form(tokens, k) for k in range(at, at + longest))
    ends = [at + len(name) for name in contract.names if forms[: len(name)] == name]
    end = max(ends, default=None)
    return None if end == at + 1 and forms[0] == "contrat" and not _contrat_at(tokens, at) else end


def _contrat_at(tokens: Sequence[Token], at: int) -> bool:
    """« du contrat », with no word that makes it the contract of somebody: « contrat de ville »."""
    return form(tokens, at) == "contrat" and form(tokens, at - 1) in _THE and form(tokens, at + 1) in _CLOSES


def _named_at(tokens: Sequence[Token], at: int, contract: Contract) -> bool:
    return _contrat_at(tokens, at) or _name_at(tokens, at, contract) is not None


def _noun_after(tokens: Sequence[Token], at: int) -> int:
    here = at
    while here - at < 3 and form(tokens, here) in _TO_NOUN:
        here += 1
    return here


def _noun_at(tokens: Sequence[Token], at: int, partial: Partial, contract: Contract) -> Found:
    """The end of « convention territoriale globale 2021-2024 »; other years are another contract."""
    end = _name_at(tokens, at, contract) or at + 1
    if form(tokens, end - 1) == "convention" and form(tokens, end) in OTHER_CONVENTION:
        return Found(Raison.AMBIGU, end)
    if form(tokens, end) in _ANOTHER:
        return Found(Raison.REFERENCE, end + 1)
    first = year_at(tokens, end)
    if first is None:
        return Found(partial, end)
    last = year_at(tokens, end + 2) if form(tokens, end + 1) in {"-", "/"} else None
    after = end + (1 if last is None else 3)
    same = first == contract.debut.year and (last or first) == contract.fin.year
    return Found(partial if same else Raison.REFERENCE, after)
