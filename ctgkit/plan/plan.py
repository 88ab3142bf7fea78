"""The plan: the document, its parties, its words, and the sections that hold the fiches."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from ctgkit.french.dates import period
from ctgkit.french.units import plural_of
from ctgkit.plan.action import Action, verifier_ordre
from ctgkit.plan.base import RIEN, Element
from ctgkit.plan.contact import Contacts
from ctgkit.plan.copil import Copil
from ctgkit.plan.declaration import Champ, Liste, Nom, ReadBy, Regime, Unreadable
from ctgkit.plan.evaluation import Chiffre, Evaluations
from ctgkit.plan.intitules import Libelles, Rubrique
from ctgkit.plan.noms import ACTION, CONVENTION, Noms, lire_action, lire_convention, lire_noms
from ctgkit.plan.revision import Correction, Revision
from ctgkit.plan.section import Section
from ctgkit.plan.statuts import Statuts
from ctgkit.plan.texte import Phrases, Points, Texte
from ctgkit.plan.valeurs import Date, Format

_ANNEES = re.compile(r"\s*(\d{4})\s*(?:(?:[-–—/]|à|au)\s*(\d{4})\s*)?", re.ASCII | re.IGNORECASE)


def lire_periode(valeur: Any) -> Any:
    """Whole years (`2021-2024`, `2023`) as dates; a mapping with `debut` and `fin` as it is.

    Raises:
        Unreadable: `periode_illisible`.
    """
    if not isinstance(valeur, str):
        return valeur
    trouve = _ANNEES.fullmatch(valeur)
    if trouve is None or not all(annee is None or int(annee) for annee in trouve.groups()):
        raise Unreadable("periode_illisible", ecrit=valeur)
    debut, fin = trouve[1], trouve[2] or trouve[1]
    return {"debut": date(int(debut), 1, 1), "fin": date(int(fin), 12, 31)}


class Periode(Element):
    """The contract's period; both days are included."""

    CALLED = Nom("période", "périodes", feminine=True, code="periode")
    WHERE = "`periode`"
    ATOMIC = True

    debut: Annotated[Date, Champ("Le premier jour, inclus, AAAA-MM-JJ.", nom="premier jour")]
    fin: Annotated[Date, Champ("Le dernier jour, inclus, AAAA-MM-JJ.", nom="dernier jour")]
    texte: Annotated[
        Texte | None,
        Champ("La période telle que le document la dit ; elle s'imprime à la place des dates, qui comptent."),
    ] = None

    def check(self) -> None:
        """A period does not end before it starts."""
        verifier_ordre(self.debut, self.fin)


def periode_dite(periode: Periode) -> str:
    """A period as the document words it, or its dates: `2021-2024`."""
    return periode.texte or period(periode.debut, periode.fin)


class Territoire(Element):
    """The territory that signs."""

    CALLED = Nom("territoire", "territoires", code="territoire")
    WHERE = "`territoire`"

    nom: Annotated[
        Annotated[str, ReadBy(lire_noms, "Noms")],
        Champ("Le nom du territoire : Vie et Boulogne ; ou une liste, s'ils sont plusieurs à signer."),
    ]
    sigle: Annotated[Texte | None, Champ("Le sigle : CCVB.", regime=Regime.AUCUN)] = None
    type: Annotated[
        Texte | None,
        Champ(
            "Ce qu'il est : communauté de communes, commune, agglomération…",
            prose=False,
            regime=Regime.AUCUN,
        ),
    ] = None
    departement: Annotated[
        Texte | None, Champ("Le département : Vendée.", nom="département", regime=Regime.AUCUN)
    ] = None
    communes: Annotated[
        Phrases,
        Champ(
            "Les communes du territoire.",
            feminine=True,
            liste=Liste(Nom("commune", "communes", feminine=True, code="commune"), ordered=False),
        ),
    ] = ()


def noms_de(territoire: Territoire) -> tuple[str, ...]:
    """The name of each territory that signs."""
    return territoire.nom.chacun if isinstance(territoire.nom, Noms) else (territoire.nom,)


def nature_de(territoire: Territoire) -> str | None:
    """What it is, or what they are where several sign together: `communautés de communes`."""
    kind = territoire.type
    return plural_of(kind) if kind and len(noms_de(territoire)) > 1 else kind


class Signataire(Element):
    """Somebody who signs the convention."""

    CALLED = Nom("signataire", "signataires", code="signataire")
    WHERE = "`signataires`"
    PAIRED = Liste(
        CALLED,
        ordered=False,
        name=("nom", "qualite", "structure"),
        keys=(("nom",), ("qualite", "structure")),
        texts=("nom", "qualite", "structure"),
    )

    nom: Annotated[Texte | None, Champ("Prénom et nom.", regime=Regime.PERSONNE)] = None
    qualite: Annotated[
        Texte | None,
        Champ(
            "À quel titre : présidente, directeur…",
            nom="qualité",
            feminine=True,
            regime=Regime.PERSONNE,
        ),
    ] = None
    structure: Annotated[Texte | None, Champ("Au nom de quelle structure.", feminine=True, acteur=True)] = (
        None
    )


class Source(Element):
    """The public document that the file transcribes."""

    CALLED = Nom("source", "sources", feminine=True, code="source")
    WHERE = "`source`"

    titre: Annotated[Texte | None, Champ("Le titre du document.")] = None
    date: Annotated[Date | None, Champ("La date du document, AAAA-MM-JJ.", feminine=True)] = None
    reference: Annotated[
        Texte | None,
        Champ("Sa référence : numéro de délibération…", nom="référence", feminine=True),
    ] = None


class Preambule(Element):
    """A text before the fiches."""

    CALLED = Nom("texte du préambule", "textes du préambule", code="preambule")
    WHERE = "`preambule`"
    PAIRED = Liste(CALLED, ordered=True, name=("titre",), keys=(("titre",),), texts=("titre", "texte"))

    titre: Annotated[Texte, Champ("Le titre du texte.")]
    texte: Annotated[Points, Champ("Le texte : paragraphes et listes.")] = ()


class Vocabulaire(Element):
    """How this document names things, and in what order it prints them."""

    CALLED = Nom("vocabulaire", "vocabulaires", code="vocabulaire")
    WHERE = "`vocabulaire`"

    niveaux: Annotated[
        Phrases,
        Champ(
            "Le nom des niveaux, du plus large au plus fin : Thématique, Enjeu.",
            liste=Liste(Nom("niveau", "niveaux", code="niveau"), ordered=True),
        ),
    ] = ()
    convention: Annotated[
        Annotated[str, ReadBy(lire_convention, "Convention")],
        Champ(
            "Ce qui est signé : convention territoriale globale, contrat local de santé ; ou `nom` et `genre`"
            " (masculin, féminin), si le premier mot ne dit pas le genre.",
            nom="nom de la convention",
        ),
    ] = CONVENTION
    action: Annotated[
        Annotated[str, ReadBy(lire_action, "NomDeFiche")],
        Champ(
            "Le nom d'une fiche : Action, Fiche action ; ou deux, le singulier et le pluriel.",
            nom="nom des fiches",
        ),
    ] = ACTION
    statuts: Annotated[
        Statuts,
        Champ(
            "Les mots de ce territoire pour les statuts, sous le mot de ctgkit : « en cours: démarrée ».",
            nom="liste des mots des statuts",
            feminine=True,
            prose=False,
        ),
    ] = RIEN
    etape: Annotated[Texte, Champ("Le nom d'une étape : Étape, Opération, Phase.", nom="nom des étapes")] = (
        "Étape"
    )
    rubriques: Annotated[
        Libelles,
        Champ(
            "L'intitulé de chaque rubrique (celles que les fiches ont sous `rubriques` aussi), de `etapes`,"
            " `couts` et `financements`, dans l'ordre où le document les imprime.",
            ordered=True,
        ),
    ] = RIEN
    rubriques_etape: Annotated[
        Libelles,
        Champ(
            "De même, les intitulés des étapes, là où ils ne sont pas ceux des fiches.",
            nom="rubriques des étapes",
            ordered=True,
        ),
    ] = RIEN
    numerotees: Annotated[
        tuple[Rubrique, ...],
        Champ(
            "Les rubriques dont le document numérote les points (1., 2., 3.).",
            liste=Liste(Nom("rubrique", "rubriques", feminine=True, code="rubrique"), ordered=False),
        ),
    ] = ()


class Acteur(Element):
    """An entry of the directory: one pilot or partner under all its spellings."""

    CALLED = Nom("acteur", "acteurs", code="acteur")
    WHERE = "`acteurs`"
    PAIRED = Liste(CALLED, ordered=False, name=("nom",), keys=(("id",), ("nom",)), texts=("nom",))

    id: Annotated[Texte, Champ("Un nom court et stable : caf.", nom="identifiant", prose=False)]
    nom: Annotated[Texte, Champ("Le nom à employer.")]
    alias: Annotated[
        Phrases,
        Champ(
            "Les autres écritures du même nom.",
            liste=Liste(Nom("alias", "alias", code="alias"), ordered=False),
        ),
    ] = ()


class Avenant(Element):
    """An amendment that was signed."""

    CALLED = Nom("avenant", "avenants", code="avenant")
    WHERE = "`avenants`"
    PAIRED = Liste(CALLED, ordered=False, name=("numero",), keys=(("numero",), ("date",)), texts=("objet",))

    numero: Annotated[Texte, Champ("Le numéro de l'avenant : 1.", nom="numéro", prose=False)]
    date: Annotated[Date, Champ("Le jour de la signature, AAAA-MM-JJ.", feminine=True)]
    objet: Annotated[Texte | None, Champ("L'objet de l'avenant.")] = None


class Plan(Element):
    """The action plan of one CTG: what was signed, and its follow-up."""

    CALLED = Nom("plan", "plans", code="plan")
    WHERE = "en tête du plan"

    format: Annotated[
        Format,
        Champ(
            "La version du format de ce fichier : 1.",
            nom="version du format",
            feminine=True,
            regime=Regime.AUCUN,
        ),
    ]
    titre: Annotated[Texte, Champ("Le titre du document.")]
    territoire: Annotated[Territoire, Champ("Le territoire qui signe.")]
    caf: Annotated[
        Texte | None,
        Champ(
            "La Caf signataire : Caf de la Vendée. Obligatoire, sauf si `signataires` dit qui signe.",
            nom="Caf",
            feminine=True,
        ),
    ] = None
    periode: Annotated[
        Annotated[Periode, ReadBy(lire_periode, "Periode")],
        Champ("La période de la convention : 2021-2024, ou `debut` et `fin`.", nom="période", feminine=True),
    ]
    signature: Annotated[
        Date | None,
        Champ("Le jour de la signature, AAAA-MM-JJ.", nom="date de signature", feminine=True),
    ] = None
    signataires: Annotated[tuple[Signataire, ...], Champ("Qui signe la convention.")] = ()
    revision: Annotated[
        Revision | None,
        Champ("Ce que la convention dit de sa propre modification.", nom="révision", feminine=True),
    ] = None
    contacts: Annotated[
        Contacts,
        Champ("À qui écrire ou téléphoner (suivi : hors contrat).", regime=Regime.SUIVI),
    ] = ()
    source: Annotated[
        Source | None,
        Champ("Le document public que ce fichier transcrit.", feminine=True, regime=Regime.PRECISION),
    ] = None
    preambule: Annotated[tuple[Preambule, ...], Champ("Les textes qui précèdent les fiches.")] = ()
    chiffres: Annotated[
        tuple[Chiffre, ...],
        Champ("Les chiffres clés du territoire (suivi : hors contrat).", regime=Regime.SUIVI),
    ] = ()
    vocabulaire: Annotated[
        Vocabulaire,
        Champ("Les mots de ce document : niveaux, fiches, rubriques.", regime=Regime.AUCUN),
    ] = Vocabulaire()
    acteurs: Annotated[
        tuple[Acteur, ...],
        Champ("L'annuaire : les écritures d'un même pilote ou partenaire.", regime=Regime.PRECISION),
    ] = ()
    copils: Annotated[
        tuple[Copil, ...],
        Champ(
            "Les réunions du comité de pilotage, et des autres instances (suivi : hors contrat).",
            regime=Regime.SUIVI,
        ),
    ] = ()
    avenants: Annotated[
        tuple[Avenant, ...],
        Champ("Les avenants signés (suivi : hors contrat).", regime=Regime.SUIVI),
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        Champ(
            "Les erreurs de transcription rectifiées, qui ne changent pas le contrat (suivi).",
            feminine=True,
            regime=Regime.SUIVI,
        ),
    ] = ()
    evaluation: Annotated[
        Evaluations, Champ("Les questions de l'évaluation, et leurs réponses.", nom="évaluation")
    ] = ()
    axes: Annotated[
        tuple[Section, ...],
        Champ("Les sections de premier niveau : axes, thématiques… Au moins `axes` ou `actions`."),
    ] = ()
    actions: Annotated[
        tuple[Action, ...],
        Champ("Les fiches qui ne sont dans aucune section ; elles viennent après les autres.", feminine=True),
    ] = ()


def parties_de(plan: Plan) -> tuple[str, ...]:
    """The names of those who are parties to it whoever signs for them: the territories and the Caf."""
    return (*noms_de(plan.territoire), *((plan.caf,) if plan.caf else ()))
