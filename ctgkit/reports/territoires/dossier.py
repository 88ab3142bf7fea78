"""A plan → what the report over many keeps of it: the plan itself can go."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ctgkit.followup import SILENCE
from ctgkit.followup.alerts import later
from ctgkit.plan import Plan
from ctgkit.plan.copil import est_copil
from ctgkit.reports.followed.coming import passed
from ctgkit.reports.followed.deciding import decisions
from ctgkit.reports.followed.figures import counts, living, part
from ctgkit.reports.followed.money import money
from ctgkit.reports.followed.on_day import HORIZON, PlanOnDay, meetings
from ctgkit.reports.followed.view import Argent, Decision, Seance
from ctgkit.reports.territoires.view import Convention, Lieu, Motif, Territoire
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.moment import EtatConvention
from ctgkit.vocabulary.motif import CodeMotif


class Dossier(NamedTuple):
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
    on_day = PlanOnDay(plan, day, None)
    fiches = on_day.state.fiches
    ensemble = part(fiches)
    measured = [one for one in living(fiches) if counts(one, one.avancement)]
    counted = measured if ensemble.avancement is not None else []
    held = meetings(one for one in plan.copils if est_copil(one))
    territoire = Territoire(
        lieu=Lieu(plan.territoire.nom, "territoire"),
        fichier=fichier,
        entete=on_day.entete,
        convention=_convention(plan.periode.debut, plan.periode.fin, day),
        ensemble=ensemble,
        derniere=max((one.derniere for one in fiches if one.derniere), default=None),
        precedent=next((one for one in reversed(held) if one.date <= day), None),
        passees=len(passed(on_day)),
    )
    return Dossier(
        territoire=territoire,
        sigle=plan.territoire.sigle,
        motifs=tuple(_motifs(territoire)),
        alertees=decisions(on_day),
        copils=tuple(one for one in held if day < one.date <= later(day, HORIZON)),
        argent=money(on_day),
        points=sum(one.avancement or 0 for one in counted),
        sur=len(counted),
    )


def months(first: date, last: date) -> int:
    """How many whole months lie between two days, given in order."""
    whole = 12 * (last.year - first.year) + last.month - first.month
    return whole - 1 if later(first, whole) > last else whole


def _convention(debut: date, fin: date, day: date) -> Convention:
    sur = months(debut, fin) + 1
    if day < debut:
        return Convention(EtatConvention.A_VENIR, 0, sur)
    if day > fin:
        return Convention(EtatConvention.TERMINEE, sur, sur)
    return Convention(EtatConvention.EN_COURS, months(debut, day) + 1, sur)


def _motifs(one: Territoire) -> list[Motif]:
    """What makes a territory one to look after, the most pressing first."""
    entete, day = one.entete, one.entete.jour
    alerted = dict(zip(CodeAlerte, one.ensemble.totaux.alertes, strict=True))
    found = [
        Motif(code, nombre)
        for code in CodeMotif
        if code.facts.alerte and (nombre := alerted[code.facts.alerte])
    ]

    def told(code: CodeMotif, since: date | None) -> None:
        found.append(Motif(code, date=since, mois=months(*sorted((since, day))) if since else None))

    if one.convention.etat is EtatConvention.TERMINEE:
        told(CodeMotif.TERMINEE, entete.fin)
    if one.convention.etat is not EtatConvention.EN_COURS:
        return found
    last = one.derniere or entete.debut
    if day > later(last, SILENCE):
        told(CodeMotif.MUET if one.derniere else CodeMotif.SANS_SUIVI, last)
    if entete.fin <= later(day, HORIZON):
        told(CodeMotif.TERME, entete.fin)
    met = one.precedent.date if one.precedent else None
    if entete.prochain is None and day > later(met or entete.debut, HORIZON):
        told(CodeMotif.SANS_COPIL, met)
    return found
