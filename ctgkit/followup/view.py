"""The shapes of the state. Codes and data only: whoever shows them words them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from ctgkit.french.described import described
from ctgkit.plan.valeurs import Avancement
from ctgkit.schedule import Bound
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.bilan import Appreciation, Proposition
from ctgkit.vocabulary.calendrier import Precision, Raison, Unite
from ctgkit.vocabulary.indicateur import Empechement, Sens, Tendance
from ctgkit.vocabulary.nature import NatureAction
from ctgkit.vocabulary.statut import Statut
from ctgkit.vocabulary.suivi import Motif, Provenance, SorteDonnee


@described("une alerte", "alertes", "Une alerte, et ce dont elle vient.")
class Alerte(NamedTuple):
    """Something that calls for attention, and the data behind it."""

    code: Annotated[CodeAlerte, "Laquelle."]
    jour: Annotated[date | None, "Depuis quand\u00a0: l'échéance passée, ou les dernières nouvelles."] = None
    jours: Annotated[int | None, "Combien de jours depuis."] = None
    borne: Annotated[Bound | None, "La borne passée du calendrier."] = None


@described("une note", "notes", "Une note du journal.")
class Note(NamedTuple):
    """A note of the journal, and where it was written: `etape` is the title of the step, if in one."""

    date: Annotated[date, "Son jour."]
    texte: Annotated[str, "Ce qu'elle dit."]
    auteur: Annotated[str | None, "Qui l'a écrite."]
    etape: Annotated[
        str | None, "Le titre de l'étape dont c'est le journal\u00a0; rien si c'est celui de la fiche."
    ] = None


@described("une entrée nouvelle", "entrées nouvelles", "Une entrée écrite depuis le jour demandé.")
class Entree(NamedTuple):
    """An entry of the journal of a fiche (`etape` is `None`) or of one of its steps."""

    date: Annotated[date, "Son jour."]
    statut: Annotated[Statut | None, "Le statut qu'elle donne."]
    avancement: Annotated[Avancement | None, "L'avancement qu'elle donne, en pour cent."]
    note: Annotated[str | None, "Sa note."]
    auteur: Annotated[str | None, "Qui l'a écrite."]
    etape: Annotated[str | None, "Le titre de l'étape dont c'est le journal."] = None
    echeance: Annotated[str | None, "De ce qui est reporté, la nouvelle échéance."] = None


@described("un bilan noté", "bilans notés", "Le bilan d'une fiche ou d'une étape, en quelques mots.")
class BilanDit(NamedTuple):
    """What a fiche has come to, in a few words."""

    date: Annotated[date, "Son jour."]
    appreciation: Annotated[Appreciation | None, "Ce que l'on en juge."]
    proposition: Annotated[Proposition | None, "Ce que l'on propose."]
    resultats: Annotated[tuple[str, ...], "Ce qui a été obtenu, point par point."]
    etape: Annotated[str | None, "Le titre de l'étape dont c'est le bilan."] = None


@described("une mesure nouvelle", "mesures nouvelles", "Une mesure prise depuis le jour demandé.")
class Releve(NamedTuple):
    """A measure, with the name of its indicator."""

    date: Annotated[date, "Son jour."]
    indicateur: Annotated[str, "Ce que l'on mesure."]
    valeur: Annotated[Decimal | str, "La valeur."]
    unite: Annotated[str | None, "Son unité."]
    commentaire: Annotated[str | None, "Ce qui l'explique."]
    etape: Annotated[str | None, "Le titre de l'étape dont c'est l'indicateur."] = None


@described(
    "une donnée non comptée", "données non comptées", "Ce que le fichier contient et qui n'est pas compté."
)
class Ignored(NamedTuple):
    """What is in the file and is not counted."""

    adresse: Annotated[str, "La fiche."]
    etape: Annotated[str | None, "L'étape."]
    sorte: Annotated[SorteDonnee, "Une entrée du journal, ou une mesure."]
    date: Annotated[date, "Sa date."]
    motif: Annotated[Motif, "Après le jour de l'état, ou avant la convention."]


@described(
    "un retour", "retours", "À quel rythme cela revient\u00a0: tant de fois, toutes les tant d'unités."
)
class Retour(NamedTuple):
    """How often: the words that say so, and what was read in them (`times` every `every` units)."""

    texte: Annotated[str, "Les mots qui le disent."]
    unite: Annotated[Unite, "Ce que l'on compte."]
    toutes_les: Annotated[int, "Toutes les combien d'unités."]
    fois: Annotated[int | None, "Combien de fois\u00a0; rien si les mots ne le disent pas."]


@described("une période de calendrier", "périodes de calendrier", "Un intervalle de temps.")
class Periode(NamedTuple):
    """One stretch of time."""

    id: Annotated[str, "Ce qui la distingue des autres, même si la fiche change de numéro."]
    texte: Annotated[str, "Les mots de la phrase qui la disent."]
    debut: Annotated[Bound | None, "Les jours où elle peut commencer\u00a0; rien si son début est ouvert."]
    fin: Annotated[Bound | None, "Les jours où elle peut finir\u00a0; rien si sa fin est ouverte."]
    premier: Annotated[
        date | None,
        "Le premier jour qu'elle peut avoir\u00a0; un début ouvert est celui de la convention."
        " Rien si seul un rythme est dit.",
    ]
    dernier: Annotated[date | None, "Le dernier, compris\u00a0; une fin ouverte est celle de la convention."]
    retours: Annotated[tuple[Retour, ...], "Ce qui revient pendant ce temps."]
    convention: Annotated[bool, "Si une de ses bornes est celle de la convention."]
    reserve: Annotated[
        str | None,
        "Les mots qui la mettent en doute («\u00a0à confirmer\u00a0»)\u00a0: elle est possible, et rien n'est"
        " en retard.",
    ] = None

    @property
    def datee(self) -> Annotated[bool, "Si elle dit quand\u00a0: un rythme seul ne le dit pas."]:
        """Whether it says when; one that only says how often does not."""
        return self.premier is not None


@described(
    "une phrase de calendrier",
    "phrases de calendrier",
    "Une phrase, telle que le document l'écrit, et ce qui en a été compris.",
)
class Phrase(NamedTuple):
    """A calendar phrase."""

    texte: Annotated[str, "La phrase."]
    fixee: Annotated[bool, "Si des dates données à côté remplacent ce que disent ses mots."]
    periodes: Annotated[tuple[Periode, ...], "Ce qui en a été compris, dans son ordre."]
    non_compris: Annotated[tuple[tuple[str, Raison], ...], "Les mots qui n'ont pas été compris, et pourquoi."]


@described(
    "un calendrier lu",
    "calendriers lus",
    "Quand, selon toutes les phrases de calendrier d'une fiche ou d'une étape.",
)
class PeriodState(NamedTuple):
    """When, over all the calendar phrases of a fiche or a step."""

    phrases: Annotated[tuple[Phrase, ...], "Le calendrier, phrase par phrase."] = ()
    reprises: Annotated[
        tuple[Phrase, ...], "Les phrases des étapes, là où une fiche n'a pas de calendrier qui soit compris."
    ] = ()
    debut: Annotated[
        Bound | None, "Le début du premier intervalle\u00a0; rien s'il est ouvert ou inconnu."
    ] = None
    fin: Annotated[Bound | None, "La fin du dernier\u00a0; rien si elle est ouverte ou inconnue."] = None
    compris: Annotated[bool, "Si tout le calendrier a été compris."] = False
    a_commence: Annotated[
        bool,
        "S'il dit que l'action a commencé («\u00a0depuis 2023\u00a0»), ou la fait commencer avant la"
        " signature\u00a0: elle est déjà engagée.",
    ] = False
    etapes: Annotated[int, "De combien d'étapes c'est le calendrier\u00a0; 0 si c'est le sien."] = 0
    sans_date: Annotated[int, "Combien de ces étapes ne disent pas quand."] = 0

    @property
    def textes(self) -> Annotated[tuple[str, ...], "Le calendrier, tel qu'il est écrit."]:
        """The phrases, as written; what several steps say alike is there once."""
        return tuple(dict.fromkeys(one.texte for one in (*self.phrases, *self.reprises)))

    @property
    def periodes(self) -> Annotated[tuple[Periode, ...], "Ce qui en a été compris, phrase après phrase."]:
        """What was read in the phrases, in their order."""
        return tuple(periode for one in self.reprises or self.phrases for periode in one.periodes)

    @property
    def en_continu(
        self,
    ) -> Annotated[bool, "S'il n'a pas de fin à lui\u00a0: un rythme sans fin dite, ou toute la convention."]:
        """Whether it has no end of its own: a rhythm that goes on, or the whole convention."""
        return self.compris and bool(self.periodes) and all(map(_lasts, self.periodes))

    @property
    def non_compris(
        self,
    ) -> Annotated[tuple[tuple[str, Raison], ...], "Les mots qui n'ont pas été compris, et pourquoi."]:
        """The words that were not understood, and why."""
        return tuple(words for one in (*self.phrases, *self.reprises) for words in one.non_compris)


def _lasts(one: Periode) -> bool:
    if one.fin is None:
        return bool(one.retours)
    return one.debut is not None and one.debut.precision is one.fin.precision is Precision.CONTRAT


@described("un état d'indicateur", "états d'indicateur", "Où en est un indicateur qui dit plus que son nom.")
class IndicateurState(NamedTuple):
    """An indicator that says more than its name, on a day."""

    nom: Annotated[str, "Ce que l'on mesure."]
    unite: Annotated[str | None, "Son unité."]
    reference: Annotated[Decimal | str | None, "La valeur de départ."]
    cible: Annotated[Decimal | str | None, "La valeur visée."]
    echeance: Annotated[date | None, "Le jour où elle l'est."]
    mesure: Annotated[Decimal | str | None, "La dernière mesure."]
    date: Annotated[date | None, "Le jour de cette mesure."]
    commentaire: Annotated[str | None, "Ce qui l'explique."]
    mesures: Annotated[int, "Combien il y a de mesures."]
    sens: Annotated[Sens | None, "Le sens souhaité."]
    part: Annotated[
        Decimal | None,
        "La part du chemin faite de la référence (0) à la cible (1)\u00a0; elle peut en sortir.",
    ]
    ecart: Annotated[Decimal | None, "Ce qui reste jusqu'à la cible\u00a0; moins de 0 s'il faut baisser."]
    atteinte: Annotated[bool | None, "Si la cible est atteinte."]
    empechement: Annotated[Empechement | None, "Pourquoi la part ne peut pas être dite."]
    tendance: Annotated[Tendance | None, "Comment la dernière mesure se compare à la précédente."]
    favorable: Annotated[bool | None, "Si c'est le sens souhaité."]


@described("un état d'étape", "états d'étape", "Où en est une étape ce jour-là.")
class EtapeState(NamedTuple):
    """A step on a day."""

    titre: Annotated[str, "Son titre."]
    statut: Annotated[Statut | None, "Son statut."]
    depuis: Annotated[date | None, "Le jour de l'entrée qui l'a dit."]
    reportee_a: Annotated[str | None, "De ce qui est reporté, la nouvelle échéance."]
    report: Annotated[Phrase | None, "De même, ce qui en a été compris."]
    avancement: Annotated[Avancement | None, "L'avancement, en pour cent."]
    provenance_avancement: Annotated[Provenance | None, "D'où il vient."]
    note: Annotated[Note | None, "La dernière note."]
    bilan: Annotated[BilanDit | None, "Le dernier bilan."]
    derniere: Annotated[
        date | None, "Le jour des dernières nouvelles\u00a0: une entrée, une mesure ou un bilan."
    ]
    silence: Annotated[int | None, "Combien de jours depuis."]
    calendrier: Annotated[PeriodState, "Quand."]
    pilotes: Annotated[tuple[str, ...], "Qui, sous les noms de l'annuaire."]
    alertes: Annotated[tuple[Alerte, ...], "Les alertes, la plus pressante d'abord."]
    indicateurs: Annotated[tuple[IndicateurState, ...], "Les indicateurs que l'on peut suivre."]

    @property
    def codes(self) -> Annotated[frozenset[CodeAlerte], "Les codes de ses alertes."]:
        """The codes of its alerts."""
        return frozenset(alerte.code for alerte in self.alertes)


@described("une évolution", "évolutions", "Ce qu'une fiche est devenue depuis le jour demandé.")
class Evolution(NamedTuple):
    """What became of a fiche after `since`, up to the day of the state."""

    statut: Annotated[Statut | None, "Le statut d'alors."]
    avancement: Annotated[Avancement | None, "L'avancement d'alors, en pour cent."]
    entrees: Annotated[tuple[Entree, ...], "Les entrées depuis, par date."]
    mesures: Annotated[tuple[Releve, ...], "Les mesures depuis, par date."]
    bilans: Annotated[tuple[BilanDit, ...], "Les bilans depuis, par date."]
    apparues: Annotated[tuple[CodeAlerte, ...], "Les alertes nouvelles."]
    levees: Annotated[tuple[CodeAlerte, ...], "Les alertes qui n'en sont plus."]

    @property
    def a_bouge(
        self,
    ) -> Annotated[bool, "S'il s'est passé quelque chose\u00a0; qu'une échéance soit passée en est une."]:
        """Whether anything at all happened; that a date went by is something too."""
        return bool(self.du_nouveau or self.apparues or self.levees)

    @property
    def du_nouveau(self) -> Annotated[bool, "Si quelque chose a été noté ou mesuré."]:
        """Whether something was written or measured: alerts may come and go without."""
        return bool(self.entrees or self.mesures or self.bilans)


def by_date(evolution: Evolution) -> tuple[Entree | Releve | BilanDit, ...]:
    """What was noted, measured and looked back on, by date; of one day, what was noted first."""
    news: tuple[Entree | Releve | BilanDit, ...] = (
        *evolution.entrees,
        *evolution.mesures,
        *evolution.bilans,
    )
    return tuple(sorted(news, key=lambda one: one.date))


@described(
    "un état de fiche",
    "états de fiche",
    "Où en est une fiche ce jour-là\u00a0; tout se calcule de son journal.",
)
class FicheState(NamedTuple):
    """A fiche on a day."""

    adresse: Annotated[str, "Son adresse, telle qu'on la donne."]
    complete: Annotated[str, "Son adresse avec celle de son axe."]
    numero: Annotated[str | None, "Son numéro\u00a0; rien si le document n'en imprime pas."]
    titre: Annotated[str, "Son titre."]
    nature: Annotated[NatureAction, "Ce qu'elle est."]
    sections: Annotated[
        tuple[int, ...],
        "Le rang, à partir de 0, de chacune de ses sections parmi toutes celles du plan, axe d'abord.",
    ]
    statut: Annotated[Statut | None, "Son statut\u00a0; rien si elle n'est pas renseignée."]
    provenance_statut: Annotated[Provenance | None, "D'où il vient."]
    depuis: Annotated[date | None, "Le jour de l'entrée qui l'a dit."]
    reportee_a: Annotated[str | None, "De ce qui est reporté, la nouvelle échéance."]
    report: Annotated[Phrase | None, "De même, ce qui en a été compris."]
    avancement: Annotated[Avancement | None, "L'avancement, en pour cent."]
    provenance_avancement: Annotated[Provenance | None, "D'où il vient."]
    note: Annotated[Note | None, "La dernière note."]
    bilan: Annotated[BilanDit | None, "Le dernier bilan."]
    derniere: Annotated[
        date | None, "Le jour des dernières nouvelles\u00a0: une entrée, une mesure ou un bilan."
    ]
    silence: Annotated[int | None, "Combien de jours depuis."]
    depense: Annotated[bool, "S'il est dit que de l'argent en est dépensé\u00a0: des nouvelles sans date."]
    calendrier: Annotated[PeriodState, "Quand."]
    pilotes: Annotated[tuple[str, ...], "Qui, sous les noms de l'annuaire."]
    par_etapes: Annotated[bool, "Si ses pilotes sont ceux de ses étapes, faute des siens."]
    alertes: Annotated[tuple[Alerte, ...], "Les alertes, la plus pressante d'abord."]
    etapes: Annotated[tuple[EtapeState, ...], "Ses étapes."]
    indicateurs: Annotated[tuple[IndicateurState, ...], "Les indicateurs que l'on peut suivre."]
    evolution: Annotated[
        Evolution | None, "Ce qui a bougé depuis le jour demandé\u00a0; rien si aucun ne l'est."
    ]

    @property
    def propres(self) -> Annotated[tuple[str, ...], "Ses propres pilotes, qui la portent tout entière."]:
        """Its own pilots, who carry the whole of it."""
        return () if self.par_etapes else self.pilotes

    @property
    def codes(self) -> Annotated[frozenset[CodeAlerte], "Les codes de ses alertes."]:
        """The codes of its alerts."""
        return frozenset(alerte.code for alerte in self.alertes)

    @property
    def dite(self) -> Annotated[bool, "Si quelque chose est dit de ce qu'elle devient, daté ou non."]:
        """Whether anything is said of what becomes of it, dated or not."""
        return self.derniere is not None or self.depense


@described("des totaux", "totaux", "Combien de fiches.")
class Totals(NamedTuple):
    """How many fiches."""

    fiches: Annotated[int, "Toutes."] = 0
    statuts: Annotated[tuple[int, ...], "Combien ont chaque statut, dans l'ordre des statuts."] = (0,) * len(
        Statut
    )
    non_renseignees: Annotated[int, "Combien n'ont pas de statut."] = 0
    alertes: Annotated[tuple[int, ...], "Combien ont chaque alerte, dans l'ordre des codes d'alerte."] = (
        0,
    ) * len(CodeAlerte)
    alertees: Annotated[int, "Combien en ont au moins une."] = 0


@described(
    "un état de section",
    "états de section",
    "Une section, et ses fiches avec celles des sections du dessous.",
)
class SectionState(NamedTuple):
    """A section, with the totals of its fiches and of those of the sections below."""

    niveau: Annotated[str | None, "Le nom de son niveau dans le document."]
    profondeur: Annotated[int, "0 pour un axe."]
    numero: Annotated[str | None, "Son numéro."]
    titre: Annotated[str, "Son titre."]
    totaux: Annotated[Totals, "Ses totaux."]


class Group(NamedTuple):
    """Fiches that have something in common.

    Attributes:
        key: what: the rank of a section in :attr:`PlanState.sections`, a name, a status, a year;
            `None` for the fiches that have none.
        fiches: in document order.
        totals: theirs.
    """

    cle: int | str | None
    fiches: tuple[FicheState, ...]
    totaux: Totals


@described("un état de plan", "états de plan", "Un plan, à la fin d'un jour.")
class PlanState(NamedTuple):
    """A plan on a day."""

    titre: Annotated[str, "Le titre du plan."]
    territoire: Annotated[str, "Le nom du territoire."]
    convention: Annotated[str, "Ce qui est signé\u00a0: convention territoriale globale…"]
    caf: Annotated[str | None, "La Caf signataire\u00a0; rien si aucune ne signe."]
    debut: Annotated[date, "Le premier jour de la convention."]
    fin: Annotated[date, "Le dernier, compris."]
    periode: Annotated[str, "Les deux, tels que le document les dit, ou en chiffres\u00a0: 2021-2024."]
    jour: Annotated[date, "Le jour de l'état."]
    depuis_le: Annotated[date | None, "Le jour depuis lequel on dit ce qui a bougé."]
    totaux: Annotated[Totals, "Les totaux de tout le plan, quelles que soient les fiches demandées."]
    sections: Annotated[tuple[SectionState, ...], "Ses sections, chacune avant celles du dessous."]
    fiches: Annotated[tuple[FicheState, ...], "Les fiches demandées."]
    non_comptees: Annotated[tuple[Ignored, ...], "Ce qui n'est pas compté."]
