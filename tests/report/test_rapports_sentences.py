"""The sentences of the reports agree in number, whatever the numbers are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ctgkit.copil import candidates
from ctgkit.model import Plan
from tests.copil.plans import plan as known
from tests.document.plans import minimal
from tests.report.rapports import written

DAY = date(2026, 6, 30)


def small(*actions: dict[str, Any], **keys: Any) -> Plan:
    """A plan of one axis, with these actions."""
    numbered = [{"numero": f"1.{rank}", "titre": f"A{rank}", **one} for rank, one in enumerate(actions, 1)]
    return minimal({"numero": "1", "titre": "Axe", "actions": numbered}, **keys)


def remembered(shown: Plan, day: date = DAY) -> list[str]:
    """The sentences to remember, without their no-break spaces and their links."""
    text = written(shown, "copil", "md", day, "").replace("\u00a0", " ").replace("\u202f", " ")
    part = text.split("## À retenir\n", 1)[1].split("\n## ", 1)[0]
    return [line.removeprefix("- ") for line in part.splitlines() if line]


def late(**more: Any) -> dict[str, Any]:
    """An action that nobody carries, late since the end of 2024 and silent since March 2024."""
    return {"calendrier": "2024", "suivi": [{"date": "2024-03-01", "statut": "en cours", **more}]}


MONEY = {"financements": [{"montant": "1000", "etat": "acquis"}, {"montant": "500", "etat": "réalisé"}]}
MEASURED = {
    "indicateurs": [
        {
            "nom": "I",
            "reference": {"date": "2024-01-01", "valeur": "10"},
            "cible": {"date": "2027-12-31", "valeur": "20"},
            "mesures": [{"date": "2025-01-01", "valeur": "9"}],
        }
    ]
}


def test_one_of_everything() -> None:
    assert remembered(
        small(
            {**late(avancement=10), **MEASURED, **MONEY},
            copils=[{"date": "2024-02-01"}, {"date": "2026-09-01"}],
        )
    ) == [
        "Le plan compte 1 fiche : 1 en cours.",
        "L'avancement moyen est de 10 %.",
        "Depuis le 1er février 2024, 1 fiche a du nouveau, dont 1 commencée ; 1 mesure a été prise.",
        "1 fiche est en retard : [1.1](#fiche-1-1-1).",
        "1 fiche est sans nouvelles depuis plus d'un an : [1.1](#fiche-1-1-1).",
        "1 fiche n'a pas de pilote : [1.1](#fiche-1-1-1).",
        "1 indicateur est suivi : 1 a été mesuré ; sa dernière mesure va dans le mauvais sens.",
        "1 500 € sont inscrits au plan, dont 1 000 € acquis et 500 € réalisés.",
        "Le comité a 1 point à décider.",
    ]


def test_two_of_everything() -> None:
    one = {**late(avancement=10), **MEASURED}
    shown = small(one, one, copils=[{"date": "2024-02-01"}], vocabulaire={"niveaux": ["Axe"]})
    assert remembered(shown) == [
        "Le plan compte 2 fiches, en 1 axe : 2 en cours.",
        "L'avancement moyen est de 10 %.",
        "Depuis le 1er février 2024, 2 fiches ont du nouveau, dont 2 commencées ; 2 mesures ont été prises.",
        "2 fiches sont en retard : [1.1](#fiche-1-1-1) et [1.2](#fiche-1-1-2).",
        "2 fiches sont sans nouvelles depuis plus d'un an : [1.1](#fiche-1-1-1) et [1.2](#fiche-1-1-2).",
        "2 fiches n'ont pas de pilote : [1.1](#fiche-1-1-1) et [1.2](#fiche-1-1-2).",
        (
            "2 indicateurs sont suivis : 2 ont été mesurés ; "
            "la dernière mesure de 2 d'entre eux va dans le mauvais sens."
        ),
        "Le comité a 2 points à décider.",
    ]


def test_a_plan_without_anything_wrong_is_told_so() -> None:
    fine = {"pilotes": "X", "suivi": [{"date": "2026-01-10", "statut": "réalisée"}]}
    assert remembered(small(fine, copils=[{"date": "2026-02-01"}])) == [
        "Le plan compte 1 fiche : 1 réalisée.",
        "L'avancement moyen est de 100 %, comme le 1er février 2026.",
        "Depuis le 1er février 2026, rien n'a été noté ni mesuré.",
        "Aucune fiche n'est en retard, bloquée, sans nouvelles ou sans pilote.",
    ]


@pytest.mark.parametrize(
    ("actions", "sentence"),
    [
        ([{"pilotes": "X"}], "L'action a un pilote."),
        ([{"pilotes": "X"}, {"pilotes": "Y"}], "Les 2 actions ont toutes un pilote."),
        ([{"pilotes": "X"}, {}], "1 action sur 2 a un pilote."),
        ([{"pilotes": "X"}, {"pilotes": "Y"}, {}], "2 actions sur 3 ont un pilote."),
        ([{}], "Aucune action n'a de pilote."),
        ([{"nature": "engagement"}], "1 fiche d'engagement reste à traduire en actions, par avenant."),
        ([{"nature": "engagement"}] * 2, "2 fiches d'engagement restent à traduire en actions, par avenant."),
        ([MEASURED], "1 indicateur a de quoi être suivi."),
        ([MEASURED] * 2, "2 indicateurs ont de quoi être suivis."),
    ],
)
def test_a_launch_says_who_and_what(actions: list[dict[str, Any]], sentence: str) -> None:
    assert sentence in remembered(small(*actions))


def test_a_launch_speaks_of_no_lateness_and_the_end_of_a_convention_is_told() -> None:
    before, after = remembered(small({"calendrier": "2024"})), remembered(small({}), date(2028, 1, 1))
    assert "Le suivi n'a pas encore commencé : ce rapport dit ce qui est prévu, par qui et quand." in before
    assert not any("retard" in one for one in before)
    assert after[1].startswith(
        "La convention est arrivée à son terme le 31 décembre 2027, et rien n'a été noté"
    )


@pytest.mark.parametrize("output_format", ["html", "md"])
def test_what_has_nothing_to_say_is_not_there(output_format: str) -> None:
    told = {"pilotes": "X", "resultats": "R", "indicateurs": "I", "calendrier": "2028"}
    text = written(small(told), "copil", output_format, DAY, "")
    absent = ["Ce qui a bougé", "Où en sont", "Les indicateurs", "Les financements", "Les points à décider"]
    absent += ["Le calendrier", "Les fiches concernées"]
    assert [title for title in absent if title in text] == []
    assert "Les chiffres" in text


def test_a_pilot_is_looked_for_among_aliases_too() -> None:
    assert candidates(known("exemple"), "C.C.V.I") == ("Communauté de communes de la Vallée Imaginaire",)
