"""The plan: the document, its parties, its words, and the sections that hold the fiches."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from ctgkit.plan.action import verifier_ordre
from ctgkit.plan.base import RIEN, Element
from ctgkit.plan.declaration import Champ, Liste, Nom, ReadBy, Regime, Unreadable
from ctgkit.plan.evaluation import Chiffre, Evaluations
from ctgkit.plan.intitules import Intitules, Rubrique
from ctgkit.plan.revision import Correction, Revision
from ctgkit.plan.section import Section
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

    def check(self) -> None:
        """A period does not end before it starts."""
        verifier_ordre(self.debut, self.fin)


class Territoire(Element):
    """The territory that signs."""

    CALLED = Nom("territoire", "territoires", code="territoire")
    WHERE = "`territoire`"

    nom: Annotated[Texte, Champ("Le nom du territoire : Vie et Boulogne.")]
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


class Contact(Element):
    """Somebody to write to or to call."""

    CALLED = Nom("contact", "contacts", code="contact")
    WHERE = "`contacts`"
    PAIRED = Liste(CALLED, ordered=False, name=("nom",), keys=(("nom",), ("courriel",)), texts=("nom",))

    nom: Annotated[Texte, Champ("Prénom et nom.")]
    fonction: Annotated[Texte | None, Champ("La fonction.", feminine=True)] = None
    structure: Annotated[Texte | None, Champ("La structure.", feminine=True)] = None
    telephone: Annotated[
        Texte | None, Champ("Le téléphone, tel qu'on l'écrit.", nom="téléphone", prose=False)
    ] = None
    courriel: Annotated[Texte | None, Champ("L'adresse de courriel.", prose=False)] = None


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
    action: Annotated[Texte, Champ("Le nom d'une fiche : Action, Fiche action.", nom="nom des fiches")] = (
        "Action"
    )
    rubriques: Annotated[
        Intitules,
        Champ("L'intitulé de chaque rubrique, dans l'ordre où le document les imprime.", ordered=True),
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


class Copil(Element):
    """A meeting of the steering committee."""

    CALLED = Nom("COPIL", "COPIL", code="copil")
    WHERE = "`copils`"
    PAIRED = Liste(CALLED, ordered=False, name=("date",), keys=(("date",),), texts=("objet",))

    date: Annotated[Date, Champ("Le jour de la réunion, AAAA-MM-JJ.", feminine=True)]
    objet: Annotated[Texte | None, Champ("L'objet de la réunion.")] = None


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
    caf: Annotated[Texte, Champ("La Caf signataire : Caf de la Vendée.", nom="Caf", feminine=True)]
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
        tuple[Contact, ...],
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
        Champ("Les réunions du comité de pilotage (suivi : hors contrat).", regime=Regime.SUIVI),
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
    axes: Annotated[tuple[Section, ...], Champ("Les sections de premier niveau : axes, thématiques…")]
