"""What a convention is judged by: the questions of its evaluation, and the key figures of its territory."""

from __future__ import annotations

from typing import Annotated, Any

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Champ, Liste, Nom, ReadBy, Regime
from ctgkit.plan.texte import Points, Texte, lire_element, lire_liste
from ctgkit.plan.valeurs import Date, ValeurMesuree


def _lire_question(valeur: Any) -> Any:
    return lire_element(Evaluation, "question", valeur)


class Evaluation(Element):
    """A question that the evaluation answers at the end."""

    CALLED = Nom("question d'évaluation", "questions d'évaluation", feminine=True, code="question")
    WHERE = "`evaluation`"
    PAIRED = Liste(
        CALLED, ordered=True, name=("question",), keys=(("question",),), texts=("question", "criteres")
    )

    question: Annotated[Texte, Champ("La question, posée d'avance.", feminine=True)]
    criteres: Annotated[Points, Champ("À quoi l'on verra la réponse.", nom="critères")] = ()
    reponse: Annotated[
        Points,
        Champ("La réponse (suivi : hors contrat).", nom="réponse", feminine=True, regime=Regime.SUIVI),
    ] = ()
    date: Annotated[
        Date | None,
        Champ("Le jour de la réponse, AAAA-MM-JJ (suivi).", feminine=True, regime=Regime.SUIVI),
    ] = None


class Chiffre(Element):
    """A key figure of the territory on a day; those of one name are one series."""

    CALLED = Nom("chiffre du territoire", "chiffres du territoire", code="chiffre")
    WHERE = "`chiffres`"
    PAIRED = Liste(
        CALLED,
        ordered=False,
        name=("nom", "date"),
        keys=(("nom", "date", "source"), ("nom", "date"), ("nom",)),
        texts=("nom",),
    )

    nom: Annotated[Texte, Champ("Ce qui est compté : Enfants de moins de 3 ans. Le même nom fait une série.")]
    valeur: Annotated[ValeurMesuree | None, Champ("Combien, dans son unité.", feminine=True, prose=False)] = (
        None
    )
    unite: Annotated[Texte | None, Champ("L'unité : enfants, %, €…", nom="unité", feminine=True)] = None
    date: Annotated[Date | None, Champ("Le jour de la valeur, AAAA-MM-JJ.", feminine=True)] = None
    source: Annotated[Texte | None, Champ("D'où il vient : Insee, Caf…", feminine=True)] = None


Evaluations = Annotated[
    tuple[Annotated[Evaluation, ReadBy(_lire_question, "Evaluation")], ...], ReadBy(lire_liste)
]
