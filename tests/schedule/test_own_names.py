"""The convention by the names that the title of its plan gives it."""

from __future__ import annotations

import pytest

from ctgkit.schedule import Contract, read
from ctgkit.schedule.own_names import own_names
from tests.schedule.phrases import CONTRACT, summary

WHOLE = [("2023-01-01", "2028-12-31")]
HEALTH = "Contrat local de santé du Pays Long 2023-2028"


def named(titre: str, convention: str = "convention territoriale globale") -> Contract:
    return CONTRACT._replace(names=own_names(titre, convention))


@pytest.mark.parametrize(
    ("titre", "text"),
    [
        (HEALTH, "Durée du CLS"),
        (HEALTH, "Durée du contrat local de santé"),
        (HEALTH, "Tout au long du contrat"),
        (HEALTH, "Durée de la convention"),
        ("Projet éducatif de territoire de Brume", "Sur toute la durée du PEdT"),
        ("Plan climat-air-énergie territorial", "Durée du PCAET"),
        ("Programme local de l'habitat 2023-2028", "Durée du PLH"),
        ("Contrat de ville du Val de Brume", "Durée du contrat de ville"),
        ("Plan d'actions du Val de Brume", "Durée de la CTG"),
    ],
)
def test_a_plan_is_called_by_its_title(titre: str, text: str) -> None:
    assert summary(read(text, named(titre))) == WHOLE


@pytest.mark.parametrize(
    ("titre", "text"),
    [
        (HEALTH, "Durée du PEdT"),
        (HEALTH, "Durée du contrat de ville"),
        ("Convention territoriale globale du Val de Brume", "Durée du CLS"),
        ("CTG", "Dès la signature du contrat"),
    ],
)
def test_another_contract_is_not_its_own(titre: str, text: str) -> None:
    assert not read(text, named(titre)).understood


@pytest.mark.parametrize(
    "text",
    [
        "durée du CLS",
        "toute la durée du contrat",
        "tout au long du contrat local de santé",
        "Pendant toute la durée du Contrat Local de Santé 2023-2028",
        "sur la durée du CLS.",
    ],
)
def test_a_plan_is_called_by_what_its_vocabulary_calls_it(text: str) -> None:
    assert summary(read(text, named("Plan d'actions", "contrat local de santé"))) == WHOLE


@pytest.mark.parametrize("text", ["fin du contrat d'avenir", "durée du contrat de ville", "fin du CTS"])
def test_the_contract_of_someone_is_another(text: str) -> None:
    assert not read(text, named("Plan d'actions", "contrat local de santé")).understood
