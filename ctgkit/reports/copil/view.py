"""The shapes of the report to the steering committee and of a pilot's list. Codes and data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

from ctgkit.followup import Alerte, FicheState, IndicateurState, Note, Totals
from ctgkit.plan.valeurs import Annee as Year
from ctgkit.plan.valeurs import Avancement, EtatFinancement
from ctgkit.reports.fiches import FicheView
from ctgkit.schedule import Bound
from ctgkit.vocabulary.nature import NatureAction
from ctgkit.vocabulary.statut import Statut

#: `lancement`: nobody has written anything in any journal yet.
Phase: TypeAlias = Literal["lancement", "suivi"]

#: What a report is at its day, which titles it.
Moment: TypeAlias = Literal[
    "suivi",  # the plan is followed
    "lancement",  # it is not yet, in its first year or before
    "attente",  # it still is not, later than that
    "terme",  # it never was, and the convention is over
]

#: Where a fiche stands, for the committee: each is in one, the first that holds.
CodeGroupe: TypeAlias = Literal[
    "alerte",  # late, starting late or blocked
    "pause",
    "realisee",
    "en-cours",
    "a-venir",
    "abandonnee",
    "non-renseignee",
]
GROUPES: tuple[CodeGroupe, ...] = get_args(CodeGroupe)

#: What a coming day is, in the order in which those of one day are told.
CodeEcheance: TypeAlias = Literal["debut", "fin", "cible", "convention"]

#: What the plan file does not say.
CodeManque: TypeAlias = Literal[
    "signature",
    "signataires",
    "contacts",
    "copils",
    "pilotes",
    "calendrier",
    "calendrier-non-compris",
    "resultats",
    "indicateurs",
    "cible",
    "mesures",
    "montant",
    "suivi",
]

#: What is asked of a pilot about a fiche.
CodeDemande: TypeAlias = Literal[
    "terme",  # it is late: when will it end?
    "bilan",  # it is late, and the convention is over: what was done of it?
    "demarrage",  # it should have begun: when will it?
    "deblocage",  # it is blocked: what would release it?
    "reprise",  # it is paused: when does it go on?
    "premieres-nouvelles",  # nothing was ever written about it
    "nouvelles",  # nothing was written since the last committee, or for long
    "calendrier",  # its calendar is missing or was not understood
    "mesure",  # an indicator was not measured for a year, or never
    "echeance",  # it starts, or ends, before the next committee
]


@dataclass(frozen=True, slots=True)
class Renvoi:
    """A fiche as the report names it.

    Attributes:
        complete: its full address.
        nom: what the document calls a fiche: `Fiche action`.
        numero: as it is printed.
        titre: its title.
        nature: `action` or `engagement`.
        axe: the title of its first section where its number alone does not name it.
        ancre: where it stands in this report; `None` where it is not printed.
    """

    complete: str
    nom: str
    numero: str | None
    titre: str
    nature: NatureAction
    axe: str | None
    ancre: str | None


@dataclass(frozen=True, slots=True)
class Ligne:
    """A fiche and its state on the day."""

    fiche: Renvoi
    etat: FicheState


@dataclass(frozen=True, slots=True)
class Groupe:
    """The fiches that stand alike, in document order."""

    code: CodeGroupe
    lignes: tuple[Ligne, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of a section and of those below, or of the whole plan.

    Attributes:
        titre: of the section; `None` for the whole plan.
        niveau: what the document calls its level.
        numero: as it is printed.
        profondeur: 0 for the first level.
        totals: how many fiches, by status and alert.
        actions: how many of the fiches are actions; the others are commitments.
        pilotees: how many actions somebody carries.
        datees: how many fiches have a calendar that was understood whole.
        avancement: the mean progress in percent, rounded down: the fiches that were dropped do not
            count, one that says nothing counts for 0; `None` where none says anything.
        avant: the same at the end of the day `since`; `None` without one too.
    """

    titre: str | None
    niveau: str | None
    numero: str | None
    profondeur: int
    totals: Totals
    actions: int
    pilotees: int
    datees: int
    avancement: Avancement | None
    avant: Avancement | None


@dataclass(frozen=True, slots=True)
class Mouvements:
    """How many fiches moved since the day `since`, and how.

    Attributes:
        fiches: all that moved.
        journal: those about which something was written or measured.
        commencees: those that were not yet under way and are, or were.
        achevees: those that were done since.
        bloquees: those that were blocked since, and still are.
        abandonnees: those that were dropped since.
        mesures: how many measures were taken.
    """

    fiches: int
    journal: int
    commencees: int
    achevees: int
    bloquees: int
    abandonnees: int
    mesures: int


@dataclass(frozen=True, slots=True)
class Releve:
    """A value of an indicator."""

    nature: Literal["reference", "mesure", "cible"]
    date: date
    valeur: Decimal | str
    commentaire: str | None


@dataclass(frozen=True, slots=True)
class Trait:
    """A value on a chart: from 0 to 1000, from the left and from the bottom."""

    x: int
    y: int
    valeur: Decimal
    date: date


@dataclass(frozen=True, slots=True)
class Courbe:
    """The curve of an indicator.

    Attributes:
        reference: where it started.
        mesures: what was measured, by date.
        cible: where it should arrive.
        debut: the first day of the chart.
        fin: the last one.
        bas: the value at the bottom.
        haut: the value at the top.
    """

    reference: Trait | None
    mesures: tuple[Trait, ...]
    cible: Trait | None
    debut: date
    fin: date
    bas: Decimal
    haut: Decimal


@dataclass(frozen=True, slots=True)
class Indicateur:
    """An indicator of a fiche, or of one of its steps; `courbe` is `None` where there is none to draw."""

    fiche: Renvoi
    etape: str | None
    etat: IndicateurState
    releves: tuple[Releve, ...]
    courbe: Courbe | None


@dataclass(frozen=True, slots=True)
class BilanIndicateurs:
    """How many indicators: all, measured, at their target, and whose last value went the wrong way."""

    suivis: int
    mesures: int
    atteints: int
    reculent: int


@dataclass(frozen=True, slots=True)
class Financeur:
    """The money of one funder.

    Attributes:
        nom: its name; `None` where the lines name nobody.
        annees: how much in each of :attr:`Argent.annees`.
        etats: how much in each of :attr:`Argent.etats`.
        total: all of it.
    """

    nom: str | None
    annees: tuple[Decimal, ...]
    etats: tuple[Decimal, ...]
    total: Decimal


@dataclass(frozen=True, slots=True)
class Annee:
    """The money of one year.

    Attributes:
        annee: which; `None` for the lines that say none.
        etats: how much in each of :attr:`Argent.etats`.
        total: all of it.
        parts: what is given of each, in thousandths of what the richest year is given.
    """

    annee: Year | None
    etats: tuple[Decimal, ...]
    total: Decimal
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Argent:
    """The money of the plan, in euros.

    Attributes:
        etats: the states that are met, the surest last; `None` for the lines that say none.
        annees: by year.
        financeurs: the biggest first.
        par_etat: how much in each state.
        total: all of it.
        sans_montant: how many lines say no amount.
    """

    etats: tuple[EtatFinancement | None, ...]
    annees: tuple[Annee, ...]
    financeurs: tuple[Financeur, ...]
    par_etat: tuple[Decimal, ...]
    total: Decimal
    sans_montant: int


@dataclass(frozen=True, slots=True)
class Barre:
    """A stretch of time on the calendar: the widest that its words may mean, within the contract.

    Attributes:
        debut: its first day.
        fin: its last day, included.
        x: where it starts, in thousandths of the contract.
        largeur: how long it is, in the same.
        avant: whether it starts before the contract, or nobody says when.
        apres: whether it ends after the contract, or nobody says when.
    """

    debut: date
    fin: date
    x: int
    largeur: int
    avant: bool
    apres: bool


@dataclass(frozen=True, slots=True)
class LigneCalendrier:
    """A fiche on the calendar; `textes` are the phrases, as written."""

    fiche: Renvoi
    statut: Statut | None
    textes: tuple[str, ...]
    barres: tuple[Barre, ...]


@dataclass(frozen=True, slots=True)
class Repere:
    """A year or a committee on the calendar: where, in thousandths of the contract."""

    date: date
    x: int


@dataclass(frozen=True, slots=True)
class SectionCalendrier:
    """The fiches of a section of the first level, on the calendar."""

    niveau: str | None
    numero: str | None
    titre: str
    lignes: tuple[LigneCalendrier, ...]


@dataclass(frozen=True, slots=True)
class Calendrier:
    """The contract, from its first day to its last.

    Attributes:
        sections: those that have a fiche on it.
        annees: the first day of each year on it, the first day of the contract for the first.
        copils: the meetings that are on it.
        jour: the day of the report; `None` where it is outside.
        muettes: the fiches whose calendar is missing or was not understood.
    """

    sections: tuple[SectionCalendrier, ...]
    annees: tuple[Repere, ...]
    copils: tuple[Repere, ...]
    jour: Repere | None
    muettes: tuple[Renvoi, ...]


@dataclass(frozen=True, slots=True)
class Echeance:
    """Something that comes.

    Attributes:
        code: what.
        date: the last day on which it may come without being late.
        borne: the bound of the calendar, as precise as it was written.
        fiche: of what; `None` for the convention.
        etape: the title of the step, if of one.
        indicateur: the name of the indicator whose target it is.
        cible: the value that it should reach.
        unite: its unit.
    """

    code: CodeEcheance
    date: date
    borne: Bound | None = None
    fiche: Renvoi | None = None
    etape: str | None = None
    indicateur: str | None = None
    cible: Decimal | str | None = None
    unite: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A fiche about which the committee has something to decide, and why.

    Attributes:
        fiche: which.
        alertes: what calls for a decision, the most pressing first.
        note: the last note.
        pilotes: who carries it.
        echue: whether the convention is over: nothing of it can be put off any more.
    """

    fiche: Renvoi
    alertes: tuple[Alerte, ...]
    note: Note | None
    pilotes: tuple[str, ...]
    echue: bool


@dataclass(frozen=True, slots=True)
class Manque:
    """What the file does not say.

    Attributes:
        code: what.
        nombre: how many fiches do not say it; 0 for what the plan itself does not say.
        sur: out of how many that should.
        fiches: which, where they are not all.
    """

    code: CodeManque
    nombre: int = 0
    sur: int = 0
    fiches: tuple[Renvoi, ...] = ()


@dataclass(frozen=True, slots=True)
class Charge:
    """How many fiches somebody carries; `None`: nobody does."""

    pilote: str | None
    fiches: tuple[Renvoi, ...]


@dataclass(frozen=True, slots=True)
class FichePubliee:
    """A fiche printed in the report: what it says, up to the day, and its state."""

    ligne: Ligne
    fiche: FicheView


@dataclass(frozen=True, slots=True)
class Seance:
    """A meeting of the committee."""

    date: date
    objet: str | None


@dataclass(frozen=True, slots=True)
class Entete:
    """What every report starts with.

    Attributes:
        titre: the title of the plan.
        territoire: the name of the territory.
        type: what it is: `communauté de communes`.
        departement: where.
        caf: the Caf that signs.
        debut: the first day of the contract.
        fin: the last one, included.
        signature: the day it was signed.
        day: the day of the report; what is dated that day counts.
        since: the day whose end the changes start from.
        phase: whether the plan is followed.
        moment: what that makes of the report, on its day.
        seance: the committee that meets on the day.
        prochain: the next one, after the day.
        horizon: up to when what comes is told: the next committee, else a year.
        niveau: what the document calls its first level; `None` where it gives it no name.
        axes: how many sections it has there.
        non_comptees: how many entries and measures of the file are not counted.
    """

    titre: str
    territoire: str
    type: str | None
    departement: str | None
    caf: str
    debut: date
    fin: date
    signature: date | None
    day: date
    since: date | None
    phase: Phase
    moment: Moment
    seance: Seance | None
    prochain: Seance | None
    horizon: date
    niveau: str | None
    axes: int
    non_comptees: int


@dataclass(frozen=True, slots=True)
class CopilView:
    """The report to the steering committee; what is empty has nothing to say.

    Attributes:
        entete: the plan, the day.
        ensemble: the figures of the whole plan.
        parts: those of each section, in document order.
        charges: who carries how much, the most first.
        mouvements: how much moved; `None` without `since`.
        changements: the fiches that moved since then.
        groupes: all the fiches by where they stand; none at the launch.
        indicateurs: those that can be followed.
        bilan: how many indicators.
        argent: the money; `None` without any.
        calendrier: the contract; `None` where no calendar has a date.
        echeances: what comes up to the horizon, by date.
        decisions: what the committee has to decide.
        manques: what the file does not say.
        fiches: those that the committee may want to read.
    """

    entete: Entete
    ensemble: Part
    parts: tuple[Part, ...]
    charges: tuple[Charge, ...]
    mouvements: Mouvements | None
    changements: tuple[Ligne, ...]
    groupes: tuple[Groupe, ...]
    indicateurs: tuple[Indicateur, ...]
    bilan: BilanIndicateurs
    argent: Argent | None
    calendrier: Calendrier | None
    echeances: tuple[Echeance, ...]
    decisions: tuple[Decision, ...]
    manques: tuple[Manque, ...]
    fiches: tuple[FichePubliee, ...]


@dataclass(frozen=True, slots=True)
class Demande:
    """Something that is asked of a pilot.

    Attributes:
        code: what.
        alerte: what makes it necessary.
        derniere: the day of the last entry, or of the last measure.
        indicateur: the indicator to measure.
        echeance: what comes.
    """

    code: CodeDemande
    alerte: Alerte | None = None
    derniere: date | None = None
    indicateur: str | None = None
    echeance: Echeance | None = None


@dataclass(frozen=True, slots=True)
class FichePilotee:
    """A fiche that a pilot carries, whole or by some steps.

    Attributes:
        ligne: the fiche and its state.
        etapes: the titles of the steps they carry, where they do not carry the fiche.
        avec: the other pilots of the fiche.
        demandes: what is asked.
    """

    ligne: Ligne
    etapes: tuple[str, ...]
    avec: tuple[str, ...]
    demandes: tuple[Demande, ...]


@dataclass(frozen=True, slots=True)
class PiloteView:
    """The list of one pilot.

    Attributes:
        entete: the plan, the day.
        nom: the pilot, under the name of `acteurs`.
        ensemble: the figures of their fiches, those of which they carry a step only included.
        fiches: in document order.
        echeances: what comes up to the horizon, by date.
        publiees: their fiches in full.
    """

    entete: Entete
    nom: str
    ensemble: Part
    fiches: tuple[FichePilotee, ...]
    echeances: tuple[Echeance, ...]
    publiees: tuple[FichePubliee, ...]
