"""Which end of what is planned a date is, where a word says so: « démarrage », « échéance »."""

from __future__ import annotations

from ctgkit.schedule.built import Edge
from ctgkit.schedule.chains import Chain, Span
from ctgkit.schedule.period import Bound
from ctgkit.vocabulary.calendrier import Precision


def dated(edge: Edge, chain: Chain, spans: list[Span]) -> tuple[Bound | None, Bound | None] | None:
    """The days of the start or of the end that dates are, from the first to the last that they may be.

    `None` where the dates say both ends themselves, « démarrage de 2024 à 2026 »; without days where
    nobody can tell, « démarrage 2024-2026 ».
    """
    if "to" in chain.links or any(date.kind == "contrat" for date in chain.dates):
        return None
    begin, finish = spans[0].start.begin, spans[-1].end.finish
    if not chain.links:
        if edge == "start" and chain.dates[0].kind == "debut":
            begin = begin._replace(dernier=begin.premier)
        return begin, finish
    if edge == "start" and chain.dates[-1].part == "fin" and chain.dates[0].part != "fin":
        return None, None
    years = (chain.dates[0].year or 0, chain.dates[-1].year or 0)
    if "dash" in chain.links and years[1] - years[0] > 1:
        return None, None
    choice = Bound(begin.premier, finish.dernier, Precision.CHOIX)
    return choice, choice


def runs(edge: Edge | None, chain: Chain) -> bool:
    """`démarrage en 2024, fin 2026`: « fin » is the other end, and no part of its year."""
    if edge != "start" or len(chain.dates) != 2 or chain.links[0] not in {"comma", "and"}:
        return False
    return chain.dates[1].part == "fin" and chain.dates[0].part != "fin"


def led(edge: Edge | None, start: Bound | None, end: Bound | None) -> tuple[Bound | None, Bound | None]:
    """What an operator says of an end: « démarrage avant l'été », « livraison entre mars et juin »."""
    if edge is None:
        return start, end
    if start is not None and end is not None:
        both = Bound(start.premier, end.dernier, Precision.CHOIX)
        return (both, None) if edge == "start" else (None, both)
    bound = start or end
    return (bound, None) if edge == "start" else (None, bound)
