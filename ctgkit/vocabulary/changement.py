"""What happens to what a plan says, from one version to another."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class ChangementFacts(Words):
    """What a kind of change is; something of which there is one is said to be `one`, in the masculine.

    Attributes:
        sign: what stands before a sentence that says it.
        counted: what such changes are called, in a table of numbers.
        article: the title of an article of an avenant that tells nothing else; empty where there is none.
        does: what that article does.
    """

    sign: str
    counted: str
    article: str = ""
    does: str = ""


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class VoletFacts(Words):
    """What a part of a comparison is.

    Attributes:
        title: its title.
        remark: what it asks of those who read it.
        counted: what one change of it is called in a sentence that counts them, and several.
    """

    title: str
    remark: str
    counted: tuple[str, str] = ("changement", "changements")


class Volet(Terme, noun=("un volet", "volets")):
    """What a change is to the convention, in the order in which a comparison tells it."""

    facts: VoletFacts

    CONTRAT = VoletFacts(
        word="contrat",
        meaning="Il modifie le plan signé.",
        title="Contrat",
        remark="ce que les parties ont signé\u00a0: le changer se décide comme la convention le prévoit",
        counted=("changement au contrat", "changements au contrat"),
    )
    AJUSTEMENT = VoletFacts(
        word="ajustement",
        meaning="Une décision du comité le valide, comme la convention le lui permet.",
        title="Ajustements",
        remark="ce que le comité a validé, et que le prochain avenant consolidera",
        counted=("ajustement validé par le comité", "ajustements validés par le comité"),
    )
    CORRECTION = VoletFacts(
        word="correction",
        meaning="C'est une erreur de transcription que le plan dit corrigée.",
        title="Corrections",
        remark="des erreurs matérielles rectifiées\u00a0: le contrat ne change pas",
        counted=("erreur matérielle rectifiée", "erreurs matérielles rectifiées"),
    )
    SUIVI = VoletFacts(
        word="suivi",
        meaning="Cela se tient à jour sans rien demander.",
        title="Suivi",
        remark="ce qui se tient à jour sans avenant",
        counted=("changement au suivi", "changements au suivi"),
    )
    FORME = VoletFacts(
        word="forme",
        meaning="Ce n'est ni du contrat ni du suivi\u00a0: un identifiant, un intitulé, un mot du document.",
        title="Ni contrat ni suivi",
        remark="des mots du fichier et de la mise en page",
    )
    TYPOGRAPHIE = VoletFacts(
        word="typographie",
        meaning="Seule la typographie diffère\u00a0: espaces, apostrophes, guillemets.",
        title="Typographie seule",
        remark="les mêmes textes, écrits avec d'autres espaces, apostrophes ou guillemets",
    )


class NatureChangement(Terme, noun=("une nature de changement", "natures de changement")):
    """What a change is, in the order in which a table counts them."""

    facts: ChangementFacts

    AJOUT = ChangementFacts(
        word="added", one="ajouté", meaning="Quelque chose est ajouté.", sign="+", counted="Ajouts"
    )
    RETRAIT = ChangementFacts(
        word="removed", one="retiré", meaning="Quelque chose est retiré.", sign="-", counted="Retraits"
    )
    MODIFICATION = ChangementFacts(
        word="modified",
        one="modifié",
        meaning="Une valeur en devient une autre.",
        sign="~",
        counted="Modifications",
    )
    DEPLACEMENT = ChangementFacts(
        word="moved",
        one="déplacé",
        meaning="Une fiche ou une section change de section.",
        sign="→",
        counted="Déplacements",
        article="Déplacements",
        does="le déplacement {of_moved}",
    )
    NUMEROTATION = ChangementFacts(
        word="renumbered",
        one="renuméroté",
        meaning="Des fiches ou des sections changent de numéro.",
        sign="#",
        counted="Renumérotations",
        article="Numérotation",
        does="la modification de la numérotation",
    )
    ORDRE = ChangementFacts(
        word="reordered",
        one="réordonné",
        meaning="Les éléments d'une liste changent d'ordre.",
        sign="↕",
        counted="Ordre",
        article="Ordre de présentation",
        does="la modification de l'ordre de présentation",
    )
    REMPLACEMENT = ChangementFacts(
        word="replaced",
        one="remplacé",
        meaning="Des fiches en remplacent d'autres.",
        sign="±",
        counted="Remplacements",
    )
