"""What the reports share: how money, days and fiches without a number are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ctgkit.reports.followed import sentences
from ctgkit.reports.followed.blocks import fiche, link
from ctgkit.reports.followed.view import Echeance, Renvoi
from ctgkit.schedule import Bound
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.calendrier import Portee, Precision
from ctgkit.vocabulary.echeance import CodeEcheance
from ctgkit.vocabulary.nature import NatureAction
from tests.reports.pages import linked, plain

PROMISE = Renvoi("a/1", "Fiche action", None, "Écrire", NatureAction.ENGAGEMENT, "Enfance", "fiche-a-1")
ACTION = Renvoi("a/2", "Fiche action", "1.2", "Ouvrir", NatureAction.ACTION, None, None)


def test_a_fiche_is_named_by_its_number_else_by_what_it_is() -> None:
    assert linked(fiche(ACTION)) == "1.2 Ouvrir"
    assert linked((link(ACTION),)) == "1.2"
    assert plain("".join(run.text for run in fiche(PROMISE))) == "Fiche d'engagement : Écrire (Enfance)"
    assert {run.to for run in fiche(PROMISE)} == {"fiche-a-1"}
    assert linked((link(PROMISE),)) == "[fiche d'engagement (Enfance)](#fiche-a-1)"


DAY = date(2026, 7, 1)
LAST = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("borne", "day", "words"),
    [
        (None, DAY, "Le 1er juillet 2026"),
        (Bound(DAY, DAY, Precision.JOUR), DAY, "Le 1er juillet 2026"),
        (Bound(DAY, LAST, Precision.SEMESTRE), LAST, "Le 31 décembre 2026 au plus tard"),
        (Bound(DAY, LAST, Precision.SEMESTRE, Portee.AU_PLUS_TOT), DAY, "À partir du 1er juillet 2026"),
    ],
)
def test_a_day_is_told_as_precisely_as_it_was_written(borne: Bound | None, day: date, words: str) -> None:
    assert plain(sentences.when(Echeance(CodeEcheance.DEBUT, day, borne))) == words


def test_money_in_no_state_is_a_part_that_is_not_named() -> None:
    """As the bars of the years tell it: each state that there is."""
    etats = (None, EtatFinancement.PREVU, EtatFinancement.VERSE)
    amounts = (Decimal(500), Decimal(1), Decimal(0))
    assert plain(sentences.sums(etats, amounts)) == "500 € sans état et 1 € prévu"
    assert plain(sentences.money(etats, amounts, Decimal(501))) == (
        "501 € sont inscrits au plan, dont 1 € prévu."
    )


def test_what_does_not_count_is_before_a_contract_too() -> None:
    told = plain(sentences.non_comptees(1, "contrat local de santé"))
    assert told.endswith("(date postérieure au rapport, ou antérieure au contrat).")


def test_what_does_not_count_is_told_in_number() -> None:
    tail = " (date postérieure au rapport, ou antérieure à la convention)."
    ctg = "convention territoriale globale"
    assert plain(sentences.non_comptees(1, ctg)) == f"1 entrée, mesure ou bilan n'est pas compté{tail}"
    assert plain(sentences.non_comptees(2, ctg)) == f"2 entrées, mesures ou bilans ne sont pas comptés{tail}"
