"""The fiche: an action, or the commitment to write actions later, with all it carries."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from ctgkit.plan.base import RIEN, Element
from ctgkit.plan.bilan import Bilans
from ctgkit.plan.contact import Contacts
from ctgkit.plan.declaration import Champ, Liste, Nom, ReadBy, Regime, Unreadable
from ctgkit.plan.intitules import Intitules
from ctgkit.plan.montant import MontantEcrit, lire_montant
from ctgkit.plan.texte import Libres, Points, Texte, deplies, est_phrase, lire_element, lire_liste
from ctgkit.plan.valeurs import Annees, Avancement, Date, Nombre, ValeurMesuree
from ctgkit.vocabulary.argent import EtatFinancement, SectionBudget
from ctgkit.vocabulary.indicateur import Sens, TypeIndicateur
from ctgkit.vocabulary.nature import NatureAction, Origine
from ctgkit.vocabulary.priorite import Priorite
from ctgkit.vocabulary.statut import Statut

#: A pilot's time as documents word it, whatever the spaces: :meth:`Pilote.phrase` gives back those of French.
_ETP = re.compile(
    r"(?P<nom>.*[^ \u00a0\u202f])[ \u00a0\u202f]*:[ \u00a0\u202f](?P<etp>\d+(?:,\d+)?)[ \u00a0\u202f]ETP",
    re.DOTALL | re.ASCII,
)


def verifier_ordre(debut: date | None, fin: date | None) -> None:
    """Checks that a period does not end before it starts; both days are included.

    Raises:
        Unreadable: `fin_avant_debut`.
    """
    if debut is not None and fin is not None and fin < debut:
        raise Unreadable("fin_avant_debut", debut=debut, fin=fin)


def _lire_pilote(valeur: Any) -> Any:
    if est_phrase(valeur, Pilote.KEYS) and (chapeau := valeur.chapeau()) is not None:
        return {"nom": chapeau[0], "pilotes": chapeau[1]}
    lu = lire_element(Pilote, "nom", valeur)
    if lu is not valeur and (trouve := _ETP.fullmatch(lu["nom"])):
        return {"nom": trouve["nom"], "etp": trouve["etp"]}
    return lu


def _lire_pilotes(valeur: Any) -> Any:
    # Nobody is below the pilot of the line above: each line of a block is one.
    return deplies(valeur, lambda _: True) if isinstance(valeur, list) else lire_liste(valeur)


def _lire_indicateur(valeur: Any) -> Any:
    return lire_element(Indicateur, "nom", valeur)


def _lire_indicateurs(valeur: Any) -> Any:
    """A list, or one for each type of indicator."""
    types = {un.many: un for un in TypeIndicateur}
    if not isinstance(valeur, dict) or not valeur or not valeur.keys() <= types.keys():
        return lire_liste(valeur)
    return [
        _du_type(lu, types[cle])
        for cle, ceux in valeur.items()
        if ceux is not None
        for lu in lire_liste(ceux)
    ]


def _du_type(valeur: Any, un: TypeIndicateur) -> Any:
    lu = _lire_indicateur(valeur)
    return {"type": un, **lu} if isinstance(lu, dict) else lu


def _lire_calendrier(valeur: Any) -> Any:
    return lire_element(Calendrier, "texte", valeur)


def _lire_calendriers(valeur: Any) -> Any:
    """One text, one element with its keys, or a list of either."""
    if isinstance(valeur, dict) and not valeur.keys().isdisjoint(Calendrier.KEYS):
        return [valeur]
    return lire_liste(valeur)


class Pilote(Element):
    """Who carries an action, or (with `pilotes`) the words that introduce several of them."""

    CALLED = Nom("pilote", "pilotes", code="pilote")
    WHERE = "`pilotes`"
    # The first pilot named is the one who answers for the action.
    PAIRED = Liste(
        CALLED,
        ordered=True,
        name=("nom",),
        keys=(("nom",), ("role", "structure")),
        texts=("nom", "structure", "pilotes"),
        single=True,
    )

    nom: Annotated[
        Texte,
        Champ(
            "Le nom du pilote : une structure, un service ou une fonction.",
            regime=Regime.PERSONNE,
            acteur=True,
        ),
    ]
    etp: Annotated[
        Nombre | None,
        Champ("Le temps consacré, en équivalents temps plein : 0,25.", nom="temps consacré"),
    ] = None
    structure: Annotated[
        Texte | None,
        Champ("Pour quelle structure, si `nom` est une personne : c'est elle qui porte.", feminine=True),
    ] = None
    role: Annotated[Texte | None, Champ("À quel titre : élue référente, service pilote…", nom="rôle")] = None
    pilotes: Annotated[
        Pilotes, Champ("Les pilotes que cette ligne introduit (« En fonction des actions : »).")
    ] = ()

    def phrase(self) -> str:
        """The line as documents word it: `Coordinatrice jeunesse : 0,20 ETP`."""
        who = ", ".join(one for one in (self.nom, self.role, self.structure) if one)
        return who if self.etp is None else f"{who} : {str(self.etp).replace('.', ',')} ETP"

    def noms(self) -> tuple[str, ...]:
        """The names on this line, without the words that only introduce them.

        Somebody who acts for a structure is called by it: persons come and go.
        """
        if self.pilotes:
            return tuple(nom for pilote in self.pilotes for nom in pilote.noms())
        return (self.structure or self.nom,)

    def personnes(self) -> tuple[tuple[str, str], ...]:
        """The persons on this line who act for a structure, each with it."""
        if self.pilotes:
            return tuple(one for pilote in self.pilotes for one in pilote.personnes())
        return ((self.nom, self.structure),) if self.structure else ()


Pilotes = Annotated[tuple[Annotated[Pilote, ReadBy(_lire_pilote, "Pilote")], ...], ReadBy(_lire_pilotes)]


class Repere(Element):
    """A value of an indicator on a day: where it started, or where it should arrive."""

    CALLED = Nom("valeur datée", "valeurs datées", feminine=True, code="repere")
    WHERE = "`reference` ou `cible`"
    ATOMIC = True

    date: Annotated[Date, Champ("La date de la valeur, AAAA-MM-JJ.", feminine=True)]
    valeur: Annotated[
        ValeurMesuree, Champ("La valeur, dans l'unité de l'indicateur.", feminine=True, prose=False)
    ]


class Mesure(Repere):
    """A measured value, taken during the contract."""

    CALLED = Nom("mesure", "mesures", feminine=True, code="mesure")
    WHERE = "`mesures`"
    PAIRED = Liste(CALLED, ordered=False, name=("date",), keys=(("date",),), texts=("commentaire",))
    ATOMIC = False

    commentaire: Annotated[Texte | None, Champ("Ce qui explique la valeur.")] = None


class Indicateur(Element):
    """An indicator: its name alone, or with what it takes to follow it."""

    CALLED = Nom("indicateur", "indicateurs", code="indicateur")
    WHERE = "`indicateurs`"
    PAIRED = Liste(CALLED, ordered=False, name=("nom",), keys=(("nom",),), texts=("nom",))

    nom: Annotated[Texte, Champ("Ce que l'on mesure, tel que le document l'écrit.")]
    type: Annotated[
        TypeIndicateur | None, Champ("Ce qu'il donne : {mots_dits}.", regime=Regime.PRECISION)
    ] = None
    unite: Annotated[
        Texte | None,
        Champ("L'unité : places, familles, %, €…", nom="unité", feminine=True, regime=Regime.PRECISION),
    ] = None
    reference: Annotated[
        Repere | None,
        Champ("La valeur de départ et sa date.", nom="référence", feminine=True, regime=Regime.PRECISION),
    ] = None
    cible: Annotated[Repere | None, Champ("La valeur visée et sa date.", feminine=True)] = None
    sens: Annotated[Sens | None, Champ("Le sens souhaité : {mots}.", regime=Regime.PRECISION)] = None
    mesures: Annotated[
        tuple[Mesure, ...],
        Champ("Les valeurs relevées, au fil du temps (suivi : hors contrat).", regime=Regime.SUIVI),
    ] = ()


Indicateurs = Annotated[
    tuple[Annotated[Indicateur, ReadBy(_lire_indicateur, "Indicateur")], ...],
    ReadBy(_lire_indicateurs, "Indicateurs"),
]


class Calendrier(Element):
    """When, as the document words it, with the dates that settle an ambiguous wording."""

    CALLED = Nom("calendrier", "calendriers", code="calendrier")
    WHERE = "`calendrier`"
    PAIRED = Liste(CALLED, ordered=True, name=("texte",), keys=(("texte",),), texts=("texte",), single=True)

    texte: Annotated[Texte, Champ("Le calendrier tel que le document l'écrit : « 2nd semestre 2021 ».")]
    debut: Annotated[
        Date | None,
        Champ("Le premier jour, inclus, AAAA-MM-JJ.", nom="premier jour", regime=Regime.DATES),
    ] = None
    fin: Annotated[
        Date | None, Champ("Le dernier jour, inclus, AAAA-MM-JJ.", nom="dernier jour", regime=Regime.DATES)
    ] = None

    def check(self) -> None:
        """A calendar does not end before it starts."""
        verifier_ordre(self.debut, self.fin)


Calendriers = Annotated[
    tuple[Annotated[Calendrier, ReadBy(_lire_calendrier, "Calendrier")], ...],
    ReadBy(_lire_calendriers, "Calendriers"),
]


class EntreeSuivi(Element):
    """One entry of the journal: what was known of the action on a day."""

    CALLED = Nom("entrée", "entrées", feminine=True, code="entree")
    WHERE = "`suivi`"
    # Two entries of one day: the last written is the state.
    PAIRED = Liste(
        CALLED,
        ordered=True,
        name=("date", "auteur"),
        keys=(("date", "auteur"), ("date",)),
        texts=("note", "statut", "auteur"),
    )

    date: Annotated[Date, Champ("Le jour de l'entrée, AAAA-MM-JJ.", feminine=True)]
    statut: Annotated[
        Statut | None,
        Champ("Le statut à partir de ce jour. Le retard ne s'écrit pas : il se calcule."),
    ] = None
    echeance: Annotated[
        Texte | None,
        Champ(
            "De ce qui est reporté, la nouvelle échéance : une date, ou une phrase (septembre 2027).",
            nom="nouvelle échéance",
            feminine=True,
        ),
    ] = None
    avancement: Annotated[Avancement | None, Champ("L'avancement, de 0 à 100 %.")] = None
    note: Annotated[Texte | None, Champ("Ce qu'il faut savoir, en une phrase ou deux.", feminine=True)] = None
    auteur: Annotated[Texte | None, Champ("Qui l'a noté.")] = None

    def check(self) -> None:
        """An entry says something."""
        if self.statut is None and self.avancement is None and self.note is None:
            raise Unreadable("entree_vide")


Journal = tuple[EntreeSuivi, ...]


def _lire_cout(valeur: Any) -> Any:
    """A text is what is paid; one that is only an amount is that."""
    lu = lire_element(Cout, "objet", valeur)
    if lu is valeur:
        return valeur
    try:
        montant = lire_montant(lu["objet"])
    except Unreadable:
        return lu
    return lu if montant.valeur is None else {"montant": montant}


def _lire_financement(valeur: Any) -> Any:
    return lire_element(Financement, "objet", valeur)


class Cout(Element):
    """What an action costs, whoever pays."""

    CALLED = Nom("coût", "coûts", code="cout")
    WHERE = "`couts`"
    PAIRED = Liste(
        CALLED,
        ordered=False,
        name=("objet", "annee"),
        keys=(("objet", "annee", "section"), ("objet", "annee"), ("objet",), ("annee", "montant")),
        texts=("objet",),
    )

    objet: Annotated[Texte | None, Champ("Ce qui est à payer.")] = None
    montant: Annotated[
        MontantEcrit | None, Champ("Combien, tel que le document l'écrit : 12 500 €, 50 000 € / an.")
    ] = None
    annee: Annotated[
        Annees | None, Champ("L'année, ou les années : 2025, 2025-2028.", nom="année", feminine=True)
    ] = None
    section: Annotated[
        SectionBudget | None, Champ("La section du budget : {mots}.", nom="section", feminine=True)
    ] = None
    realise: Annotated[
        MontantEcrit | None,
        Champ("Ce qui est dépensé (suivi : hors contrat).", nom="réalisé", regime=Regime.SUIVI),
    ] = None


class Financement(Element):
    """Money for an action: who, how much, when, and how sure it is."""

    CALLED = Nom("ligne de financement", "lignes de financement", feminine=True, code="financement")
    WHERE = "`financements`"
    FORMER = (("nature", "section"),)
    PAIRED = Liste(
        CALLED,
        ordered=False,
        name=("financeur", "annee", "objet"),
        keys=(
            ("financeur", "annee", "section", "montant", "objet"),
            ("financeur", "annee", "section", "etat", "objet"),
            ("financeur", "annee", "section", "objet"),
            ("financeur", "annee", "section"),
            ("financeur", "annee"),
            ("financeur", "montant"),
        ),
        texts=("objet",),
    )

    financeur: Annotated[Texte | None, Champ("Qui finance.", acteur=True)] = None
    montant: Annotated[
        MontantEcrit | None, Champ("Combien, tel que le document l'écrit : 12 500 €, 50 000 € / an.")
    ] = None
    annee: Annotated[
        Annees | None, Champ("L'année, ou les années : 2025, 2025-2028.", nom="année", feminine=True)
    ] = None
    section: Annotated[
        SectionBudget | None, Champ("La section du budget : {mots}.", nom="section", feminine=True)
    ] = None
    etat: Annotated[
        EtatFinancement | None,
        Champ("Où il en est : {mots} (suivi : hors contrat).", nom="état", regime=Regime.SUIVI),
    ] = None
    realise: Annotated[
        MontantEcrit | None,
        Champ("Ce qui est versé (suivi : hors contrat).", nom="réalisé", regime=Regime.SUIVI),
    ] = None
    objet: Annotated[Texte | None, Champ("Ce que l'argent paie.")] = None


Couts = Annotated[tuple[Annotated[Cout, ReadBy(_lire_cout, "Cout")], ...], ReadBy(lire_liste)]
Financements = Annotated[
    tuple[Annotated[Financement, ReadBy(_lire_financement, "Financement")], ...], ReadBy(lire_liste)
]


class Contenu(Element):
    """What a fiche and a step of one may say."""

    numero: Annotated[
        Texte | None,
        Champ(
            "Le numéro imprimé : 1.1, 1.10, 2.3.1. Ou `id` ; l'un des deux, sauf pour un engagement.",
            nom="numéro",
            prose=False,
        ),
    ] = None
    id: Annotated[
        Texte | None,
        Champ(
            "Un nom court et stable, là où le document n'imprime pas de numéro : ludotheque.",
            nom="identifiant",
            prose=False,
        ),
    ] = None
    titre: Annotated[Texte, Champ("Le titre imprimé.")]
    nature: Annotated[NatureAction, Champ("Ce qu'est la fiche : {mots_dits}.", feminine=True)] = (
        NatureAction.ACTION
    )
    origine: Annotated[
        Origine | None, Champ("Où en était l'action à la signature : {mots_dits}.", feminine=True)
    ] = None
    priorite: Annotated[
        Priorite | None,
        Champ(
            "Ce qui passe d'abord : {mots} (suivi : hors contrat).",
            nom="priorité",
            feminine=True,
            regime=Regime.SUIVI,
        ),
    ] = None
    intitules: Annotated[
        Intitules,
        Champ(
            "Les intitulés de cette fiche, là où ils diffèrent de ceux de `vocabulaire.rubriques`.",
            nom="intitulés",
            ordered=False,
            regime=Regime.AUCUN,
        ),
    ] = RIEN
    constats: Annotated[Points, Champ("Pourquoi : les constats du diagnostic.", intitule="Constats")] = ()
    descriptif: Annotated[
        Points, Champ("Quoi : ce que l'action consiste à faire.", intitule="Descriptif")
    ] = ()
    publics: Annotated[
        Points, Champ("Pour qui : le public ciblé.", intitule="Public ciblé", ordered=False)
    ] = ()
    pilotes: Annotated[
        Pilotes,
        Champ("Qui porte l'action : des noms, ou `nom` avec `etp`, `structure`, `role`.", intitule="Pilotes"),
    ] = ()
    partenaires: Annotated[
        Points,
        Champ(
            "Avec qui : les acteurs et partenaires associés.",
            intitule="Partenaires",
            ordered=False,
            acteur=True,
        ),
    ] = ()
    moyens: Annotated[
        Points, Champ("Avec quoi : les moyens et les ressources.", intitule="Moyens et ressources")
    ] = ()
    dispositifs: Annotated[
        Points,
        Champ("Les dispositifs mobilisables.", intitule="Dispositifs mobilisables", ordered=False),
    ] = ()
    vigilance: Annotated[
        Points, Champ("Les points de vigilance ou d'attention.", intitule="Points de vigilance")
    ] = ()
    resultats: Annotated[Points, Champ("Les résultats attendus.", intitule="Résultats attendus")] = ()
    indicateurs: Annotated[
        Indicateurs,
        Champ(
            "Comment on évaluera l'action : des textes, ou `nom` avec `unite`, `cible`, `mesures`… ; ou deux"
            " listes, `quantitatifs` et `qualitatifs`.",
            intitule="Indicateurs",
        ),
    ] = ()
    calendrier: Annotated[
        Calendriers,
        Champ(
            "Quand, tel que le document l'écrit : « À partir de 2021 », ou `texte`, `debut`, `fin`.",
            intitule="Calendrier",
        ),
    ] = ()
    rubriques: Annotated[
        Libres, Champ("Toute autre rubrique de la fiche : son intitulé, puis ses points.")
    ] = RIEN
    couts: Annotated[
        Couts,
        Champ(
            "Ce que l'action coûte, qui que ce soit qui paie : des textes, ou `montant`, `annee`…",
            intitule="Coûts",
        ),
    ] = ()
    financements: Annotated[
        Financements,
        Champ(
            "Qui paie, ligne par ligne : des textes, ou `financeur`, `montant`, `annee`…",
            intitule="Financements",
        ),
    ] = ()
    contacts: Annotated[
        Contacts, Champ("Qui en répond aujourd'hui (suivi : hors contrat).", regime=Regime.SUIVI)
    ] = ()
    suivi: Annotated[
        Journal,
        Champ("Le journal de l'action (suivi : hors contrat).", nom="journal", regime=Regime.SUIVI),
    ] = ()
    bilan: Annotated[
        Bilans, Champ("Le bilan de l'action, date par date (suivi : hors contrat).", regime=Regime.SUIVI)
    ] = ()

    @property
    def nom(self) -> str | None:
        """What its address ends with: its number, or its `id` where the document prints none."""
        return self.numero or self.id


class Etape(Contenu):
    """A step or an operation of an action: a fiche without steps."""

    CALLED = Nom("étape", "étapes", feminine=True, code="etape")
    WHERE = "une étape"
    PAIRED = Liste(
        CALLED,
        ordered=True,
        name=("titre",),
        keys=(("id",), ("titre",), ("numero",)),
        texts=("titre", "descriptif", "pilotes", "calendrier", "publics", "indicateurs"),
    )


class Action(Contenu, before="couts"):
    """One fiche of the plan."""

    CALLED = Nom("fiche", "fiches", feminine=True, code="fiche")
    WHERE = "une fiche"
    PAIRED = Liste(CALLED, ordered=True)

    etapes: Annotated[
        tuple[Etape, ...],
        Champ(
            "Les étapes ou opérations de l'action : `titre`, et les mêmes clés qu'une fiche.",
            feminine=True,
            intitule="Étapes",
        ),
    ] = ()

    def check(self) -> None:
        """What is no promise of later actions has a name to be called by."""
        if self.nom is None and not self.nature.facts.promise:
            raise Unreadable("action_sans_numero")
