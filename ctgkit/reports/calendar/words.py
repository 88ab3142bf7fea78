"""The French of `ctg calendar`: what its screens, pages, sheets and events have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.followup import NON_RENSEIGNEE, STATUTS
from ctgkit.french.agreement import count
from ctgkit.french.dates import long_date
from ctgkit.vocabulary.statut import Statut

if TYPE_CHECKING:
    from ctgkit.followup.calendars import Jalon, Periode, Phrase, PlanCalendar
    from ctgkit.schedule import Bound

#: What says a status in one character.
SIGNS: dict[Statut | None, str] = {
    Statut.A_VENIR: "…",
    Statut.EN_COURS: "»",
    Statut.REALISEE: "✓",
    Statut.EN_PAUSE: "=",
    Statut.BLOQUEE: "!",
    Statut.ABANDONNEE: "×",
    None: "?",
}
UNDATED = "sans date"
NOT_UNDERSTOOD = "non compris"


def statuts(of: Iterable[Statut | None]) -> str:
    """The signs of the statuses there are."""
    there = set(of)
    names = (*STATUTS, None)
    return ", ".join(f"{SIGNS[one]}\u00a0{one or NON_RENSEIGNEE}" for one in names if one in there)


def asked(view: PlanCalendar) -> str | None:
    """What `--year` and `--pilote` leave of a plan."""
    parts = [f"l'année {view.year}"] if view.year is not None else []
    parts += [f"le pilote «\u00a0{view.pilote}\u00a0»"] if view.pilote is not None else []
    if not parts:
        return None
    all_of = len(view.fiches) + view.left
    return f"Seulement {' et '.join(parts)}\u00a0: {len(view.fiches)} sur {count(all_of, 'fiche')}"


def milestone(one: Jalon) -> str:
    """`20 juin 2024`, `n° 1 le 9 octobre 2025`."""
    return long_date(one.date) if one.numero is None else f"n°\u00a0{one.numero} le {long_date(one.date)}"


def milestone_title(one: Jalon) -> str:
    """`COPIL`, `Avenant n° 1`."""
    return "COPIL" if one.kind == "copil" else f"Avenant n°\u00a0{one.numero}"


def unread(phrases: Iterable[Phrase]) -> Iterator[str]:
    """What was not understood of some phrases, each with the phrase it is in."""
    for phrase in phrases:
        if phrase.unread:
            told = ", ".join(f"«\u00a0{words}\u00a0»" for words, _ in phrase.unread)
            whole = [words for words, _ in phrase.unread] == [phrase.texte]
            yield f"{NOT_UNDERSTOOD}\u00a0: {told}" + (
                "" if whole else f", dans «\u00a0{phrase.texte}\u00a0»"
            )


def days(bound: Bound) -> str:
    """The days that a bound may be: `le 1er mars 2025`, `du … au …, ou plus tard`."""
    if bound.first == bound.last:
        told = f"le {long_date(bound.first)}"
    else:
        told = f"un jour du {long_date(bound.first)} au {long_date(bound.last)}"
    return told + {"exact": "", "earliest": ", ou plus tard", "latest": ", ou plus tôt"}[bound.sense]


def start(one: Periode) -> str:
    """When a period starts, in words."""
    return "sans début dit" if one.start is None else days(one.start)


def end(one: Periode) -> str:
    """When it ends."""
    return "sans fin dite" if one.end is None else days(one.end)


def retours(one: Periode) -> str:
    """How often it comes back, in the words of the plan."""
    return ", ".join(beat.texte for beat in one.retours)
