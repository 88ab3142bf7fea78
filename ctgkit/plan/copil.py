"""The meetings of the committees that follow a plan, and what they decide."""

from __future__ import annotations

from typing import Annotated, Any

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Champ, Liste, Nom, ReadBy, Regime
from ctgkit.plan.texte import Phrases, Texte, lire_element, lire_liste
from ctgkit.plan.valeurs import Date, bare, mots_lus
from ctgkit.vocabulary.comite import EtatDecision, Instance


def _lire_decision(valeur: Any) -> Any:
    return lire_element(Decision, "texte", valeur)


class Decision(Element):
    """Something that a committee decided, about some fiches or about the whole plan."""

    CALLED = Nom("décision", "décisions", feminine=True, code="decision")
    WHERE = "`decisions`"
    PAIRED = Liste(CALLED, ordered=False, name=("texte",), keys=(("texte",),), texts=("texte",))

    texte: Annotated[Texte, Champ("Ce qui est décidé.")]
    actions: Annotated[
        Phrases,
        Champ(
            "Les fiches dont il s'agit, par leurs adresses : [1.1, 2.3].",
            liste=Liste(
                Nom("fiche concernée", "fiches concernées", feminine=True, code="concernee"), ordered=False
            ),
        ),
    ] = ()
    responsable: Annotated[Texte | None, Champ("Qui s'en charge.")] = None
    echeance: Annotated[
        Texte | None,
        Champ("Pour quand : une date, ou une phrase (septembre 2027).", nom="échéance", feminine=True),
    ] = None
    etat: Annotated[
        EtatDecision, Champ("Ce qu'elle est devenue : {mots}.", nom="état", regime=Regime.SUIVI)
    ] = EtatDecision.A_METTRE_EN_OEUVRE


Decisions = Annotated[tuple[Annotated[Decision, ReadBy(_lire_decision, "Decision")], ...], ReadBy(lire_liste)]


class Copil(Element):
    """A meeting of the steering committee, or of another that the plan has."""

    CALLED = Nom("COPIL", "COPIL", code="copil")
    WHERE = "`copils`"
    PAIRED = Liste(
        CALLED,
        ordered=False,
        name=("date",),
        keys=(("date", "instance"), ("date",)),
        texts=("objet", "decisions"),
    )

    date: Annotated[Date, Champ("Le jour de la réunion, AAAA-MM-JJ.", feminine=True)]
    objet: Annotated[Texte | None, Champ("L'objet de la réunion.")] = None
    instance: Annotated[
        Texte, Champ("Qui se réunit : COPIL (par défaut), COTECH, un groupe.", feminine=True)
    ] = Instance.COPIL.value
    lieu: Annotated[Texte | None, Champ("Où.")] = None
    participants: Annotated[
        Phrases,
        Champ(
            "Qui était là.",
            liste=Liste(Nom("participant", "participants", code="participant"), ordered=False),
        ),
    ] = ()
    excuses: Annotated[
        Phrases,
        Champ(
            "Qui s'est fait excuser.",
            nom="excusés",
            liste=Liste(Nom("excusé", "excusés", code="excuse"), ordered=False),
        ),
    ] = ()
    decisions: Annotated[Decisions, Champ("Ce qui y a été décidé.", nom="décisions", feminine=True)] = ()


def est_copil(reunion: Copil) -> bool:
    """Whether a meeting is the steering committee's, the one that the documents count from."""
    return mots_lus(Instance).get(bare(reunion.instance)) is Instance.COPIL
