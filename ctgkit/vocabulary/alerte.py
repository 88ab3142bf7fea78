"""What calls for attention. Never written in the file: :mod:`ctgkit.followup.alerts` computes it."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class AlerteFacts(Words):
    """What an alert is.

    Attributes:
        reason: why, with `{days}` (« 12 jours ») and `{day}` (« 1er mars 2024 ») where the alert has a day.
        plainly: why, where it has none.
        after_fiches: how the fiches that have it are called, after « les fiches »; as `many` by default.
        says: what is said of the fiches that have it, of one and of several: « fiche est en retard ».
        decision: what the committee is asked to decide of it.
        decision_over: the same once the convention is over.
        goes_with: the alert that tells it already, and what it adds to its sentence.
        pressing: whether its fiche is among those that the committee looks at first.
        of_whole: whether that of a step says nothing new where its fiche has it too.
        of_contract: whether it is known from the contract alone, before anything is noted.
        grave: whether it is shown as an error rather than as a warning.
    """

    reason: str
    plainly: str
    says: tuple[str, str]
    decision: str
    decision_over: str
    after_fiches: str = ""
    goes_with: tuple[str, str] | None = None
    pressing: bool = False
    of_whole: bool = False
    of_contract: bool = False
    grave: bool = False


class CodeAlerte(Terme, noun=("un code d'alerte", "codes d'alerte")):
    """The alerts, the most pressing first."""

    facts: AlerteFacts

    EN_RETARD = AlerteFacts(
        word="en-retard",
        one="en retard",
        meaning="Le dernier jour que désigne la fin du calendrier est passé\u00a0; ce qui dure autant que la"
        " convention n'en a pas.",
        synonyms=("late",),
        reason="en retard de {days}\u00a0: à finir le {day} au plus tard",
        plainly="en retard",
        says=("fiche est en retard", "fiches sont en retard"),
        decision="Fixer un nouveau terme, par avenant s'il change la convention, ou mettre fin à l'action",
        decision_over="Reprendre l'action dans une autre convention, ou la clore",
        pressing=True,
        grave=True,
    )
    DEMARRAGE_EN_RETARD = AlerteFacts(
        word="demarrage-en-retard",
        one="démarrage en retard",
        many="démarrages en retard",
        after_fiches="au démarrage en retard",
        meaning="Le dernier jour que désigne son début est passé, et rien ne dit que c'est commencé.",
        synonyms=("late-start",),
        reason="démarrage en retard de {days}\u00a0: à commencer le {day} au plus tard",
        plainly="démarrage en retard",
        says=("fiche n'a pas commencé à temps", "fiches n'ont pas commencé à temps"),
        decision="Confirmer le démarrage et sa date, ou y renoncer",
        decision_over="Reprendre l'action dans une autre convention, ou y renoncer",
        goes_with=("en-retard", ", et rien ne dit que c'est commencé"),
        pressing=True,
    )
    BLOQUEE = AlerteFacts(
        word="bloquee",
        one="bloquée",
        many="bloquées",
        meaning="C'est son statut.",
        synonyms=("blocked",),
        reason="bloquée depuis le {day}",
        plainly="bloquée",
        says=("fiche est bloquée", "fiches sont bloquées"),
        decision="Dire ce qui lève le blocage, ou décider de la suite",
        decision_over="Dire ce qu'il advient de l'action",
        pressing=True,
        grave=True,
    )
    SANS_NOUVELLES = AlerteFacts(
        word="sans-nouvelles",
        one="sans nouvelles",
        meaning="C'est en cours, en pause ou bloqué, et les dernières nouvelles ont plus d'un an.",
        synonyms=("silent",),
        reason="sans nouvelles depuis {days}\u00a0: les dernières datent du {day}",
        plainly="sans nouvelles",
        says=(
            "fiche est sans nouvelles depuis plus d'un an",
            "fiches sont sans nouvelles depuis plus d'un an",
        ),
        decision="Faire le point sur l'action, puis la maintenir ou la revoir",
        decision_over="Faire le bilan de l'action",
        of_whole=True,
    )
    SANS_PILOTE = AlerteFacts(
        word="sans-pilote",
        one="sans pilote",
        meaning="Personne ne la porte.",
        synonyms=("no-pilot",),
        reason="sans pilote",
        plainly="sans pilote",
        says=("fiche n'a pas de pilote", "fiches n'ont pas de pilote"),
        decision="Désigner un pilote",
        decision_over="Dire qui rend compte de l'action",
        of_contract=True,
    )
