"""What an operator makes of its dates: a start (`à partir de`), an end (`avant`), or both (`entre`)."""

from __future__ import annotations

from ctgkit.schedule.chains import Chain, Span
from ctgkit.schedule.period import Bound
from ctgkit.schedule.words import Operator
from ctgkit.vocabulary.calendrier import Portee, Precision


def bounds(name: Operator, chain: Chain, spans: list[Span]) -> tuple[Bound | None, Bound | None] | None:
    """The start and the end, of which one may be open; `None` when nobody can tell."""
    ranged = len(chain.links) == 1 and chain.links[0] == "to"
    if len(spans) > 1 or (name == "between" and not ranged) or (name in {"before", "after"} and chain.links):
        return None
    span = spans[0]
    if name == "between":
        return span.start.begin, span.end.finish
    if name in {"from", "not_before", "plus", "after"}:
        return _start(name, chain, span, ranged=ranged), span.end.finish if ranged else None
    return None, _end(name, chain, span)


def _start(name: Operator, chain: Chain, span: Span, *, ranged: bool) -> Bound:
    if name == "after":
        return span.end.after()
    begin = span.start.begin
    if chain.dates[0].kind == "debut":
        begin = begin._replace(dernier=begin.premier)
    if chain.links and not ranged:
        begin = Bound(begin.premier, span.end.finish.dernier, Precision.CHOIX)
    return begin if name == "from" else begin._replace(portee=Portee.AU_PLUS_TOT)


def _end(name: Operator, chain: Chain, span: Span) -> Bound:
    finish = span.end.finish
    if chain.dates[-1].kind == "fin":
        finish = finish._replace(premier=finish.dernier)
    elif name == "before":
        return span.start.before()
    if chain.links:
        finish = Bound(span.start.begin.premier, finish.dernier, Precision.CHOIX)
    return finish if name == "until" else finish._replace(portee=Portee.AU_PLUS_TARD)
