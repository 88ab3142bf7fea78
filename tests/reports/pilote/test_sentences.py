"""What a pilot's list says: each request with its day, its indicator or what comes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ctgkit.followup import Alerte, PeriodState
from ctgkit.followup.view import Phrase
from ctgkit.reports.followed.view import Echeance
from ctgkit.reports.pilote import sentences
from ctgkit.reports.pilote.facts import pilote
from ctgkit.reports.pilote.page import page
from ctgkit.reports.pilote.view import Demande
from ctgkit.schedule import Bound
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.calendrier import Precision, Raison
from ctgkit.vocabulary.demande import CodeDemande
from ctgkit.vocabulary.echeance import CodeEcheance
from tests.reports.copil.plans import DAYS, PILOTES, plan
from tests.reports.pages import plain, said, titles

DAY = date(2024, 3, 1)
DONE = "Dire ce qui a été fait et ce qu'il reste à faire"
STARTED = "Dire si l'action a commencé, ou quand elle commencera"
LATE = Alerte(CodeAlerte.EN_RETARD, DAY, 12)
STARTING = Alerte(CodeAlerte.DEMARRAGE_EN_RETARD, DAY, 12)
YEAR = Bound(date(2025, 1, 1), date(2025, 12, 31), Precision.ANNEE)


@pytest.mark.parametrize(
    ("demande", "sentence"),
    [
        (
            Demande(CodeDemande.TERME, LATE),
            "Proposer un nouveau terme : l'action devait s'achever le 1er mars 2024 au plus tard.",
        ),
        (
            Demande(CodeDemande.BILAN, LATE),
            f"{DONE} : l'action devait s'achever le 1er mars 2024 au plus tard.",
        ),
        (
            Demande(CodeDemande.DEMARRAGE, STARTING),
            f"{STARTED} : c'était prévu le 1er mars 2024 au plus tard.",
        ),
        (
            Demande(CodeDemande.DEBLOCAGE, Alerte(CodeAlerte.BLOQUEE, DAY, 12)),
            "Dire ce qui lèverait le blocage, qui dure depuis le 1er mars 2024.",
        ),
        (
            Demande(CodeDemande.DEBLOCAGE, Alerte(CodeAlerte.BLOQUEE)),
            "Dire ce qui lèverait le blocage.",
        ),
        (
            Demande(CodeDemande.REPRISE, derniere=DAY),
            "Dire quand l'action reprendra : elle est en pause depuis le 1er mars 2024.",
        ),
        (Demande(CodeDemande.REPRISE), "Dire quand l'action reprendra."),
        (
            Demande(CodeDemande.PREMIERES_NOUVELLES),
            "Dire où en est l'action : rien n'a encore été noté.",
        ),
        (
            Demande(CodeDemande.NOUVELLES, derniere=DAY),
            "Dire où en est l'action : les dernières nouvelles datent du 1er mars 2024.",
        ),
        (
            Demande(CodeDemande.CALENDRIER, calendrier=PeriodState()),
            "Préciser le calendrier : rien ne dit quand l'action a lieu.",
        ),
        (
            Demande(CodeDemande.CALENDRIER, calendrier=PeriodState(etapes=3, sans_date=1)),
            "Préciser le calendrier : 1 étape sur 3 sans date.",
        ),
        (
            Demande(
                CodeDemande.CALENDRIER,
                calendrier=PeriodState(
                    (Phrase("Un jour", fixee=False, periodes=(), non_compris=(("Un jour", Raison.RIEN),)),)
                ),
            ),
            "Préciser le calendrier : on ne comprend pas « Un jour ».",
        ),
        (
            Demande(CodeDemande.MESURE, indicateur="Places {ouvertes}", derniere=DAY),
            "Relever l'indicateur « Places {ouvertes} » : la dernière mesure date du 1er mars 2024.",
        ),
        (
            Demande(CodeDemande.MESURE, indicateur="Places"),
            "Relever l'indicateur « Places » : il n'a jamais été mesuré.",
        ),
        (
            Demande(
                CodeDemande.ECHEANCE, echeance=Echeance(CodeEcheance.FIN, DAY, YEAR, etape="Construire {x}")
            ),
            "Préparer une échéance : fin de l'étape « Construire {x} », le 1er mars 2024 au plus tard.",
        ),
        (
            Demande(
                CodeDemande.ECHEANCE,
                echeance=Echeance(
                    CodeEcheance.CIBLE, DAY, indicateur="Places", cible=Decimal(12), unite="places"
                ),
            ),
            "Préparer une échéance : cible à atteindre : Places (12 places), le 1er mars 2024.",
        ),
    ],
)
def test_what_is_asked(demande: Demande, sentence: str) -> None:
    assert plain(sentences.asked(demande)) == sentence


def test_steps_agree_in_number() -> None:
    assert plain(sentences.by_steps(("A",))) == "Vous portez l'étape « A »."
    assert plain(sentences.by_steps(("A", "B", "C"))) == "Vous portez les étapes « A », « B » et « C »."


def test_the_list_says_how_much_is_carried_and_what_is_asked() -> None:
    """By reading: six fiches, one of them with the relay."""
    view = pilote(plan("exemple"), PILOTES["exemple"], DAYS["exemple"])
    assert view is not None
    made = page(view)
    assert plain(made.cover.subtitles[0]) == "6 fiches à votre charge, en tout ou en partie"
    assert titles(made) == ["Ce qui vous est demandé", "Vos fiches"]
    told = said(made, "demandes")
    assert told.count("Rien de particulier à préparer.") == 3
    assert "Avec : Relais petite enfance de la Vallée Imaginaire." in told
    assert "Sans nouvelles depuis 406 jours : les dernières datent du 20 mai 2025." in told
