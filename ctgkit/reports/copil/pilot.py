"""Plan → the list of one pilot: what they carry, and what the committee asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctgkit.followup import Alerte, EtapeState, FicheState
from ctgkit.followup.alerts import later
from ctgkit.followup.pilots import Directory, key
from ctgkit.french.nearest import fold
from ctgkit.plan import Pilote, Plan, fiches
from ctgkit.reports.copil.build import previous
from ctgkit.reports.copil.coming import coming
from ctgkit.reports.copil.desk import Desk, due
from ctgkit.reports.copil.view import Demande, Echeance, FichePilotee, PiloteView

#: After how many months a measure is old.
_OLD = 12
_CLOSED = {"réalisée", "abandonnée"}
_AWAITED = {"en cours", "en pause", "bloquée"}


def pilotes(plan: Plan) -> tuple[str, ...]:
    """Everybody who carries a fiche or a step, in alphabetical order."""
    return tuple(sorted(_everybody(plan, Directory(plan)), key=lambda nom: (fold(nom), nom)))


def _everybody(plan: Plan, directory: Directory) -> set[str]:
    groups: list[tuple[Pilote, ...]] = []
    for fiche in fiches(plan):
        groups += [fiche.action.pilotes, *(etape.pilotes for etape in fiche.action.etapes)]
    return {nom for group in groups for nom in directory.names(group)}


def known(plan: Plan, nom: str) -> str | None:
    """The pilot called `nom`, under any spelling; `None` if nobody is."""
    directory = Directory(plan)
    everybody = _everybody(plan, directory)
    found = directory.name(nom)
    return found if found in everybody else None


def candidates(plan: Plan, nom: str) -> tuple[str, ...]:
    """The pilots somebody may have meant by `nom`, the nearest first, five at most."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when a name is not known)

    every = pilotes(plan)
    asked = key(nom)
    holding = [one for one in every if asked in key(one)]
    forms = {key(one): one for one in every}
    for acteur in plan.acteurs:
        for alias in acteur.alias:
            if acteur.nom in every:
                forms.setdefault(key(alias), acteur.nom)
    near = [forms[form] for form in get_close_matches(asked, forms, n=5, cutoff=0.5)]
    return tuple(dict.fromkeys([*holding, *near]))[:5]


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
    desk = Desk(plan, day, since or previous(plan, day))
    theirs = tuple(one for one in desk.state.fiches if _carries(one, name))
    desk.printed = {one.complete for one in theirs}
    echeances = tuple(one for one in coming(desk, theirs) if one.fiche and _own(one, name, theirs))
    return PiloteView(
        entete=desk.entete,
        nom=name,
        ensemble=desk.part(theirs),
        fiches=tuple(
            FichePilotee(
                desk.ligne(one),
                ()
                if name in one.propres
                else tuple(step.titre for step in one.etapes if name in step.pilotes),
                tuple(other for other in one.propres if other != name),
                tuple(_asked(desk, one, name, echeances)),
            )
            for one in theirs
        ),
        echeances=echeances,
        publiees=tuple(desk.publiees(measured=True)),
    )


def _carries(fiche: FicheState, name: str) -> bool:
    return name in fiche.pilotes or any(name in etape.pilotes for etape in fiche.etapes)


def _own(echeance: Echeance, name: str, theirs: tuple[FicheState, ...]) -> bool:
    """Whether what comes is theirs: of a fiche that they carry, or of a step that is theirs."""
    (fiche,) = (one for one in theirs if echeance.fiche and one.complete == echeance.fiche.complete)
    if name in fiche.propres:
        return True
    return any(name in step.pilotes and step.titre == echeance.etape for step in fiche.etapes)


def _asked(desk: Desk, fiche: FicheState, name: str, echeances: tuple[Echeance, ...]) -> Iterator[Demande]:
    """What is asked about a fiche, the most pressing first."""
    if fiche.statut in _CLOSED:
        return
    whole = name in fiche.propres
    steps = tuple(step for step in fiche.etapes if name in step.pilotes and step.statut not in _CLOSED)
    for one in (fiche,) if whole else steps:
        yield from _news(desk, one)
    if whole and not fiche.period.known:
        yield Demande("calendrier")
    if desk.entete.phase == "suivi":
        yield from _measures(desk, (fiche, *fiche.etapes) if whole else steps)
    for echeance in echeances:
        if echeance.fiche and echeance.fiche.complete == fiche.complete:
            yield Demande("echeance", echeance=echeance)


def _measures(desk: Desk, owners: tuple[FicheState | EtapeState, ...]) -> Iterator[Demande]:
    """The measures that are old, or were never taken."""
    for owner in owners:
        for one in owner.indicateurs:
            if due(owner.period, desk.day) if one.date is None else desk.day > later(one.date, _OLD):
                yield Demande("mesure", derniere=one.date, indicateur=one.nom)


def _news(desk: Desk, one: FicheState | EtapeState) -> Iterator[Demande]:
    alertes: dict[str, Alerte] = {alerte.code: alerte for alerte in one.alertes}
    if "en-retard" in alertes:
        yield Demande("bilan" if desk.day > desk.entete.fin else "terme", alertes["en-retard"])
    elif "demarrage-en-retard" in alertes:
        yield Demande("demarrage", alertes["demarrage-en-retard"])
    if "bloquee" in alertes:
        yield Demande("deblocage", alertes["bloquee"])
    if one.statut == "en pause":
        yield Demande("reprise", derniere=one.depuis)
    since = desk.entete.since
    if one.derniere is None:
        if due(one.period, desk.day):
            yield Demande("premieres-nouvelles")
    elif "sans-nouvelles" in alertes:
        yield Demande("nouvelles", alertes["sans-nouvelles"], one.derniere)
    elif one.statut in _AWAITED and since is not None and one.derniere <= since:
        yield Demande("nouvelles", derniere=one.derniere)
