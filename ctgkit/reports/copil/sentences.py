"""What the report to the steering committee says in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctgkit.followup import BilanDit, Entree, Evolution, FicheState, IndicateurState, Releve
from ctgkit.french.agreement import number, plural
from ctgkit.french.breaks import counted
from ctgkit.french.capitals import capital, small
from ctgkit.french.dates import long_date
from ctgkit.french.lists import between_commas, listing
from ctgkit.french.steps import step
from ctgkit.french.units import plural_of
from ctgkit.page.blocks import Run, Runs
from ctgkit.page.writing import enumerated, runs
from ctgkit.reports.copil.view import BilanIndicateurs, CopilView, Groupe, LigneCalendrier, Manque, Mouvements
from ctgkit.reports.fiches.lines import bilan_words, status_words
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.followed.blocks import link
from ctgkit.reports.followed.sentences import percent, value
from ctgkit.reports.followed.view import Entete
from ctgkit.reports.followed.words import codes
from ctgkit.vocabulary.comite import EtatDecision
from ctgkit.vocabulary.groupe import CodeGroupe
from ctgkit.vocabulary.statut import Statut, facts_of


def retenir(view: CopilView) -> Iterator[Runs]:
    """What is to be remembered: one sentence after the other."""
    yield runs(_size(view))
    if view.entete.phase.followed:
        yield from _followed(view)
    else:
        yield from map(runs, _launched(view))
    if view.argent:
        yield runs(shared.of_plan(view.argent))
    if view.echeances:
        planned = counted(len(view.echeances), "échéance est prévue", "échéances sont prévues")
        yield runs(f"{shared.coming(view.entete)}, {planned}.")
    if todo := shared.pending(view.decidees):
        yield runs(todo)
    if view.decisions:
        yield runs(_submitted(len(view.decisions)))


def _size(view: CopilView) -> str:
    entete, totals = view.entete, view.ensemble.totaux
    if not totals.fiches:
        return "Le plan ne compte encore aucune fiche."
    said = f"Le plan compte {shared.fiches(totals.fiches)}"
    if entete.niveau and totals.fiches > 1:
        level = small(entete.niveau)
        said += f", en {counted(entete.axes, level, plural_of(level))}"
    if entete.phase.followed:
        said += shared.sized(totals)
    return f"{said}."


def _submitted(questions: int) -> str:
    if questions == 1:
        return "Un point est soumis à la décision du comité."
    return f"{counted(questions, 'point')} sont soumis à la décision du comité."


def closed_before(decisions: int) -> str:
    """How many decisions of before are told no more."""
    done = EtatDecision.MISE_EN_OEUVRE
    return (
        f"{counted(decisions, 'décision plus ancienne est', 'décisions plus anciennes sont')} "
        f"{plural(decisions, done.one, done.many)} ou {EtatDecision.SANS_SUITE}."
    )


# At the launch


def _launched(view: CopilView) -> Iterator[str]:
    """What is planned, by whom: nothing was noted yet."""
    yield _nothing_yet(view.entete)
    if view.passees:
        yield shared.passed(len(view.passees))
    actions, piloted = view.ensemble.actions, view.ensemble.pilotees
    if actions:
        yield _piloted(actions, piloted)
    if promises := view.ensemble.totaux.fiches - actions:
        yield _promised(promises, over=view.entete.moment.facts.over)
    if n := view.bilan.suivis:
        yield f"{counted(n, 'indicateur a', 'indicateurs ont')} de quoi être {plural(n, 'suivi')}."


def _nothing_yet(entete: Entete) -> str:
    if entete.moment.facts.over:
        return (
            f"{shared.ended(entete)}, et rien n'a été noté dans le"
            " plan sur ce que sont devenues les actions\u00a0: ce rapport dit ce qui était prévu."
        )
    begins = f"{capital(shared.noun_of(entete).the)} commence le {long_date(entete.debut)}"
    why = begins if entete.jour < entete.debut else "Le suivi n'a pas encore commencé"
    return f"{why}\u00a0: ce rapport dit ce qui est prévu, par qui et quand."


def passed_by(entete: Entete) -> str:
    """What the deadlines that have passed are."""
    return f"Passées au {long_date(entete.jour)}, sans que rien ait été noté"


def _piloted(actions: int, piloted: int) -> str:
    if piloted == actions:
        return (
            "L'action a un pilote."
            if actions == 1
            else f"Les {counted(actions, 'action')} ont toutes un pilote."
        )
    if not piloted:
        return "Aucune action n'a de pilote."
    return f"{counted(piloted, 'action')} sur {actions} {plural(piloted, 'a', 'ont')} un pilote."


def _promised(promises: int, *, over: bool) -> str:
    fiches = f"{counted(promises, 'fiche')} d'engagement"
    if over:
        done = plural(promises, "n'a pas été traduite", "n'ont pas été traduites")
        return f"{fiches} {done} en actions."
    return f"{fiches} {plural(promises, 'reste', 'restent')} à traduire en actions, par avenant."


# Once it is followed


def _followed(view: CopilView) -> Iterator[Runs]:
    entete = view.entete
    if entete.jour > entete.fin:
        yield runs(f"{shared.ended(entete)}.")
    if view.ensemble.avancement is not None:
        yield runs(_progress(view))
    if view.mouvements and entete.depuis_le:
        yield runs(f"Depuis le {long_date(entete.depuis_le)}, {_moved(view.mouvements)}.")
    yield from _alerted(view)
    if view.bilan.suivis:
        yield runs(_measured(view.bilan))


def _progress(view: CopilView) -> str:
    now, before, since = view.ensemble.avancement, view.ensemble.avant, view.entete.depuis_le
    said = f"L'avancement moyen est de {percent(now)}"
    if since and before is not None:
        day = long_date(since)
        said += f", comme le {day}" if before == now else f"\u00a0; il était de {percent(before)} le {day}"
    return f"{said}."


def _moved(moved: Mouvements) -> str:
    if not moved.journal:
        return "rien n'a été noté ni mesuré"
    said = counted(moved.journal, "fiche a", "fiches ont") + " du nouveau"
    turns = (
        (moved.achevees, Statut.REALISEE.one, Statut.REALISEE.many),
        (moved.commencees, "commencée", "commencées"),
        (moved.bloquees, Statut.BLOQUEE.one, Statut.BLOQUEE.many),
        (moved.abandonnees, Statut.ABANDONNEE.one, Statut.ABANDONNEE.many),
    )
    if found := [counted(n, one, several) for n, one, several in turns if n]:
        said += f", dont {listing(found)}"
    if moved.mesures:
        said += f"\u00a0; {counted(moved.mesures, 'mesure a été prise', 'mesures ont été prises')}"
    return said


def _alerted(view: CopilView) -> Iterator[Runs]:
    """Which fiches call for attention: their numbers, and the title of one that is alone."""
    for code, n in shared.alerts(view.ensemble.totaux):
        those = [one.ligne.fiche for one in view.fiches if code in codes(one.ligne.etat.alertes)]
        title = f"\u00a0– {those[0].titre}" if n == 1 else ""
        yield runs(
            f"{counted(n, *code.facts.says)}\u00a0: ", enumerated([link(one) for one in those]), f"{title}."
        )
    if not view.ensemble.totaux.alertees:
        yield runs(shared.none_alerted())


def _measured(bilan: BilanIndicateurs) -> str:
    told = (
        (bilan.mesures, "a été mesuré", "ont été mesurés"),
        (bilan.atteints, "a atteint sa cible", "ont atteint leur cible"),
    )
    if bilan.suivis == 1:
        done = [one for n, one, _ in told if n] or ["n'a pas encore été mesuré"]
        said = f"Le seul indicateur suivi {listing(done)}"
    else:
        said = counted(bilan.suivis, "indicateur est suivi", "indicateurs sont suivis")
    if bilan.suivis == bilan.mesures > 1 and not bilan.atteints:
        said = f"Les {counted(bilan.suivis, 'indicateur suivi', 'indicateurs suivis')} ont été mesurés"
    elif bilan.suivis > 1 and (found := [counted(n, one, several) for n, one, several in told if n]):
        said += f"\u00a0: {' et '.join(found)}"
    if bilan.reculent:
        said += f"\u00a0; {_whose(bilan)} va dans le mauvais sens"
    return f"{said}."


def _whose(bilan: BilanIndicateurs) -> str:
    if bilan.suivis == 1:
        return "sa dernière mesure"
    if bilan.reculent == 1:
        return "la dernière mesure de l'un d'eux"
    return f"la dernière mesure de {number(bilan.reculent)} d'entre eux"


# What moved


def turn(etat: FicheState, was: Evolution) -> str:
    """A turn of the status or of the progress: `en cours → réalisée, 80 % → 100 %`; empty without any."""
    turns = []
    if was.statut != etat.statut:
        turns.append(f"{facts_of(was.statut).one} → {facts_of(etat.statut).one}")
    if was.avancement != etat.avancement:
        before = "" if was.avancement is None else f"{percent(was.avancement)} → "
        turns.append(f"{before}{percent(etat.avancement)}")
    return ", ".join(turns)


def news(one: Entree | Releve | BilanDit) -> str:
    """What was noted, measured, or looked back on."""
    if isinstance(one, BilanDit):
        of_step = f"{step()} «\u00a0{one.etape}\u00a0», " if one.etape else ""
        return f"{long_date(one.date)}\u00a0: {of_step}{bilan_words(one)}"
    return entry(one) if isinstance(one, Entree) else measure(one)


def entry(one: Entree) -> str:
    """An entry of the journal."""
    of_step = f"{step()} «\u00a0{one.etape}\u00a0», " if one.etape else ""
    where = between_commas(
        [
            status_words(one.statut, one.echeance),
            None if one.avancement is None else percent(one.avancement),
        ]
    )
    return f"{long_date(one.date)}\u00a0: {of_step}{'. '.join(part for part in (where, one.note) if part)}"


def measure(one: Releve) -> str:
    """A measure."""
    said = f"{long_date(one.date)}\u00a0: «\u00a0{one.indicateur}\u00a0», {value(one.valeur, one.unite)}"
    return f"{said}. {one.commentaire}" if one.commentaire else said


# Where the fiches are


def group_title(code: CodeGroupe) -> str:
    """What the fiches of a group are."""
    return capital(code.many)


def group_size(groupe: Groupe, groupes: tuple[Groupe, ...]) -> str:
    """How many fiches a group has, and how many a reader would count in it that press above."""
    said = str(len(groupe.lignes))
    facts = groupe.code.facts.statut
    pressing = [one for other in groupes if other.code.facts.statut is None for one in other.lignes]
    above = sum(1 for one in pressing if facts is not None and facts_of(one.etat.statut) is facts)
    return f"{said}, et {number(above)} en retard ci-dessus" if above else said


def last_note(etat: FicheState) -> str:
    """The last note, else what else is known from the journal, else what the calendar says."""
    if etat.bilan and (etat.note is None or etat.note.date <= etat.bilan.date):
        return f"{capital(bilan_words(etat.bilan))} ({long_date(etat.bilan.date)})"
    if etat.note:
        return shared.noted(etat.note)
    if etat.derniere:
        return _without_note(etat, etat.derniere)
    if etat.depense:
        return "Des dépenses sont notées, sans date"
    if etat.calendrier.textes:
        texts = ", ".join(f"«\u00a0{one}\u00a0»" for one in etat.calendrier.textes)
        engaged = ", déjà engagée" if etat.calendrier.a_commence else ""
        return f"Rien de noté\u00a0; calendrier\u00a0: {texts}{engaged}"
    return "Rien de noté"


def _without_note(etat: FicheState, last: date) -> str:
    """What news without words say."""
    if etat.statut and etat.depuis:
        facts = facts_of(etat.statut)
        return f"{capital(facts.one)} {'le' if facts.closed else 'depuis le'} {long_date(etat.depuis)}"
    return f"Dernières nouvelles le {long_date(last)}, sans note"


# Indicators


def indicator(one: IndicateurState, *, none_measured: bool = False) -> str:
    """Where an indicator is.

    Args:
        one: the indicator.
        none_measured: whether none is: it need not be said of each.
    """
    quiet = none_measured and one.mesure is None and (one.reference is not None or one.cible is not None)
    parts = [] if quiet else [_last_measure(one)]
    if one.reference is not None:
        parts.append(f"au départ\u00a0: {value(one.reference, one.unite)}")
    if one.cible is not None:
        day = f" le {long_date(one.echeance)}" if one.mesure is None and one.echeance else ""
        parts.append(f"cible\u00a0: {value(one.cible, one.unite)}{day}")
    if one.favorable is False and not one.atteinte:
        parts.append("la dernière mesure va dans le mauvais sens")
    return capital("\u00a0; ".join(parts)) + "."


def _last_measure(one: IndicateurState) -> str:
    if one.mesure is None or one.date is None:
        return "aucune mesure"
    reached = "cible atteinte\u00a0: " if one.atteinte else ""
    return f"{reached}{value(one.mesure, one.unite)} le {long_date(one.date)}"


def way(one: IndicateurState) -> str:
    """How much of the way to its target is done; empty where it cannot be told, or all of it is."""
    if one.part is None or one.atteinte:
        return ""
    done = "en recul" if one.part < 0 else percent(round(one.part * 100))
    return f"Chemin parcouru\u00a0: {done}."


def curve_marks(*, none_measured: bool) -> str:
    """What the marks of curves mean."""
    measures = "" if none_measured else "ronds, les mesures\u00a0; "
    return (
        f"Sur les courbes\u00a0: carré, la référence\u00a0; {measures}losange et ligne pointillée, la cible."
    )


# The calendar


def stretches(line: LigneCalendrier, *, followed: bool) -> str:
    """What the bars of a fiche say."""
    told = [
        f"du {long_date(one.debut)} au {long_date(one.fin)}{' et au-delà' if one.apres else ''}"
        for one in line.barres
    ]
    return ", ".join([*told, facts_of(line.statut).one] if followed else told)


def calendar_marks(today: str | None, meetings: int) -> str:
    """What the marks of the calendar mean."""
    day = f"Trait plein\u00a0: le {today}. " if today else ""
    dotted = plural(
        meetings,
        "Trait pointillé\u00a0: un comité de pilotage. ",
        "Traits pointillés\u00a0: les comités de pilotage. ",
    )
    return (
        f"{day}{dotted if meetings else ''}Une barre couvre tous les jours que les mots du calendrier peuvent"
        " vouloir dire\u00a0; une flèche, une fin que rien ne fixe."
    )


def undated(number_of: int, entete: Entete) -> str:
    """Which fiches are not on the calendar."""
    why = f"dont le calendrier manque, n'a pas été compris ou sort {shared.noun_of(entete).of}"
    return f"{plural(number_of, 'Fiche')} {why}\u00a0: "


# What is missing


REMINDER = "Pour mémoire\u00a0: ce que le plan peut encore préciser."


def lacking(one: Manque) -> Runs:
    """What the file does not say, and of which fiches."""
    said = capital(one.code.one)
    if not one.nombre:
        return runs(said)
    if not one.fiches:
        every = "la seule action" if one.nombre == 1 else f"les {counted(one.nombre, 'action')}"
        where = runs(Run(every, role="quiet"))
    else:
        quiet = [link(fiche)._replace(role="quiet") for fiche in one.fiches]
        counted_of = f"{counted(one.nombre, 'action')} sur {one.sur}\u00a0: " if one.sur > 1 else ""
        where = runs(Run(counted_of, role="quiet") if counted_of else "", enumerated(quiet))
    return runs(f"{said} ", Run("(", role="quiet"), where, Run(")", role="quiet"))


def colophon(entete: Entete) -> str:
    """Where the report comes from."""
    said = f"Rapport écrit par ctgkit à partir du seul plan d'actions. {shared.state_of_plan(entete.jour)}"
    left_out = shared.non_comptees(entete.non_comptees, entete.convention) if entete.non_comptees else ""
    return " ".join(filter(None, (said, left_out)))
