"""The fiche: an action, or the commitment to write actions later, with all it carries."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ctgkit.plan.base import Element
from ctgkit.plan.intitules import Intitules
from ctgkit.plan.texte import (
    Points,
    Texte,
    est_phrase,
    lire_liste,
    lire_texte,
    sans_vides,
)
from ctgkit.plan.valeurs import (
    Annee,
    Avancement,
    Date,
    EtatFinancement,
    Montant,
    NatureAction,
    NatureDepense,
    Nombre,
    Origine,
    Sens,
    Statut,
    TypeIndicateur,
    ValeurMesuree,
    mot_de,
)

#: A pilot's time as documents word it, in the one form that :meth:`Pilote.phrase` gives back.
_ETP = re.compile(r"(?P<nom>.*\S) : (?P<etp>\d+(?:,\d+)?) ETP", re.DOTALL | re.ASCII)


def verifier_ordre(debut: date | None, fin: date | None) -> None:
    """Checks that a period does not end before it starts; both days are included.

    Raises:
        PydanticCustomError: `fin_avant_debut`.
    """
    if debut is not None and fin is not None and fin < debut:
        raise PydanticCustomError("fin_avant_debut", "la fin précède le début", {"debut": debut, "fin": fin})


def lire_element(element: type[Element], cle: str, valeur: Any) -> Any:
    """Reads a text, or a sentence, as an element whose `cle` is that text.

    Raises:
        PydanticCustomError: `texte_attendu` for a heading with a list below.
    """
    if isinstance(valeur, str):
        return {cle: valeur}
    return {cle: lire_texte(valeur)} if est_phrase(valeur, element.model_fields) else valeur


def _lire_pilote(valeur: Any) -> Any:
    if est_phrase(valeur, Pilote.model_fields) and (chapeau := valeur.chapeau()) is not None:
        return {"nom": chapeau[0], "pilotes": chapeau[1]}
    lu = lire_element(Pilote, "nom", valeur)
    if lu is not valeur and (trouve := _ETP.fullmatch(lu["nom"])):
        return {"nom": trouve["nom"], "etp": trouve["etp"]}
    return lu


def _lire_indicateur(valeur: Any) -> Any:
    return lire_element(Indicateur, "nom", valeur)


def _lire_calendrier(valeur: Any) -> Any:
    return lire_element(Calendrier, "texte", valeur)


class Pilote(Element):
    """Who carries an action, or (with `pilotes`) the words that introduce several of them."""

    nom: Texte = Field(description="Le nom du pilote : une structure, un service ou une fonction.")
    etp: Nombre | None = Field(
        default=None, description="Le temps consacré, en équivalents temps plein : 0,25."
    )
    pilotes: Pilotes = Field(
        default=(), description="Les pilotes que cette ligne introduit (« En fonction des actions : »)."
    )

    def phrase(self) -> str:
        """The line as documents word it: `Coordinatrice jeunesse : 0,20 ETP`."""
        return self.nom if self.etp is None else f"{self.nom} : {str(self.etp).replace('.', ',')} ETP"

    def noms(self) -> tuple[str, ...]:
        """The names on this line, without the words that only introduce them."""
        if self.pilotes:
            return tuple(nom for pilote in self.pilotes for nom in pilote.noms())
        return (self.nom,)


Pilotes = Annotated[
    tuple[Annotated[Pilote, BeforeValidator(_lire_pilote)], ...],
    BeforeValidator(lire_liste),
]


class Repere(Element):
    """A value of an indicator on a day: where it started, or where it should arrive."""

    date: Date = Field(description="La date de la valeur, AAAA-MM-JJ.")
    valeur: ValeurMesuree = Field(description="La valeur, dans l'unité de l'indicateur.")


class Mesure(Repere):
    """A measured value, taken during the contract."""

    commentaire: Texte | None = Field(default=None, description="Ce qui explique la valeur.")


class Indicateur(Element):
    """An indicator: its name alone, or with what it takes to follow it."""

    nom: Texte = Field(description="Ce que l'on mesure, tel que le document l'écrit.")
    type: Annotated[TypeIndicateur, mot_de(TypeIndicateur)] | None = Field(
        default=None, description="`quantitatif` (un nombre) ou `qualitatif` (une appréciation)."
    )
    unite: Texte | None = Field(default=None, description="L'unité : places, familles, %, €…")
    reference: Repere | None = Field(default=None, description="La valeur de départ et sa date.")
    cible: Repere | None = Field(default=None, description="La valeur visée et sa date.")
    sens: Annotated[Sens, mot_de(Sens)] | None = Field(
        default=None, description="Le sens souhaité : `hausse` ou `baisse`."
    )
    mesures: tuple[Mesure, ...] = Field(
        default=(), description="Les valeurs relevées, au fil du temps (suivi : hors contrat)."
    )


class Calendrier(Element):
    """When, as the document words it, with the dates that settle an ambiguous wording."""

    texte: Texte = Field(description="Le calendrier tel que le document l'écrit : « 2nd semestre 2021 ».")
    debut: Date | None = Field(default=None, description="Le premier jour, inclus, AAAA-MM-JJ.")
    fin: Date | None = Field(default=None, description="Le dernier jour, inclus, AAAA-MM-JJ.")

    @model_validator(mode="after")
    def _ordre(self) -> Self:
        verifier_ordre(self.debut, self.fin)
        return self


class EntreeSuivi(Element):
    """One entry of the journal: what was known of the action on a day."""

    date: Date = Field(description="Le jour de l'entrée, AAAA-MM-JJ.")
    statut: Annotated[Statut, mot_de(Statut)] | None = Field(
        default=None, description="Le statut à partir de ce jour. Le retard ne s'écrit pas : il se calcule."
    )
    avancement: Avancement | None = Field(default=None, description="L'avancement, de 0 à 100 %.")
    note: Texte | None = Field(default=None, description="Ce qu'il faut savoir, en une phrase ou deux.")
    auteur: Texte | None = Field(default=None, description="Qui l'a noté.")

    @model_validator(mode="after")
    def _dit_quelque_chose(self) -> Self:
        if self.statut is None and self.avancement is None and self.note is None:
            raise PydanticCustomError("entree_vide", "rien n'est dit")
        return self


class Financement(Element):
    """Money for an action: who, how much, when, and how sure it is."""

    financeur: Texte | None = Field(default=None, description="Qui finance.")
    montant: Montant | None = Field(default=None, description="Le montant, en euros : 12 500.")
    annee: Annee | None = Field(default=None, description="L'année du financement : 2025.")
    nature: Annotated[NatureDepense, mot_de(NatureDepense)] | None = Field(
        default=None, description="`fonctionnement` ou `investissement`."
    )
    etat: Annotated[EtatFinancement, mot_de(EtatFinancement)] | None = Field(
        default=None, description="`prévu`, `acquis` ou `réalisé`."
    )
    objet: Texte | None = Field(default=None, description="Ce que l'argent paie.")


Indicateurs = Annotated[
    tuple[Annotated[Indicateur, BeforeValidator(_lire_indicateur)], ...], BeforeValidator(lire_liste)
]


def _lire_calendriers(valeur: Any) -> Any:
    """One text, one element with its keys, or a list of either."""
    if isinstance(valeur, dict) and not valeur.keys().isdisjoint(Calendrier.model_fields):
        return [valeur]
    return lire_liste(valeur)


Calendriers = Annotated[
    tuple[Annotated[Calendrier, BeforeValidator(_lire_calendrier)], ...], BeforeValidator(_lire_calendriers)
]


class Etape(Element):
    """A step or an operation of an action, with its own dates and pilots."""

    titre: Texte = Field(description="Le nom de l'étape.")
    pilotes: Pilotes = Field(default=(), description="Qui porte l'étape.")
    calendrier: Calendriers = Field(default=(), description="Quand, tel que le document l'écrit.")
    publics: Points = Field(default=(), description="Pour qui.")
    indicateurs: Indicateurs = Field(default=(), description="Ce que l'on mesure pour cette étape.")
    suivi: tuple[EntreeSuivi, ...] = Field(
        default=(), description="Le journal de l'étape (suivi : hors contrat)."
    )


class Action(Element):
    """One fiche of the plan."""

    numero: Texte | None = Field(
        default=None,
        description="Le numéro imprimé : 1.1, 1.10, 2.3.1. Obligatoire, sauf pour un engagement.",
    )
    titre: Texte = Field(description="Le titre de la fiche.")
    nature: Annotated[NatureAction, mot_de(NatureAction)] = Field(
        default="action",
        description="`action`, ou `engagement` : on s'engage à écrire les actions plus tard, par avenant.",
    )
    origine: Annotated[Origine, mot_de(Origine)] | None = Field(
        default=None, description="`engagée` (déjà en cours à la signature) ou `nouvelle`."
    )
    intitules: Intitules = Field(
        default_factory=dict,
        description="Les intitulés de cette fiche, là où ils diffèrent de ceux de `vocabulaire.rubriques`.",
    )
    constats: Points = Field(default=(), description="Pourquoi : les constats du diagnostic.")
    descriptif: Points = Field(default=(), description="Quoi : ce que l'action consiste à faire.")
    publics: Points = Field(default=(), description="Pour qui : le public ciblé.")
    pilotes: Pilotes = Field(default=(), description="Qui porte l'action : des noms, ou `nom` et `etp`.")
    partenaires: Points = Field(default=(), description="Avec qui : les acteurs et partenaires associés.")
    moyens: Points = Field(default=(), description="Avec quoi : les moyens et les ressources.")
    dispositifs: Points = Field(default=(), description="Les dispositifs mobilisables.")
    vigilance: Points = Field(default=(), description="Les points de vigilance ou d'attention.")
    resultats: Points = Field(default=(), description="Les résultats attendus.")
    indicateurs: Indicateurs = Field(
        default=(),
        description="Comment on évaluera l'action : des textes, ou `nom` avec `unite`, `cible`, `mesures`…",
    )
    calendrier: Calendriers = Field(
        default=(),
        description="Quand, tel que le document l'écrit : « À partir de 2021 », ou `texte`, `debut`, `fin`.",
    )
    rubriques: Annotated[dict[str, Points], BeforeValidator(sans_vides)] = Field(
        default_factory=dict, description="Toute autre rubrique de la fiche : son intitulé, puis ses points."
    )
    etapes: tuple[Etape, ...] = Field(default=(), description="Les étapes ou opérations de l'action.")
    financements: tuple[Financement, ...] = Field(default=(), description="L'argent, ligne par ligne.")
    suivi: tuple[EntreeSuivi, ...] = Field(
        default=(), description="Le journal de l'action (suivi : hors contrat)."
    )

    @model_validator(mode="after")
    def _numerotee(self) -> Self:
        if self.numero is None and self.nature != "engagement":
            raise PydanticCustomError("action_sans_numero", "action sans numéro")
        return self
