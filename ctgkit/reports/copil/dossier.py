"""A plan → what the report over many keeps of it: the plan itself can go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from ctgkit.followup import SILENCE
from ctgkit.followup.alerts import later
from ctgkit.plan import Plan
from ctgkit.reports.copil.build import decisions
from ctgkit.reports.copil.desk import HORIZON, Desk
from ctgkit.reports.copil.money import money
from ctgkit.reports.copil.territoires_view import CodeMotif, Convention, Lieu, Motif, Territoire
from ctgkit.reports.copil.view import Argent, Decision, Seance
from ctgkit.vocabulary.alerte import CodeAlerte

#: The alerts of a fiche that make its territory one to look after.
CodePressante: TypeAlias = Literal["en-retard", "bloquee", "demarrage-en-retard"]
PRESSANTES: tuple[CodePressante, ...] = get_args(CodePressante)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A plan among many, on a day.

    Attributes:
        territoire: its line.
        sigle: the short name of the territory.
        motifs: what makes it one to look after.
        alertees: its fiches that call for attention, the most pressing first.
        copils: the committees of the year that comes, by date.
        argent: its money.
        points: the progress of its fiches, added up; 0 where nothing says any.
        sur: of how many fiches: those that were not dropped; 0 where nothing says any.
    """

    territoire: Territoire
    sigle: str | None
    motifs: tuple[Motif, ...]
    alertees: tuple[Decision, ...]
    copils: tuple[Seance, ...]
    argent: Argent | None
    points: int
    sur: int


def dossier(fichier: str, plan: Plan, day: date) -> Dossier:
    """What is kept of a plan.

    Args:
        fichier: its file, as the user gave it.
        plan: the plan.
        day: the day of the report; what is dated that day counts.
    """
    desk = Desk(plan, day, None)
    fiches = desk.state.fiches
    ensemble = desk.part(fiches)
    living = [one for one in fiches if one.statut != "abandonnée"] if ensemble.avancement is not None else []
    meetings = sorted((Seance(one.date, one.objet) for one in plan.copils), key=lambda one: one.date)
    territoire = Territoire(
        lieu=Lieu(plan.territoire.nom, "territoire"),
        fichier=fichier,
        entete=desk.entete,
        convention=_convention(plan.periode.debut, plan.periode.fin, day),
        ensemble=ensemble,
        derniere=max((one.derniere for one in fiches if one.derniere), default=None),
        precedent=next((one for one in reversed(meetings) if one.date <= day), None),
    )
    return Dossier(
        territoire=territoire,
        sigle=plan.territoire.sigle,
        motifs=tuple(_motifs(territoire)),
        alertees=decisions(desk),
        copils=tuple(one for one in meetings if day < one.date <= later(day, HORIZON)),
        argent=money(plan),
        points=sum(one.avancement or 0 for one in living),
        sur=len(living),
    )


def months(first: date, last: date) -> int:
    """How many whole months lie between two days, given in order."""
    whole = 12 * (last.year - first.year) + last.month - first.month
    return whole - 1 if later(first, whole) > last else whole


def _convention(debut: date, fin: date, day: date) -> Convention:
    sur = months(debut, fin) + 1
    if day < debut:
        return Convention("a-venir", 0, sur)
    if day > fin:
        return Convention("terminee", sur, sur)
    return Convention("en-cours", months(debut, day) + 1, sur)


def _motifs(one: Territoire) -> list[Motif]:
    """What makes a territory one to look after, the most pressing first."""
    entete, day = one.entete, one.entete.day
    found = [
        Motif(code, nombre)
        for code in PRESSANTES
        if (nombre := one.ensemble.totals.alertes[[*CodeAlerte].index(CodeAlerte.of(code))])
    ]

    def told(code: CodeMotif, since: date | None) -> None:
        found.append(Motif(code, date=since, mois=months(*sorted((since, day))) if since else None))

    if one.convention.etat == "terminee":
        told("terminee", entete.fin)
    if one.convention.etat != "en-cours":
        return found
    last = one.derniere or entete.debut
    if day > later(last, SILENCE):
        told("muet" if one.derniere else "sans-suivi", last)
    if entete.fin <= later(day, HORIZON):
        told("terme", entete.fin)
    met = one.precedent.date if one.precedent else None
    if entete.prochain is None and day > later(met or entete.debut, HORIZON):
        told("sans-copil", met)
    return found
