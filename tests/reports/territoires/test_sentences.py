"""The sentences of the report over many plans agree in number, and what has nothing to say is not there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ctgkit.page.writing import text_of
from ctgkit.plan import Plan
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.dossier import dossier
from ctgkit.reports.territoires.facts import territoires
from ctgkit.reports.territoires.page import page
from ctgkit.reports.territoires.view import Ecart, TerritoiresView
from ctgkit.vocabulary.motif import CodeEcart
from tests.reports.copil.test_sentences import MONEY, late, small
from tests.reports.pages import plain, said, section, tables, titles

DAY = date(2026, 6, 30)
BLOCKED = {"suivi": [{"date": "2026-03-01", "statut": "bloquée", "avancement": 50}], "pilotes": "RPE"}
STARTING = {
    "calendrier": "À partir de 2025",
    "suivi": [{"date": "2026-05-01", "statut": "à venir"}],
    "pilotes": "RPE",
}
FINE = {"suivi": [{"date": "2026-06-01", "statut": "réalisée"}], "pilotes": "RPE"}


def named(shown: Plan, rank: int) -> Plan:
    """The same plan of another territory: their names are T1, T2…"""
    place = shown.territoire.but(nom=f"T{rank}", sigle=None)
    return shown.but(territoire=place)


def view(*plans: Plan, left: tuple[Ecart, ...] = (), day: date = DAY) -> TerritoiresView:
    """The report over some plans."""
    found = [dossier(f"t{rank}.yaml", named(one, rank), day) for rank, one in enumerate(plans, 1)]
    return territoires(found, day, left)


def remembered(*plans: Plan) -> list[str]:
    """The sentences to remember, without their no-break spaces."""
    return [plain(text_of(line)) for line in sentences.retenir(view(*plans))]


def whole(*actions: dict[str, Any], **keys: Any) -> Plan:
    return small(*actions, **{"periode": "2024-2027", **keys})


def test_one_territory_with_one_of_everything() -> None:
    shown = whole({**late(avancement=10), **MONEY}, periode="2024-2026", copils=[{"date": "2026-09-01"}])
    assert remembered(shown) == [
        "Un territoire, dont la convention est en cours.",
        "Une fiche, en cours. L'avancement moyen est de 10 %.",
        "Dans 1 territoire, rien n'a été noté depuis plus d'un an : T1.",
        "1 fiche est en retard.",
        "1 fiche est sans nouvelles depuis plus d'un an et 1 n'a pas de pilote.",
        "1 convention s'achève dans les douze mois : T1.",
        "1 comité de pilotage est prévu dans les douze mois : le 1er septembre 2026 (T1).",
        "1 500 € sont inscrits au plan : 1 000 € acquis et 500 € versés.",
    ]


def test_two_of_everything() -> None:
    shown = whole(
        {**late(avancement=10), **MONEY},
        BLOCKED,
        STARTING,
        periode="2024-2026",
        copils=[{"date": "2026-09-01"}, {"date": "2026-12-01"}],
    )
    assert remembered(shown, shown) == [
        "2 territoires : 2 conventions en cours.",
        "6 fiches : 2 à venir, 2 en cours et 2 bloquées. L'avancement moyen est de 20 %.",
        "2 fiches sont en retard et 2 n'ont pas commencé à temps, dans 2 territoires.",
        "2 fiches sont bloquées, dans 2 territoires.",
        "2 fiches sont sans nouvelles depuis plus d'un an et 2 n'ont pas de pilote.",
        "2 conventions s'achèvent dans les douze mois : T1 et T2.",
        "4 comités de pilotage sont prévus dans les douze mois : le premier le 1er septembre 2026 (T1).",
        "3 000 € sont inscrits aux plans : 2 000 € acquis et 1 000 € versés.",
    ]


@pytest.mark.parametrize(
    ("actions", "sentence"),
    [
        ([STARTING], "1 fiche n'a pas commencé à temps, dans 1 territoire."),
        ([STARTING] * 2, "2 fiches n'ont pas commencé à temps, dans 1 territoire."),
        ([late(), STARTING], "1 fiche est en retard et 1 n'a pas commencé à temps, dans 1 territoire."),
        ([BLOCKED], "1 fiche est bloquée, dans 1 territoire."),
        (
            [{**FINE, "suivi": [{"date": "2026-06-01", "statut": "en cours"}], "pilotes": []}],
            "1 fiche n'a pas de pilote.",
        ),
    ],
)
def test_each_alert_alone(actions: list[dict[str, Any]], sentence: str) -> None:
    assert sentence in remembered(whole(*actions), whole(FINE))


def test_where_all_is_well_little_is_said() -> None:
    shown = whole(FINE, copils=[{"date": "2026-09-01"}])
    assert remembered(shown) == [
        "Un territoire, dont la convention est en cours.",
        "Une fiche, réalisée. L'avancement moyen est de 100 %.",
        "Aucune fiche n'est en retard, bloquée, sans nouvelles ou sans pilote.",
        "1 comité de pilotage est prévu dans les douze mois : le 1er septembre 2026 (T1).",
    ]
    assert titles(page(view(shown))) == [
        "À retenir",
        "Territoire par territoire",
        "Les comités de pilotage qui viennent",
    ]


def test_nothing_but_launches() -> None:
    """Nobody can say what is late of them, nor how far they are."""
    planned = {"pilotes": "RPE", "calendrier": "2024"}
    plans = whole(planned, periode="2026-2029"), whole(planned, periode="2027-2030")
    assert remembered(*plans) == [
        "2 territoires : 1 convention en cours et 1 convention à venir.",
        "2 fiches.",
        "Dans 1 territoire, aucun suivi n'a été noté : T1.",
    ]
    made = page(view(*plans))
    assert titles(made) == [
        "À retenir",
        "Territoire par territoire",
        "Les comités de pilotage qui viennent",
    ]
    assert said(made, "copils") == ["Convention en cours sans comité de pilotage prévu : T1."]
    assert not any(line.startswith("Avancement :") for line in said(made, "territoires"))


def test_progress_is_that_of_the_territories_that_are_followed() -> None:
    assert remembered(whole(FINE), whole({}))[1] == (
        "2 fiches : 1 réalisée et 1 non renseignée. "
        "Dans le seul territoire suivi, l'avancement moyen est de 100 %."
    )
    assert remembered(whole(FINE), whole({}), whole(BLOCKED))[1] == (
        "3 fiches : 1 réalisée, 1 bloquée et 1 non renseignée. "
        "Dans les 2 territoires suivis, l'avancement moyen est de 75 %."
    )


def test_names_are_left_to_the_table_where_they_are_many() -> None:
    silent = whole(late(), periode="2024-2026")
    assert "6 conventions s'achèvent dans les douze mois : T1, T2, T3, T4, T5 et T6." in remembered(
        *[silent] * 6
    )
    found = remembered(*[silent] * 7)
    assert "7 conventions s'achèvent dans les douze mois." in found
    assert "Dans 7 territoires, rien n'a été noté depuis plus d'un an." in found


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        (
            (Ecart(CodeEcart.ERREURS, fichier="a.yaml", erreurs=1),),
            "1 plan n'est pas compté, parce qu'il a des erreurs ou n'a pas pu être lu",
        ),
        (
            (
                Ecart(CodeEcart.ERREURS, fichier="a.yaml", erreurs=2),
                Ecart(CodeEcart.ILLISIBLE, phrase="b.yaml : accès refusé"),
            ),
            "2 plans ne sont pas comptés, parce qu'ils ont des erreurs ou n'ont pas pu être lus",
        ),
    ],
)
def test_totals_that_are_not_whole_say_so_first(left: tuple[Ecart, ...], sentence: str) -> None:
    made = page(view(whole(FINE), left=left))
    assert said(made, "a-retenir")[0] == f"Ces chiffres ne sont pas complets : {sentence} (lesquels)."
    assert section(made, "ecarts").anchor == "ecarts"
    told = said(made, "ecarts")
    assert told[0].startswith(f"a.yaml : {left[0].erreurs} erreur{'s' if left[0].erreurs > 1 else ''}. ")
    assert len(told) == len(left)


def test_money_of_one_territory_among_several() -> None:
    found = remembered(whole({**FINE, **MONEY}), whole(FINE))
    assert found[-1] == (
        "1 500 € sont inscrits au plan d'un seul territoire : 1 000 € acquis et 500 € versés."
    )


def test_many_cafs_are_counted() -> None:
    plans = [whole(FINE).but(caf=f"Caf {rank}") for rank in range(1, 8)]
    assert sentences.cafs(view(*plans[:6])) == "Caf 1, Caf 2, Caf 3, Caf 4, Caf 5 et Caf 6"
    assert sentences.cafs(view(*plans)) == "7 Caf"
    day = "Situation au 30\u00a0juin\u00a02026"
    assert page(view(*plans)).cover.subtitles == ("7 Caf", day)


@pytest.mark.parametrize(
    ("fin", "words"),
    [
        ("2026-06-30", "30 juin 2026 (dans moins d'un mois)"),
        ("2026-07-30", "30 juillet 2026 (dans 1 mois)"),
        ("2026-08-31", "31 août 2026 (dans 2 mois)"),
        ("2026-06-29", "29 juin 2026 (terminée)"),
    ],
)
def test_how_long_a_contract_still_lasts(fin: str, words: str) -> None:
    made = page(view(whole(FINE, periode={"debut": "2024-01-01", "fin": fin})))
    ((_, row),) = tables(made, "termes")
    assert row == [words, "T1", "100 %", "Aucun"]
