"""Plan → the list of one pilot: what they carry, and what the committee asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctgkit.followup import EtapeState, FicheState
from ctgkit.followup.alerts import later
from ctgkit.plan import Plan
from ctgkit.reports.followed.coming import coming
from ctgkit.reports.followed.decided import decided
from ctgkit.reports.followed.figures import part
from ctgkit.reports.followed.on_day import PlanOnDay, due, previous
from ctgkit.reports.followed.printed import publiees
from ctgkit.reports.followed.view import DecisionPrise, Echeance
from ctgkit.reports.followed.words import codes, told
from ctgkit.reports.pilote.people import known
from ctgkit.reports.pilote.view import Demande, FichePilotee, PiloteView
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.demande import CodeDemande, demanded
from ctgkit.vocabulary.statut import facts_of

#: After how many months a measure is old.
_OLD = 12


def pilote(plan: Plan, nom: str, day: date, *, since: date | None = None) -> PiloteView | None:
    """The list of the pilot called `nom`, under any spelling; `None` if nobody is.

    Args:
        plan: the plan.
        nom: who.
        day: the day of the list; what is dated that day counts.
        since: the day after which news are expected; the last committee before `day` by default.

    Raises:
        ValueError: if `since` is not before `day`.
    """
    name = known(plan, nom)
    if name is None:
        return None
    on_day = PlanOnDay(plan, day, since or previous(plan, day), coordonnees=True)
    theirs = tuple(one for one in on_day.state.fiches if _carries(one, name))
    on_day.printed = {one.complete for one in theirs}
    echeances = tuple(one for one in coming(on_day, theirs) if one.fiche and _own(one, name, theirs))
    return PiloteView(
        entete=on_day.entete,
        nom=name,
        ensemble=part(theirs),
        fiches=tuple(
            FichePilotee(
                on_day.ligne(one),
                ()
                if name in one.propres
                else tuple(step.titre for step in one.etapes if _answers(one, step, name)),
                tuple(other for other in one.propres if other != name),
                tuple(_asked(on_day, one, name, echeances)),
            )
            for one in theirs
        ),
        decidees=tuple(_theirs_to_carry_out(on_day, name)),
        echeances=echeances,
        publiees=tuple(publiees(on_day, measured=True)),
    )


def _theirs_to_carry_out(on_day: PlanOnDay, name: str) -> Iterator[DecisionPrise]:
    """What was decided that they answer for, or that is about a fiche of theirs, and is not carried out."""
    for one in decided(on_day):
        theirs = one.responsable is not None and known(on_day.plan, one.responsable) == name
        about = any(fiche.complete in on_day.printed for fiche in one.fiches)
        if one.etat.facts.pending and (theirs or about):
            yield one


def _carries(fiche: FicheState, name: str) -> bool:
    return name in fiche.pilotes or any(name in etape.pilotes for etape in fiche.etapes)


def _own(echeance: Echeance, name: str, theirs: tuple[FicheState, ...]) -> bool:
    """Whether what comes is theirs: of a fiche that they carry, or of a step that is theirs."""
    (fiche,) = (one for one in theirs if echeance.fiche and one.complete == echeance.fiche.complete)
    if name in fiche.propres:
        return True
    return any(_answers(fiche, step, name) and step.titre == echeance.etape for step in fiche.etapes)


def _answers(fiche: FicheState, step: EtapeState, name: str) -> bool:
    """Whether a step is theirs: what nobody carries is in the list of those who carry its fiche."""
    return name in (step.pilotes or fiche.pilotes)


def _asked(
    on_day: PlanOnDay, fiche: FicheState, name: str, echeances: tuple[Echeance, ...]
) -> Iterator[Demande]:
    """What is asked about a fiche, the most pressing first."""
    if facts_of(fiche.statut).closed:
        return
    whole = name in fiche.propres
    fiche = on_day.as_expected(fiche)
    steps = tuple(
        one for one in fiche.etapes if _answers(fiche, one, name) and not facts_of(one.statut).closed
    )
    for one in (fiche,) if whole else steps:
        yield from _news(on_day, one)
    if whole and not fiche.calendrier.compris:
        yield Demande(CodeDemande.CALENDRIER, calendrier=fiche.calendrier)
    if on_day.entete.phase.followed:
        yield from _measures(on_day, (fiche, *fiche.etapes) if whole else steps)
    for echeance in echeances:
        if echeance.fiche and echeance.fiche.complete == fiche.complete:
            yield Demande(CodeDemande.ECHEANCE, echeance=echeance)


def _measures(on_day: PlanOnDay, owners: tuple[FicheState | EtapeState, ...]) -> Iterator[Demande]:
    """The measures that are old, or were never taken."""
    for owner in owners:
        for one in owner.indicateurs:
            if due(owner.calendrier, on_day.day) if one.date is None else on_day.day > later(one.date, _OLD):
                yield Demande(CodeDemande.MESURE, derniere=one.date, indicateur=one.nom)


def _news(on_day: PlanOnDay, one: FicheState | EtapeState) -> Iterator[Demande]:
    """What is asked about where something stands: first what its alerts make necessary."""
    followed = on_day.entete.phase.followed
    # Nobody knows what became of what nobody follows: that comes before another end for it.
    over = on_day.day > on_day.entete.fin or not followed
    asked = [
        Demande(code, alerte)
        for alerte in told(one.alertes)
        if (code := demanded(alerte.code, over=over)) is not None
    ]
    yield from asked
    if facts_of(one.statut).paused:
        yield Demande(CodeDemande.REPRISE, derniere=one.depuis)
    silent = next((alerte for alerte in one.alertes if CodeAlerte.SANS_NOUVELLES in codes([alerte])), None)
    since = on_day.entete.depuis_le
    if one.derniere is None:
        said = isinstance(one, FicheState) and one.dite
        if not said and due(one.calendrier, on_day.day) and (followed or not asked):
            yield Demande(CodeDemande.PREMIERES_NOUVELLES)
    elif silent is not None:
        yield Demande(CodeDemande.NOUVELLES, silent, one.derniere)
    elif facts_of(one.statut).awaits_news and since is not None and one.derniere <= since:
        yield Demande(CodeDemande.NOUVELLES, derniere=one.derniere)
