"""The French of `ctg calendar`: what its screens, pages, sheets and events have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.french.agreement import count
from ctgkit.french.dates import long_date
from ctgkit.french.steps import step
from ctgkit.reports.fiches.lines import outside
from ctgkit.reports.status.words import section
from ctgkit.vocabulary.statut import SITUATIONS, Statut, facts_of

if TYPE_CHECKING:
    from ctgkit.followup.calendars import EtapeCalendar, FicheCalendar, Jalon, PlanCalendar
    from ctgkit.followup.view import Periode, Phrase
    from ctgkit.schedule import Bound

UNDATED = "sans date"
NOT_UNDERSTOOD = "non compris"


def by_steps() -> str:
    """That a fiche has the calendars of its steps."""
    return f"selon ses {step().many}"


def statuts(of: Iterable[Statut | None]) -> str:
    """The signs of the statuses there are."""
    there = set(of)
    facts = (facts_of(one) for one in SITUATIONS if one in there)
    return ", ".join(f"{one.sign}\u00a0{one.one}" for one in facts)


def asked(view: PlanCalendar) -> str | None:
    """What `--year` and `--pilote` leave of a plan."""
    parts = [f"l'année {view.annee}"] if view.annee is not None else []
    parts += [f"le pilote «\u00a0{view.pilote}\u00a0»"] if view.pilote is not None else []
    if not parts:
        return None
    all_of = len(view.fiches) + view.non_demandees
    return f"Seulement {' et '.join(parts)}\u00a0: {len(view.fiches)} sur {count(all_of, 'fiche')}"


def group(view: PlanCalendar, place: tuple[int, ...]) -> str | None:
    """What fiches of one section are announced by; those of none, where others come before."""
    if place:
        return section(view.sections[place[0]])
    return outside(after=True) if view.sections else None


def row_title(fiche: FicheCalendar, row: FicheCalendar | EtapeCalendar) -> str:
    """A fiche by the number that is printed, and its title; a step of it by both titles."""
    name = f"{fiche.adresse} {fiche.titre}" if fiche.numero else fiche.titre
    return name if row is fiche else f"{name} – {row.titre}"


def milestone(one: Jalon) -> str:
    """`20 juin 2024`, `n° 1 le 9 octobre 2025`."""
    return long_date(one.date) if one.numero is None else f"n°\u00a0{one.numero} le {long_date(one.date)}"


def milestone_title(one: Jalon) -> str:
    """`COPIL`, `Avenant n° 1`."""
    title = one.sorte.facts.title
    return title if one.numero is None else f"{title} n°\u00a0{one.numero}"


def unread(phrases: Iterable[Phrase]) -> Iterator[str]:
    """What was not understood of some phrases, each with the phrase it is in."""
    for phrase in phrases:
        if phrase.non_compris:
            told = ", ".join(f"«\u00a0{words}\u00a0»" for words, _ in phrase.non_compris)
            whole = [words for words, _ in phrase.non_compris] == [phrase.texte]
            yield f"{NOT_UNDERSTOOD}\u00a0: {told}" + (
                "" if whole else f", dans «\u00a0{phrase.texte}\u00a0»"
            )


def days(bound: Bound) -> str:
    """The days that a bound may be: `le 1er mars 2025`, `du … au …, ou plus tard`."""
    if bound.premier == bound.dernier:
        told = f"le {long_date(bound.premier)}"
    else:
        told = f"un jour du {long_date(bound.premier)} au {long_date(bound.dernier)}"
    return told + bound.portee.facts.told


def start(one: Periode) -> str:
    """When a period starts, in words."""
    return "sans début dit" if one.debut is None else days(one.debut)


def end(one: Periode) -> str:
    """When it ends."""
    return "sans fin dite" if one.fin is None else days(one.fin)


def retours(one: Periode) -> str:
    """How often it comes back, in the words of the plan."""
    return ", ".join(beat.texte for beat in one.retours)
