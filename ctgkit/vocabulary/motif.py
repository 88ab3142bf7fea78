"""What makes a territory one to look after, and why a file is not in the figures."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class MotifFacts(Words):
    """What a reason is.

    Attributes:
        says: why, with the `{day}` and how many `{months}` ago.
        plainly: why, where there is no day.
        counted: what is said of the fiches that are the reason, of one and of several.
        alerte: the alert that those fiches have.
        expires: whether a plan that follows makes it void.
    """

    says: str = ""
    plainly: str = ""
    counted: tuple[str, str] = ("", "")
    alerte: CodeAlerte | None = None
    expires: bool = False


class CodeMotif(Terme, noun=("un code de motif", "codes de motif")):
    """What makes a territory one to look after, the most pressing first."""

    facts: MotifFacts

    EN_RETARD = MotifFacts(
        word="en-retard",
        meaning="Des fiches sont en retard.",
        counted=("fiche en retard", "fiches en retard"),
        alerte=CodeAlerte.EN_RETARD,
    )
    BLOQUEE = MotifFacts(
        word="bloquee",
        meaning="Des fiches sont bloquées.",
        counted=("fiche bloquée", "fiches bloquées"),
        alerte=CodeAlerte.BLOQUEE,
    )
    DEMARRAGE_EN_RETARD = MotifFacts(
        word="demarrage-en-retard",
        meaning="Des fiches auraient dû commencer.",
        counted=("démarrage en retard", "démarrages en retard"),
        alerte=CodeAlerte.DEMARRAGE_EN_RETARD,
    )
    MUET = MotifFacts(
        word="muet",
        meaning="Rien n'est noté dans les journaux depuis un an.",
        says="rien de noté depuis {months}\u00a0: les dernières nouvelles datent du {day}",
    )
    SANS_SUIVI = MotifFacts(
        word="sans-suivi",
        meaning="Rien n'y a jamais été noté, et la convention court depuis un an.",
        says="aucun suivi noté depuis le début de la convention, il y a {months}",
    )
    TERMINEE = MotifFacts(
        word="terminee",
        meaning="La convention est finie, et aucun plan ne suit.",
        says="convention terminée le {day}, sans plan qui suive",
        expires=True,
    )
    TERME = MotifFacts(
        word="terme",
        meaning="Elle finit dans l'année, et aucun plan ne suit.",
        says="convention à son terme le {day}, sans plan qui suive",
        expires=True,
    )
    SANS_COPIL = MotifFacts(
        word="sans-copil",
        meaning="Aucun comité n'est prévu, et aucun ne s'est tenu depuis un an.",
        says="aucun comité de pilotage prévu\u00a0; le dernier date du {day}",
        plainly="aucun comité de pilotage dans le plan, ni tenu ni prévu",
    )


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class EcartFacts(Words):
    """Why a file is left out.

    Attributes:
        absent: whether no plan of its territory is in the figures because of it.
    """

    absent: bool


class CodeEcart(Terme, noun=("une raison d'écart", "raisons d'écart")):
    """Why a file that was given is not in the figures."""

    facts: EcartFacts

    ERREURS = EcartFacts(word="erreurs", meaning="Le fichier a des erreurs.", absent=True)
    ILLISIBLE = EcartFacts(word="illisible", meaning="Il ne peut pas être lu.", absent=True)
    AUTRE_PERIODE = EcartFacts(
        word="autre-periode",
        meaning="Un autre plan du territoire est en cours, ou plus proche du jour.",
        absent=False,
    )
