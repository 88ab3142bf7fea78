"""The shapes of the state. Codes and data only: whoever shows them words them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

from ctgkit.plan.valeurs import Avancement
from ctgkit.schedule import Bound
from ctgkit.schedule.period import Reason
from ctgkit.vocabulary.indicateur import Sens
from ctgkit.vocabulary.nature import NatureAction
from ctgkit.vocabulary.statut import Statut

#: The statuses, in the order in which a plan is summed up.
STATUTS: tuple[Statut, ...] = tuple(Statut)
#: What having none of them is called, beside them.
NON_RENSEIGNEE = "non renseignée"

#: What calls for attention; each is defined in :mod:`ctgkit.followup.alerts`.
CodeAlerte: TypeAlias = Literal[
    "en-retard", "demarrage-en-retard", "bloquee", "sans-nouvelles", "sans-pilote"
]
#: The codes, the most pressing first.
ALERTES: tuple[CodeAlerte, ...] = get_args(CodeAlerte)

#: Where a status or a progress was taken from.
Origin: TypeAlias = Literal["journal", "statut", "etapes"]

#: Why no share of the way to its target can be told of an indicator.
Untold: TypeAlias = Literal[
    "sans-mesure",  # nothing was measured up to the day
    "sans-cible",  # there is no target
    "sans-reference",  # nobody says where it started
    "qualitatif",  # one of the values is no number
    "sur-place",  # the target is the reference
    "sens-contraire",  # the target is not on the side that `sens` wants
]
#: How the last value compares with the one before.
Trend: TypeAlias = Literal["hausse", "baisse", "stable"]


@dataclass(frozen=True, slots=True)
class Alerte:
    """Something that calls for attention, and the data behind it.

    Attributes:
        code: one of :data:`ALERTES`.
        day: since when. `en-retard`, `demarrage-en-retard`: the last day on which it was not late yet;
            `bloquee`: the day of the entry that blocked it; `sans-nouvelles`: the day of the last
            entry; `sans-pilote`: `None`.
        days: from `day` to the day of the state.
        bound: the end or the start that has passed, as precise as it was written.
    """

    code: CodeAlerte
    day: date | None = None
    days: int | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the journal, and where it was written: `etape` is the title of the step, if in one."""

    date: date
    texte: str
    auteur: str | None
    etape: str | None = None


@dataclass(frozen=True, slots=True)
class Entree:
    """An entry of the journal of a fiche (`etape` is `None`) or of one of its steps."""

    date: date
    statut: Statut | None
    avancement: Avancement | None
    note: str | None
    auteur: str | None
    etape: str | None = None


@dataclass(frozen=True, slots=True)
class Releve:
    """A measure, with the name of its indicator."""

    date: date
    indicateur: str
    valeur: Decimal | str
    unite: str | None
    commentaire: str | None
    etape: str | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """What is in the file and is not counted.

    Attributes:
        adresse: of its fiche.
        etape: the title of its step, if it is in one.
        kind: an entry of the journal, or a measure.
        date: its date.
        reason: `apres`, it is dated after the day; `avant`, before the contract.
    """

    adresse: str
    etape: str | None
    kind: Literal["entree", "mesure"]
    date: date
    reason: Literal["apres", "avant"]


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of time of a calendar; a bound that is `None` is open."""

    start: Bound | None
    end: Bound | None
    recurrences: tuple[str, ...]  #: the words that say how often


@dataclass(frozen=True, slots=True)
class PeriodState:
    """When, over all the calendar phrases of a fiche or a step.

    Attributes:
        textes: the phrases, as written.
        spans: what was read in them, in their order.
        start: where the first span that is dated starts; `None` where it is open or not known.
        end: where the last one ends; `None` where it is open or not known.
        known: whether there is at least one phrase, and all of each was understood. Where it is
            not, `start` and `end` are `None`: what was not understood might be before or after.
        unread: the words that were not understood, and why.
        begun: whether a phrase says that it has begun (« depuis 2023 »).
    """

    textes: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    start: Bound | None = None
    end: Bound | None = None
    known: bool = False
    unread: tuple[tuple[str, Reason], ...] = ()
    begun: bool = False


@dataclass(frozen=True, slots=True)
class IndicateurState:
    """An indicator that says more than its name, on a day.

    Attributes:
        nom: what is measured.
        unite: its unit.
        reference: the value it started from.
        cible: the value it should reach.
        echeance: the day by which it should.
        mesure: the last value up to the day, `None` without any.
        date: the day of that measure.
        commentaire: what explains it.
        mesures: how many there are up to the day.
        sens: the direction that is wanted: the file's, else the one from reference to target.
        part: how much of the way from reference to target is done: 0 at the reference, 1 at the
            target, less than 0 on the wrong side, more than 1 beyond; to four decimals.
        ecart: what is left from the last value to the target, negative where it must fall.
        atteinte: whether the target is reached, in the direction that is wanted.
        untold: why `part` cannot be told; `None` where it is.
        tendance: how the last value compares with the one before (with the reference, where it is
            the only one and the reference is older).
        favorable: whether that is the direction that is wanted; `None` where it is stable or no
            direction is known.
    """

    nom: str
    unite: str | None
    reference: Decimal | str | None
    cible: Decimal | str | None
    echeance: date | None
    mesure: Decimal | str | None
    date: date | None
    commentaire: str | None
    mesures: int
    sens: Sens | None
    part: Decimal | None
    ecart: Decimal | None
    atteinte: bool | None
    untold: Untold | None
    tendance: Trend | None
    favorable: bool | None


@dataclass(frozen=True, slots=True)
class EtapeState:
    """A step on a day; the attributes are those of :class:`FicheState`."""

    titre: str
    statut: Statut | None
    depuis: date | None
    avancement: Avancement | None
    avancement_from: Origin | None
    note: Note | None
    derniere: date | None
    silence: int | None
    period: PeriodState
    pilotes: tuple[str, ...]
    alertes: tuple[Alerte, ...]
    indicateurs: tuple[IndicateurState, ...]


@dataclass(frozen=True, slots=True)
class Evolution:
    """What became of a fiche after `since`, up to the day of the state.

    Attributes:
        statut: the status at the end of the day `since`.
        avancement: the progress then.
        entrees: the entries of the fiche and its steps since, by date.
        mesures: the measures since, by date.
        apparues: the alerts that it has and had not.
        levees: the alerts that it had and has no more.
    """

    statut: Statut | None
    avancement: Avancement | None
    entrees: tuple[Entree, ...]
    mesures: tuple[Releve, ...]
    apparues: tuple[CodeAlerte, ...]
    levees: tuple[CodeAlerte, ...]

    @property
    def moved(self) -> bool:
        """Whether anything at all happened; that a date went by is something too."""
        return bool(self.noted or self.apparues or self.levees)

    @property
    def noted(self) -> bool:
        """Whether something was written or measured: alerts may come and go without."""
        return bool(self.entrees or self.mesures)


@dataclass(frozen=True, slots=True)
class FicheState:
    """A fiche on a day.

    Attributes:
        adresse: as it is shown.
        complete: `<axis>/<numero>`.
        titre: its title.
        nature: `action` or `engagement`.
        sections: its sections in :attr:`PlanState.sections`, from the axis down.
        statut: the last one written; without any, what the steps make together; `None` where
            nothing says it (*non renseignée*).
        statut_from: where it was taken from.
        depuis: the day of the entry since which it has this status; `None` where the steps say it.
        avancement: in percent; `None` where nothing says it.
        avancement_from: where it was taken from.
        note: the last note, of the fiche or of one of its steps (of the fiche, on one day).
        derniere: the day of the last entry, of the fiche or of one of its steps.
        silence: days from that entry to the day of the state.
        period: when.
        pilotes: who, under the names of `acteurs`.
        alertes: in the order of :data:`ALERTES`.
        etapes: its steps.
        indicateurs: its indicators that say more than their name.
        evolution: what moved; `None` where no `since` was given.
    """

    adresse: str
    complete: str
    titre: str
    nature: NatureAction
    sections: tuple[int, ...]
    statut: Statut | None
    statut_from: Origin | None
    depuis: date | None
    avancement: Avancement | None
    avancement_from: Origin | None
    note: Note | None
    derniere: date | None
    silence: int | None
    period: PeriodState
    pilotes: tuple[str, ...]
    alertes: tuple[Alerte, ...]
    etapes: tuple[EtapeState, ...]
    indicateurs: tuple[IndicateurState, ...]
    evolution: Evolution | None

    @property
    def codes(self) -> frozenset[CodeAlerte]:
        """The codes of its alerts."""
        return frozenset(alerte.code for alerte in self.alertes)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many fiches.

    Attributes:
        fiches: all of them.
        statuts: how many of each of :data:`STATUTS`, in that order.
        non_renseignees: how many without a status.
        alertes: how many with each of :data:`ALERTES`, in that order.
        alertees: how many with at least one.
    """

    fiches: int = 0
    statuts: tuple[int, ...] = (0,) * len(STATUTS)
    non_renseignees: int = 0
    alertes: tuple[int, ...] = (0,) * len(ALERTES)
    alertees: int = 0

    def __add__(self, other: Totals) -> Totals:
        """The totals of both."""
        return Totals(
            self.fiches + other.fiches,
            tuple(map(int.__add__, self.statuts, other.statuts)),
            self.non_renseignees + other.non_renseignees,
            tuple(map(int.__add__, self.alertes, other.alertes)),
            self.alertees + other.alertees,
        )


@dataclass(frozen=True, slots=True)
class SectionState:
    """A section, with the totals of its fiches and of those of the sections below."""

    niveau: str | None  #: what the document calls this level: `Axe`
    profondeur: int  #: 0 for the first level
    numero: str | None
    titre: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class Group:
    """Fiches that have something in common.

    Attributes:
        key: what: the rank of a section in :attr:`PlanState.sections`, a name, a status, a year;
            `None` for the fiches that have none.
        fiches: in document order.
        totals: theirs.
    """

    key: int | str | None
    fiches: tuple[FicheState, ...]
    totals: Totals


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan on a day.

    Attributes:
        titre: the title of the plan.
        territoire: the name of the territory.
        caf: the Caf that signs.
        debut: the first day of the contract.
        fin: the last one, included.
        day: the day of the state; what is dated that day counts.
        since: the day whose end `evolution` starts from.
        totals: of all the fiches.
        sections: all of them, each before the ones below it.
        fiches: in document order.
        ignored: what is not counted, in the order of the file.
    """

    titre: str
    territoire: str
    caf: str
    debut: date
    fin: date
    day: date
    since: date | None
    totals: Totals
    sections: tuple[SectionState, ...]
    fiches: tuple[FicheState, ...]
    ignored: tuple[Ignored, ...]
