"""The sentences of the reports agree in number, whatever the numbers are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ctgkit.page.blocks import Card, Cards, Heading, Legend, Table, Timeline
from ctgkit.page.writing import text_of
from ctgkit.plan import Plan
from ctgkit.reports.copil import sentences
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.copil.page import page
from ctgkit.reports.followed import sentences as shared
from ctgkit.reports.pilote.people import candidates
from tests.reports.copil.plans import plan as known
from tests.reports.copil.plans import raw_actions
from tests.reports.fiches.plans import minimal
from tests.reports.pages import cell, linked, plain, said, section, titles

DAY = date(2026, 6, 30)


def small(*actions: dict[str, Any], **keys: Any) -> Plan:
    """A plan of one axis, with these actions."""
    numbered = [{"numero": f"1.{rank}", "titre": f"A{rank}", **one} for rank, one in enumerate(actions, 1)]
    return minimal({"numero": "1", "titre": "Axe", "actions": numbered}, **keys)


def remembered(shown: Plan, day: date = DAY) -> list[str]:
    """The sentences to remember, without their no-break spaces."""
    return [linked(line) for line in sentences.retenir(copil(shown, day))]


def late(**more: Any) -> dict[str, Any]:
    """An action that nobody carries, late since the end of 2024 and silent since March 2024."""
    return {"calendrier": "2024", "suivi": [{"date": "2024-03-01", "statut": "en cours", **more}]}


MONEY = {"financements": [{"montant": "1000", "etat": "acquis"}, {"montant": "500", "etat": "réalisé"}]}
#: An indicator that can be followed and was not measured yet: a measure would be news, and no launch.
FOLLOWED = {"indicateurs": [{"nom": "I", "cible": {"date": "2027-12-31", "valeur": "20"}}]}
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
        "Le plan compte une fiche, en cours.",
        "L'avancement moyen est de 10 %.",
        "Depuis le 1er février 2024, 1 fiche a du nouveau, dont 1 commencée ; 1 mesure a été prise.",
        "1 fiche est en retard : [1.1](#fiche-1-1-1) – A1.",
        "1 fiche est sans nouvelles depuis plus d'un an : [1.1](#fiche-1-1-1) – A1.",
        "1 fiche n'a pas de pilote : [1.1](#fiche-1-1-1) – A1.",
        "Le seul indicateur suivi a été mesuré ; sa dernière mesure va dans le mauvais sens.",
        "1 500 € sont inscrits au plan : 1 000 € acquis et 500 € versés.",
        # Late, silent and without a pilot: three questions about one fiche.
        "3 points sont soumis à la décision du comité.",
    ]


@pytest.mark.parametrize(("niveau", "told"), [("Enjeu", "1 enjeu"), ("Axe fort", "1 axe fort")])
def test_the_first_level_is_called_as_the_document_calls_it(niveau: str, told: str) -> None:
    one, two = (
        minimal(
            *(
                {
                    "numero": str(rank),
                    "titre": "T",
                    "actions": [{"numero": f"{rank}.{n}", "titre": "A"} for n in (1, 2)],
                }
                for rank in range(1, number + 1)
            ),
            vocabulaire={"niveaux": [niveau]},
        )
        for number in (1, 2)
    )
    assert remembered(one)[0] == f"Le plan compte 2 fiches, en {told}."
    assert remembered(two)[0].endswith({"1 enjeu": "en 2 enjeux.", "1 axe fort": "en 2 axes forts."}[told])


@pytest.mark.parametrize(
    ("fiches", "told"),
    [
        (0, "Le plan ne compte encore aucune fiche."),
        (1, "Le plan compte une fiche."),
        (2, "Le plan compte 2 fiches."),
    ],
)
def test_a_plan_of_no_fiche_or_of_one_is_told_in_words(fiches: int, told: str) -> None:
    assert remembered(small(*({"pilotes": "X"} for _ in range(fiches))))[0] == told


def test_two_of_everything() -> None:
    one = {**late(avancement=10), **MEASURED}
    shown = small(one, one, copils=[{"date": "2024-02-01"}], vocabulaire={"niveaux": ["Axe"]})
    assert remembered(shown) == [
        "Le plan compte 2 fiches, en 1 axe : toutes en cours.",
        "L'avancement moyen est de 10 %.",
        "Depuis le 1er février 2024, 2 fiches ont du nouveau, dont 2 commencées ; 2 mesures ont été prises.",
        "2 fiches sont en retard : [1.1](#fiche-1-1-1) et [1.2](#fiche-1-1-2).",
        "2 fiches sont sans nouvelles depuis plus d'un an : [1.1](#fiche-1-1-1) et [1.2](#fiche-1-1-2).",
        "2 fiches n'ont pas de pilote : [1.1](#fiche-1-1-1) et [1.2](#fiche-1-1-2).",
        (
            "Les 2 indicateurs suivis ont été mesurés ; "
            "la dernière mesure de 2 d'entre eux va dans le mauvais sens."
        ),
        "3 points sont soumis à la décision du comité.",
    ]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([("1000", "acquis"), ("500", None)], "1 500 € sont inscrits au plan, dont 1 000 € acquis."),
        ([("1000", "acquis"), ("500", "acquis")], "1 500 € sont inscrits au plan, tous acquis."),
        ([("1", "prévu")], "1 € est inscrit au plan : il est prévu."),
        ([("1000", None)], "1 000 € sont inscrits au plan."),
    ],
)
def test_the_states_of_the_money_are_parts_of_it_or_all_of_it(
    lines: list[tuple[str, str | None]], sentence: str
) -> None:
    told = [{"montant": montant, **({"etat": etat} if etat else {})} for montant, etat in lines]
    assert sentence in remembered(small({"pilotes": "X", "financements": told}))


def test_a_plan_without_anything_wrong_is_told_so() -> None:
    fine = {"pilotes": "X", "suivi": [{"date": "2026-01-10", "statut": "réalisée"}]}
    assert remembered(small(fine, copils=[{"date": "2026-02-01"}])) == [
        "Le plan compte une fiche, réalisée.",
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
        ([FOLLOWED], "1 indicateur a de quoi être suivi."),
        ([FOLLOWED] * 2, "2 indicateurs ont de quoi être suivis."),
    ],
)
def test_a_launch_says_who_and_what(actions: list[dict[str, Any]], sentence: str) -> None:
    assert sentence in remembered(small(*actions))


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2023, 12, 1), "Lancement du plan d'actions"),
        (date(2024, 12, 31), "Lancement du plan d'actions"),
        (date(2025, 1, 2), "Point sur le plan d'actions"),
        (date(2028, 1, 1), "Le plan d'actions au terme de la convention"),
    ],
)
def test_a_plan_that_nobody_follows_is_launched_for_a_year(day: date, title: str) -> None:
    made = page(copil(small({}), day))
    assert (made.cover.title, made.running[1]) == (title, title)


def test_a_launch_speaks_of_no_lateness_and_the_end_of_a_convention_is_told() -> None:
    before, after = (
        remembered(small({"calendrier": "2024"})),
        remembered(small({}, {"nature": "engagement"}), date(2028, 1, 1)),
    )
    assert "Le suivi n'a pas encore commencé : ce rapport dit ce qui est prévu, par qui et quand." in before
    assert not any("retard" in one for one in before)
    assert after[1].startswith(
        "La convention est arrivée à son terme le 31 décembre 2027, et rien n'a été noté"
    )
    assert "1 fiche d'engagement n'a pas été traduite en actions." in after
    assert (
        "La convention commence le 1er janvier 2024 : ce rapport dit ce qui est prévu, par qui et quand."
        in (remembered(small({}), date(2023, 12, 31)))
    )


def test_what_has_nothing_to_say_is_not_there() -> None:
    told = {"pilotes": "X", "resultats": "R", "indicateurs": "I", "calendrier": "2028"}
    assert titles(page(copil(small(told), DAY))) == [
        "À retenir",
        "Les chiffres",
        "Qui porte quoi",
        "Ce que le plan ne dit pas encore",
    ]


def test_a_pilot_is_looked_for_among_aliases_too() -> None:
    assert candidates(known("exemple"), "C.C.V.I") == ("Communauté de communes de la Vallée Imaginaire",)


def example(name: str, day: date = DAY) -> list[str]:
    """What a section of the example's report says."""
    return said(page(copil(known("exemple"), day)), name)


def test_what_is_decided_after_the_convention_puts_nothing_off() -> None:
    during, after = ("\n".join(example("decisions", day)) for day in (date(2027, 12, 31), date(2028, 1, 1)))
    assert "Fixer un nouveau terme, par avenant s'il change la convention" in during
    assert "avenant" not in after.replace("L'avenant n° 1 est signé", "")
    assert "Désigner" not in after
    # 4.1 is late, 3.2.1 should have begun, 2.2.1 is blocked, 1.2.1 silent, and 4.2 without a pilot.
    for asked in (
        "Reprendre l'action dans une autre convention, ou la clore.",
        "Reprendre l'action dans une autre convention, ou y renoncer.",
        "Dire ce qu'il advient de l'action.",
        "Faire le bilan de l'action.",
        "Dire qui rend compte de l'action.",
    ):
        assert asked in after.split("\n")


def test_what_is_counted_as_late_elsewhere_is_told_where_a_reader_would_count_it() -> None:
    """By reading: eight fiches are under way, one of them late; two are to come, one of them late."""
    made = section(page(copil(known("exemple"), DAY)), "etat")
    headings = [plain(text_of(one.runs)) for one in made.blocks if isinstance(one, Heading)]
    assert headings == [
        "En retard ou bloquées (3)",
        "En pause (1)",
        "Réalisées (1)",
        "En cours (7, et 1 en retard ci-dessus)",
        "À venir (1, et 1 en retard ci-dessus)",
        "Abandonnées (1)",
        "Non renseignées (1)",
    ]
    assert any(
        line.endswith("Rien de noté ; calendrier : « Pas avant le second semestre 2026 »")
        for line in example("etat")
    )


def test_what_only_fell_silent_is_told_in_a_line() -> None:
    made = section(page(copil(known("exemple"), date(2028, 1, 1))), "changements")
    assert [text_of(one.runs) for one in made.blocks if isinstance(one, Heading)] == ["Rien de noté depuis"]
    assert (
        "2.2.1 Obtenir l'agrément d'un espace de vie sociale à Val-Fictif"
        " – nouvelles alertes : en retard et sans nouvelles"
    ) in example("changements", date(2028, 1, 1))


def test_every_value_of_every_indicator_is_told_with_its_day_and_its_comment() -> None:
    """From the file itself: 16 indicators, their references, targets and measures."""
    (cards,) = (
        one
        for one in section(page(copil(known("exemple"), DAY)), "indicateurs").blocks
        if isinstance(one, Cards)
    )
    rows = {plain(text_of(card.title)): _rows(card) for card in cards.cards}
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
    values = comments = 0
    for action in raw_actions("exemple"):
        for one in action.get("indicateurs", ()):
            if not isinstance(one, dict):
                continue
            for value in [one.get("reference"), *one.get("mesures", ()), one.get("cible")]:
                if value is None:
                    continue
                day = value["date"]
                day = f"{'1er' if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"
                number = value["valeur"]
                if not isinstance(number, str):
                    number = f"{number:,}".replace(",", " ").replace(".", ",")
                told = rows[one["nom"]]
                assert [day, number] in told, (one["nom"], day)
                if "commentaire" in value:
                    assert told[told.index([day, number]) + 1] == [value["commentaire"]]
                values, comments = values + 1, comments + ("commentaire" in value)
    assert (values, comments) == (61, 11)


def _rows(card: Card) -> list[list[str]]:
    """The days and the values of the table of an indicator, and what explains them."""
    (table,) = (one for one in card.blocks if isinstance(one, Table))
    return [[cell(one.runs, one.below) for one in row.cells[-2:]] for row in table.rows]


def test_the_bars_of_the_calendar_say_the_status_and_the_shades_are_explained() -> None:
    timeline, legend = section(page(copil(known("exemple"), DAY)), "calendrier").blocks
    assert isinstance(timeline, Timeline)
    assert isinstance(legend, Legend)
    rows = {row.name[0].text: row for group in timeline.groups for row in group.rows}
    assert plain(rows["2.2.1"].alt) == "du 1er janvier 2024 au 31 décembre 2026, bloquée"
    assert rows["2.2.1"].state == "bloquée"
    assert [words for _, words in legend.keys] == [
        "à venir",
        "en cours",
        "réalisée",
        "en pause",
        "bloquée",
        "abandonnée",
        "non renseignée",
    ]
    assert len({shade for shade, _ in legend.keys}) == 7
    # Nothing has a status at the launch: its bars are all alike.
    timeline, legend, *_ = section(page(copil(known("fier-et-usses"), DAY)), "calendrier").blocks
    assert isinstance(timeline, Timeline)
    assert isinstance(legend, Legend)
    assert legend.keys == ()
    rows = {row.name[0].text: row for group in timeline.groups for row in group.rows}
    assert {span.shade for row in rows.values() for span in row.spans} == {"avenir"}
    assert not any(row.state or "à venir" in row.alt for row in rows.values())


def test_a_launch_tells_of_indicators_what_is_known() -> None:
    """Before the first entry, the example has references and targets and nothing measured."""
    told = example("indicateurs", date(2023, 1, 15))
    assert not any("Aucune mesure" in line or "Chemin parcouru" in line for line in told)
    assert "Au départ : 0 projet ; cible : 12 projets le 31 décembre 2027." in told


def test_what_was_never_measured_is_told_where_others_were() -> None:
    told = example("indicateurs")
    assert told.count("Aucune mesure ; au départ : 0 projet ; cible : 12 projets le 31 décembre 2027.") == 1


def test_how_much_of_the_way_is_done_is_told_until_the_target_is_reached() -> None:
    """By hand, on 30 June 2026: 47 young people of 120, from none; 48.5 places, from 52 to 60."""
    told = example("indicateurs")
    young = told.index("Jeunes différents accueillis dans l'année")
    assert "Chemin parcouru : 39 %." in told[young : young + 4]
    places = told.index("Places d'accueil pour 100 enfants de moins de trois ans")
    assert "Chemin parcouru : en recul." in told[places : places + 4]
    reached = told.index("Familles informées par le guichet unique dans l'année")
    assert not any(line.startswith("Chemin") for line in told[reached : reached + 4])


@pytest.mark.parametrize(
    ("territoire", "told"),
    [
        ({"nom": "Vallée"}, "Vallée"),
        ({"nom": "Vallée", "type": "communauté de communes"}, "Vallée (communauté de communes)"),
        ({"nom": "Vallée", "departement": "Ain"}, "Vallée (Ain)"),
        (
            {"nom": "Communauté de communes du Val", "type": "communauté de communes", "departement": "Ain"},
            "Communauté de communes du Val (Ain)",
        ),
    ],
)
def test_a_territory_is_named_without_an_article_that_nobody_wrote(
    territoire: dict[str, str], told: str
) -> None:
    assert shared.place(copil(small({}, territoire=territoire), DAY).entete) == told
