"""What dates make of the period that stands right before them: refine it, say it again, or belie it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ctgkit.schedule.built import NEAR, Built
from ctgkit.schedule.chains import Chain, Span, completed
from ctgkit.schedule.phrase import Phrase

#: What the dates are beside the period: better, no better, or against it.
Gloss: TypeAlias = Literal["better", "worse", "against"]


def only_year(chain: Chain) -> int | None:
    """The year that the chain is, if it is just that."""
    only = chain.dates[0]
    return only.year if len(chain.dates) == 1 and only.kind == "annee" and not only.part else None


def heads(phrase: Phrase, before: Built, chain: Chain, year: int | None) -> bool:
    """Whether the period heads the dates, which make it precise: « 2025 : mars et juin »."""
    if year is None or chain.dates[0].year is not None:
        return False
    if chain.first - before.last > NEAR or before.year != year:
        return False
    between = phrase.marks[before.last : chain.first]
    return all(one.kind in {"colon", "preposition"} for one in between)


def in_year(span: Span, year: int | None) -> bool:
    """Whether what runs between dates may be in a year."""
    return year is None or span.start.begin.premier.year <= year <= span.end.finish.dernier.year


def refines(before: Built, chain: Chain) -> bool:
    """`2026 T2`, `2025, 1er semestre`: a lone year right before what lacks one."""
    lacking = chain.dates[0].kind in {"trimestre", "semestre"} and not completed(chain, None)[0].complete
    # Links would have made them one chain.
    return lacking and before.year is not None and before.form == "bare" and before.last == chain.first


def beside(before: Built, chain: Chain) -> bool:
    """« 2024 2025 », « 2024-2025 2024-2025 »: years that nothing joins to the dates before."""
    first = chain.dates[0]
    return before.last == chain.first and first.kind == "annee" and not first.part


def gloss(phrase: Phrase, before: Built, chain: Chain, spans: list[Span]) -> Gloss | None:
    """What dates say of the period before, if they say the same time in other words.

    « Septembre 2025 (rentrée) » says no better, « rentrée 2025 (septembre) » does, and « printemps 2025
    (octobre) » is against it; dates right after a moment of the contract are either, « signature de la CTG en
    2025 ».
    """
    start, end = before.period.start, before.period.end
    if before.form != "bare" or before.year is not None or start is None or end is None:
        return None
    bracketed = phrase.word(before.last) == "(" and phrase.back(chain.first) == before.last + 1
    moment = before.period.contract and _right_after(phrase, before, chain)
    if not (bracketed or moment):
        return None
    first, last = spans[0].start.begin.premier, spans[-1].end.finish.dernier
    if last < start.premier or end.dernier < first:
        return "against"
    return "better" if moment or last - first < end.dernier - start.premier else "worse"


def _right_after(phrase: Phrase, before: Built, chain: Chain) -> bool:
    marks = phrase.marks[before.last : chain.first][:NEAR]
    kinds = {"preposition", "colon"}
    return len(marks) < NEAR and all(one.kind in kinds or one.what == "comma" for one in marks)


def year_of(phrase: Phrase, built: Built) -> int | None:
    """The year that a period gives to what a colon or a bracket adds: « 2025 : mars, juin »."""
    if built.form != "bare":
        return None
    if built.year is not None:
        return built.year if phrase.kind(built.last) == "colon" else None
    start, end = built.period.start, built.period.end
    if phrase.word(built.last) != "(" or start is None or end is None:
        return None
    return start.premier.year if start.premier.year == end.dernier.year else None
