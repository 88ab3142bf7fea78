"""The plan: the document, its parties, its words, and the sections that hold the fiches."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ctgkit.plan.action import verifier_ordre
from ctgkit.plan.base import Element
from ctgkit.plan.intitules import Intitules
from ctgkit.plan.rubriques import Rubrique
from ctgkit.plan.section import Section
from ctgkit.plan.texte import Points, Texte, lire_liste
from ctgkit.plan.valeurs import Date, Format

_ANNEES = re.compile(r"\s*(\d{4})\s*(?:(?:[-–—/]|à|au)\s*(\d{4})\s*)?", re.ASCII | re.IGNORECASE)

#: A list of short texts (communes, aliases, labels); a single text is a list of one.
Phrases = Annotated[tuple[Texte, ...], BeforeValidator(lire_liste)]


def lire_periode(valeur: Any) -> Any:
    """Whole years (`2021-2024`, `2023`) as dates; a mapping with `debut` and `fin` as it is.

    Raises:
        PydanticCustomError: `periode_illisible`.
    """
    if not isinstance(valeur, str):
        return valeur
    trouve = _ANNEES.fullmatch(valeur)
    if trouve is None or not all(annee is None or int(annee) for annee in trouve.groups()):
        raise PydanticCustomError("periode_illisible", "période illisible", {"ecrit": valeur})
    debut, fin = trouve[1], trouve[2] or trouve[1]
    return {"debut": date(int(debut), 1, 1), "fin": date(int(fin), 12, 31)}


class Periode(Element):
    """The contract's period; both days are included."""

    debut: Date = Field(description="Le premier jour, inclus, AAAA-MM-JJ.")
    fin: Date = Field(description="Le dernier jour, inclus, AAAA-MM-JJ.")

    @model_validator(mode="after")
    def _ordre(self) -> Self:
        verifier_ordre(self.debut, self.fin)
        return self


class Territoire(Element):
    """The territory that signs."""

    nom: Texte = Field(description="Le nom du territoire : Vie et Boulogne.")
    sigle: Texte | None = Field(default=None, description="Le sigle : CCVB.")
    type: Texte | None = Field(
        default=None, description="Ce qu'il est : communauté de communes, commune, agglomération…"
    )
    departement: Texte | None = Field(default=None, description="Le département : Vendée.")
    communes: Phrases = Field(default=(), description="Les communes du territoire.")


class Signataire(Element):
    """Somebody who signs the convention."""

    nom: Texte | None = Field(default=None, description="Prénom et nom.")
    qualite: Texte | None = Field(default=None, description="À quel titre : présidente, directeur…")
    structure: Texte | None = Field(default=None, description="Au nom de quelle structure.")


class Contact(Element):
    """Somebody to write to or to call."""

    nom: Texte = Field(description="Prénom et nom.")
    fonction: Texte | None = Field(default=None, description="La fonction.")
    structure: Texte | None = Field(default=None, description="La structure.")
    telephone: Texte | None = Field(default=None, description="Le téléphone, tel qu'on l'écrit.")
    courriel: Texte | None = Field(default=None, description="L'adresse de courriel.")


class Source(Element):
    """The public document that the file transcribes."""

    titre: Texte | None = Field(default=None, description="Le titre du document.")
    date: Date | None = Field(default=None, description="La date du document, AAAA-MM-JJ.")
    reference: Texte | None = Field(default=None, description="Sa référence : numéro de délibération…")


class Preambule(Element):
    """A text before the fiches."""

    titre: Texte = Field(description="Le titre du texte.")
    texte: Points = Field(default=(), description="Le texte : paragraphes et listes.")


class Vocabulaire(Element):
    """How this document names things, and in what order it prints them."""

    niveaux: Phrases = Field(
        default=(), description="Le nom des niveaux, du plus large au plus fin : Thématique, Enjeu."
    )
    action: Texte = Field(default="Action", description="Le nom d'une fiche : Action, Fiche action.")
    rubriques: Intitules = Field(
        default_factory=dict,
        description="L'intitulé de chaque rubrique, dans l'ordre où le document les imprime.",
    )
    numerotees: tuple[Rubrique, ...] = Field(
        default=(), description="Les rubriques dont le document numérote les points (1., 2., 3.)."
    )


class Acteur(Element):
    """An entry of the directory: one pilot or partner under all its spellings."""

    id: Texte = Field(description="Un nom court et stable : caf.")
    nom: Texte = Field(description="Le nom à employer.")
    alias: Phrases = Field(default=(), description="Les autres écritures du même nom.")


class Copil(Element):
    """A meeting of the steering committee."""

    date: Date = Field(description="Le jour de la réunion, AAAA-MM-JJ.")
    objet: Texte | None = Field(default=None, description="L'objet de la réunion.")


class Avenant(Element):
    """An amendment that was signed."""

    numero: Texte = Field(description="Le numéro de l'avenant : 1.")
    date: Date = Field(description="Le jour de la signature, AAAA-MM-JJ.")
    objet: Texte | None = Field(default=None, description="L'objet de l'avenant.")


class Plan(Element):
    """The action plan of one CTG: what was signed, and its follow-up."""

    format: Format = Field(description="La version du format de ce fichier : 1.")
    titre: Texte = Field(description="Le titre du document.")
    territoire: Territoire = Field(description="Le territoire qui signe.")
    caf: Texte = Field(description="La Caf signataire : Caf de la Vendée.")
    periode: Annotated[
        Periode,
        BeforeValidator(lire_periode),
    ] = Field(description="La période de la convention : 2021-2024, ou `debut` et `fin`.")
    signature: Date | None = Field(default=None, description="Le jour de la signature, AAAA-MM-JJ.")
    signataires: tuple[Signataire, ...] = Field(default=(), description="Qui signe la convention.")
    contacts: tuple[Contact, ...] = Field(
        default=(), description="À qui écrire ou téléphoner (suivi : hors contrat)."
    )
    source: Source | None = Field(default=None, description="Le document public que ce fichier transcrit.")
    preambule: tuple[Preambule, ...] = Field(default=(), description="Les textes qui précèdent les fiches.")
    vocabulaire: Vocabulaire = Field(
        default_factory=Vocabulaire, description="Les mots de ce document : niveaux, fiches, rubriques."
    )
    acteurs: tuple[Acteur, ...] = Field(
        default=(), description="L'annuaire : les écritures d'un même pilote ou partenaire."
    )
    copils: tuple[Copil, ...] = Field(
        default=(), description="Les réunions du comité de pilotage (suivi : hors contrat)."
    )
    avenants: tuple[Avenant, ...] = Field(
        default=(), description="Les avenants signés (suivi : hors contrat)."
    )
    axes: tuple[Section, ...] = Field(description="Les sections de premier niveau : axes, thématiques…")
