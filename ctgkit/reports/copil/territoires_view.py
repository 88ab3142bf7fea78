"""The shapes of the report over the territories of a Caf. Codes and data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from ctgkit.followup import Totals
from ctgkit.plan.valeurs import Avancement, EtatFinancement
from ctgkit.reports.copil.view import Annee, Decision, Entete, Part, Seance

#: Where a contract stands on the day.
CodeConvention: TypeAlias = Literal["a-venir", "en-cours", "terminee"]

#: What makes a territory one to look after, the most pressing first.
CodeMotif: TypeAlias = Literal[
    "en-retard",  # some of its fiches are late
    "bloquee",  # some are blocked
    "demarrage-en-retard",  # some should have begun
    "muet",  # nothing was written in any journal for a year
    "sans-suivi",  # nothing ever was, and the contract began a year ago
    "terminee",  # the contract is over, and no plan follows it
    "terme",  # it ends within a year, and no plan follows it
    "sans-copil",  # no committee is planned, and none met for a year
]

#: Why a file that was given is not in the figures.
CodeEcart: TypeAlias = Literal[
    "erreurs",  # it has errors
    "illisible",  # it cannot be read
    "autre-periode",  # another plan of the territory is in force, or nearer to the day
]


@dataclass(frozen=True, slots=True)
class Convention:
    """Where a contract stands.

    Attributes:
        etat: whether it is under way on the day.
        mois: the month that runs on the day, from 1; 0 before the first, `sur` once it is over.
        sur: how many months it lasts, one that is begun counted whole.
    """

    etat: CodeConvention
    mois: int
    sur: int


@dataclass(frozen=True, slots=True)
class Motif:
    """Why a territory is one to look after.

    Attributes:
        code: what.
        nombre: how many fiches, for what is told of fiches; else 0.
        date: since when, or when: of the last entry (`muet`), of the first day of the contract
            (`sans-suivi`), of its last one (`terminee`, `terme`), of the last committee (`sans-copil`;
            `None` where there was none).
        mois: how many whole months lie between that date and the day; `None` without a date.
    """

    code: CodeMotif
    nombre: int = 0
    date: date | None = None
    mois: int | None = None


@dataclass(frozen=True, slots=True)
class Lieu:
    """A territory as the report names it.

    Attributes:
        nom: its name, and its department or its Caf where another has the same.
        ancre: where its line stands.
    """

    nom: str
    ancre: str


@dataclass(frozen=True, slots=True)
class Territoire:
    """A territory: a line of the report.

    Attributes:
        lieu: its name.
        fichier: the plan it is told from, as it was given.
        entete: the plan, the day.
        convention: where the contract stands.
        ensemble: the figures of the whole plan; at the launch, nothing of it is late.
        derniere: the day of the last entry of all its journals; `None` without any.
        precedent: the last committee, on the day or before.
    """

    lieu: Lieu
    fichier: str
    entete: Entete
    convention: Convention
    ensemble: Part
    derniere: date | None
    precedent: Seance | None


@dataclass(frozen=True, slots=True)
class Conventions:
    """How many contracts are to come, under way and over, on the day."""

    a_venir: int
    en_cours: int
    terminees: int


@dataclass(frozen=True, slots=True)
class Bilan:
    """The figures of all the territories.

    Attributes:
        totals: how many fiches, by status and alert.
        avancement: the mean progress of the fiches, in percent, rounded down, as for one plan; the
            fiches of the plans of which nothing says the progress are left out.
        conventions: where the contracts stand.
        suivis: how many plans have an entry in a journal.
        en_retard: in how many territories a fiche is late, in its start or its end.
        bloques: in how many a fiche is blocked.
        muets: in how many nothing was written for a year, though something was before.
    """

    totals: Totals
    avancement: Avancement | None
    conventions: Conventions
    suivis: int
    en_retard: int
    bloques: int
    muets: int


@dataclass(frozen=True, slots=True)
class ASuivre:
    """A territory to look after; `motifs` say why, the most pressing first."""

    territoire: Lieu
    motifs: tuple[Motif, ...]


@dataclass(frozen=True, slots=True)
class FichesDe:
    """Some fiches of a territory, with what calls for attention about each."""

    territoire: Lieu
    fiches: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class SeanceDe:
    """A committee that comes in a territory."""

    territoire: Lieu
    seance: Seance


@dataclass(frozen=True, slots=True)
class Terme:
    """A contract that ends within a year, or has ended.

    Attributes:
        territoire: whose.
        fin: its last day, included.
        mois: how many whole months lie between the day and that one; 0 once it has passed.
        avancement: how far its plan is, in percent; `None` where nothing says it.
        suivant: the first day of the plan that follows; `None` where none was given.
    """

    territoire: Lieu
    fin: date
    mois: int
    avancement: Avancement | None
    suivant: date | None


@dataclass(frozen=True, slots=True)
class Dotation:
    """The money of a territory, in euros.

    Attributes:
        territoire: whose.
        etats: how much in each of :attr:`ArgentTerritoires.etats`.
        total: all of it.
    """

    territoire: Lieu
    etats: tuple[Decimal, ...]
    total: Decimal


@dataclass(frozen=True, slots=True)
class ArgentTerritoires:
    """The money of all the plans, in euros.

    Attributes:
        etats: the states that are met, the surest last; `None` for the lines that say none.
        annees: by year.
        territoires: those whose plan says an amount, in the order of the report.
        par_etat: how much in each state.
        total: all of it.
        sans_montant: how many lines say no amount, in these territories.
        muets: how many territories say no amount at all.
    """

    etats: tuple[EtatFinancement | None, ...]
    annees: tuple[Annee, ...]
    territoires: tuple[Dotation, ...]
    par_etat: tuple[Decimal, ...]
    total: Decimal
    sans_montant: int
    muets: int


@dataclass(frozen=True, slots=True)
class Ecart:
    """A file that was given, and that the figures leave out.

    Attributes:
        code: why.
        fichier: its name, as it was given; `None` where `phrase` has it.
        erreurs: how many errors it has.
        phrase: why it cannot be read.
        territoire: whose plan it is, where it could be read.
        debut: the first day of its contract.
        fin: the last one, included.
        retenu: the file of the same territory that counts in its place.
    """

    code: CodeEcart
    fichier: str | None = None
    erreurs: int = 0
    phrase: str | None = None
    territoire: Lieu | None = None
    debut: date | None = None
    fin: date | None = None
    retenu: str | None = None


@dataclass(frozen=True, slots=True)
class TerritoiresView:
    """The report over the territories of a Caf; what is empty has nothing to say.

    Attributes:
        day: the day of the report; what is dated that day counts.
        cafs: the Cafs, in alphabetical order.
        territoires: in alphabetical order.
        bilan: the figures of all of them.
        a_suivre: those to look after, the most fiches late or blocked first.
        pressantes: their fiches that are late or blocked.
        a_relancer: the others about which there is no news, or that nobody carries.
        copils: the committees that come within a year, by date.
        sans_copil: the territories whose contract is under way and that have planned none.
        termes: the contracts that end within a year or have ended, by date.
        argent: the money; `None` without any.
        ecarts: the files that the figures leave out.
        non_comptees: how many entries and measures of the files are not counted.
    """

    day: date
    cafs: tuple[str, ...]
    territoires: tuple[Territoire, ...]
    bilan: Bilan
    a_suivre: tuple[ASuivre, ...]
    pressantes: tuple[FichesDe, ...]
    a_relancer: tuple[FichesDe, ...]
    copils: tuple[SeanceDe, ...]
    sans_copil: tuple[Lieu, ...]
    termes: tuple[Terme, ...]
    argent: ArgentTerritoires | None
    ecarts: tuple[Ecart, ...]
    non_comptees: int
