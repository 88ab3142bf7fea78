"""The word somebody probably meant."""

from __future__ import annotations

import pytest

from ctgkit.french.nearest import certain, fold, nearest
from ctgkit.plan import Action, Plan
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.statut import Statut

STATUSES = tuple(statut.value for statut in Statut)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Réalisée", "realisee"),
        ("  À VENIR ", "a venir"),
        ("e\u0301te\u0301", "ete"),
        ("Œuvre", "œuvre"),
        ("STRASSE ß", "strasse ss"),
        ("20\u00a0%", "20 %"),
    ],
)
def test_accents_case_and_surrounding_spaces_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("realisee", "réalisée"),
        ("Réalisé", "réalisée"),
        ("A venir", "à venir"),
        ("avenir", "à venir"),
        ("EN COURS", "en cours"),
        ("encours", "en cours"),
        ("en-pause", "en pause"),
        ("bloqué", "bloquée"),
        ("abandonee", "abandonnée"),
        ("terminée", None),
        ("OK", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_a_misspelt_status_gives_the_one_that_was_meant(typed: str, meant: str | None) -> None:
    assert nearest(typed, STATUSES) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tire", "titre"),
        ("Titre", "titre"),
        ("numéro", "numero"),
        ("indicateur", "indicateurs"),
        ("partenaire", "partenaires"),
        ("Résultats", "resultats"),
        ("echeance", None),
        ("responsable", None),
    ],
)
def test_a_misspelt_key_gives_the_one_that_was_meant(typed: str, meant: str | None) -> None:
    assert nearest(typed, Action.KEYS) == meant


def test_the_answer_is_a_word_of_the_list_as_it_is_written_there() -> None:
    for word in STATUSES:
        assert nearest(fold(word), STATUSES) == word
    for word in EtatFinancement:
        assert nearest(fold(word), tuple(EtatFinancement)) == word
    for key in Plan.KEYS:
        assert nearest(key.upper(), Plan.KEYS) == key


def test_two_words_of_one_form_give_the_first_in_order_whatever_the_list() -> None:
    assert nearest("eté", ["été", "ete"]) == nearest("eté", ["ete", "été"]) == "ete"


def test_no_word_is_near_an_empty_list() -> None:
    assert nearest("titre", []) is None


@pytest.mark.parametrize(
    ("written", "known", "sure"),
    [
        ("pilots", ["pilotes", "publics"], True),
        ("piloets", ["pilotes"], True),  # two neighbours exchanged
        ("Résultats", ["resultats", "resultat"], True),  # the first, but for case and accents
        ("realisée", ["réalisée", "à venir"], True),
        ("réalisé", ["réalisée"], True),
        ("pilot", ["pilotes"], False),  # two letters
        ("fini", ["réalisée"], False),
        ("en-cours", ["en cours"], True),
        ("axe", ["axes", "taxe"], False),
        ("", ["a"], True),
        ("x", [], False),
    ],
)
def test_a_word_is_certain_when_one_alone_is_a_letter_away(
    written: str, known: list[str], *, sure: bool
) -> None:
    assert certain(written, known) is sure
