"""The sentences of the reports agree in number, whatever the numbers are."""

from __future__ import annotations

import html
import re
from datetime import date
from html import unescape
from typing import Any

import pytest

from ctgkit.plan import Plan
from ctgkit.reports.pilote import candidates
from tests.outputs.templates.rapports import written
from tests.reports.copil.plans import plan as known
from tests.reports.copil.plans import raw_actions
from tests.reports.fiches.plans import minimal

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
        "1 fiche est en retard : [1.1](#fiche-1-1-1) – A1.",
        "1 fiche est sans nouvelles depuis plus d'un an : [1.1](#fiche-1-1-1) – A1.",
        "1 fiche n'a pas de pilote : [1.1](#fiche-1-1-1) – A1.",
        "1 indicateur est suivi : 1 a été mesuré ; sa dernière mesure va dans le mauvais sens.",
        "1 500 € sont inscrits au plan : 1 000 € acquis et 500 € réalisés.",
        "Le comité a 1 point à décider.",
    ]


@pytest.mark.parametrize(("niveau", "told"), [("Enjeu", "1 enjeu"), ("Axe fort", "1 axe fort")])
def test_the_first_level_is_called_as_the_document_calls_it(niveau: str, told: str) -> None:
    one, two = (
        minimal(
            *({"numero": str(rank), "titre": "T", "actions": []} for rank in range(1, number + 1)),
            vocabulaire={"niveaux": [niveau]},
        )
        for number in (1, 2)
    )
    assert remembered(one)[0] == f"Le plan compte 0 fiche, en {told}."
    assert remembered(two)[0].endswith({"1 enjeu": "en 2 enjeux.", "1 axe fort": "en 2 axes forts."}[told])


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


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([("1000", "acquis"), ("500", None)], "1 500 € sont inscrits au plan, dont 1 000 € acquis."),
        ([("1000", "acquis"), ("500", "acquis")], "1 500 € sont inscrits au plan, tous acquis."),
        ([("1", "prévu")], "1 € est inscrit au plan, prévu."),
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
    for output_format, heading in (("md", f"\n# {title}\n"), ("html", f"<h1>{title}</h1>")):
        assert heading in unescape(written(small({}), "copil", output_format, day, ""))


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


@pytest.mark.parametrize("output_format", ["html", "md"])
def test_what_has_nothing_to_say_is_not_there(output_format: str) -> None:
    told = {"pilotes": "X", "resultats": "R", "indicateurs": "I", "calendrier": "2028"}
    text = written(small(told), "copil", output_format, DAY, "").rpartition("</style>")[2]
    absent = ["Ce qui a bougé", "Où en sont", "Les indicateurs", "Les financements", "Les points à décider"]
    absent += ["Le calendrier", "Les fiches concernées"]
    assert [title for title in absent if title in text] == []
    assert "Les chiffres" in text


def test_a_pilot_is_looked_for_among_aliases_too() -> None:
    assert candidates(known("exemple"), "C.C.V.I") == ("Communauté de communes de la Vallée Imaginaire",)


def part(text: str, title: str) -> str:
    """A section of the example's report in Markdown, with plain spaces."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    return text.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_what_is_decided_after_the_convention_puts_nothing_off() -> None:
    during, after = (
        part(written(known("exemple"), "copil", "md", day, ""), "Les points à décider")
        for day in (date(2027, 12, 31), date(2028, 1, 1))
    )
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
        assert f"**{asked}**" in after


def test_what_is_counted_as_late_elsewhere_is_told_where_a_reader_would_count_it() -> None:
    """By reading: eight fiches are under way, one of them late; two are to come, one of them late."""
    state = part(written(known("exemple"), "copil", "md", DAY, ""), "Où en sont les actions")
    titles = [line.removeprefix("### ") for line in state.splitlines() if line.startswith("### ")]
    assert titles == [
        "En retard ou bloquées (3)",
        "En pause (1)",
        "Réalisées (1)",
        "En cours (7, et 1 en retard ci-dessus)",
        "À venir (1, et 1 en retard ci-dessus)",
        "Abandonnées (1)",
        "Non renseignées (1)",
    ]
    assert "Rien de noté ; calendrier : « Pas avant le second semestre 2026 »" in state


def test_what_only_fell_silent_is_told_in_a_line() -> None:
    moved = part(written(known("exemple"), "copil", "md", date(2028, 1, 1), ""), "Ce qui a bougé")
    assert [line for line in moved.splitlines() if line.startswith("#")] == ["### Rien de noté"]
    assert (
        "- [2.2.1 Obtenir l'agrément d'un espace de vie sociale à Val-Fictif](#fiche-parentalite-2-2-1)"
        " – nouvelles alertes : en retard et sans nouvelles"
    ) in moved.splitlines()


@pytest.mark.parametrize("output_format", ["html", "md"])
def test_every_value_of_every_indicator_is_told_with_its_day_and_its_comment(output_format: str) -> None:
    """From the file itself: 16 indicators, their references, targets and measures."""
    html_ = output_format == "html"
    text = written(known("exemple"), "copil", output_format, DAY, "")
    section = text.split('id="indicateurs"' if html_ else "## Les indicateurs", 1)[1]
    section = section.split('id="argent"' if html_ else "## Les financements", 1)[0]
    shown = html.unescape(section).replace("\u00a0", " ").replace("\u202f", " ")
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
                row = (
                    rf"<td>{day}</td><td class=\"figure\">{number}<"
                    if html_
                    else rf"\b{number}[^|(]* \({day}\)"
                )
                assert re.search(row, shown), (one["nom"], day)
                assert value.get("commentaire", "") in shown
                values, comments = values + 1, comments + ("commentaire" in value)
    assert (values, comments) == (61, 11)


def test_the_bars_of_the_calendar_say_the_status_and_the_shades_are_explained() -> None:
    page = written(known("exemple"), "copil", "html", DAY, "")
    calendar = page.split('id="calendrier"', 1)[1].split("</section>", 1)[0]
    assert 'aria-label="du 1er\u00a0janvier\u00a02024 au 31\u00a0décembre\u00a02026, bloquée"' in calendar
    legend = re.findall(r"</svg> ([^<]+)</li>", calendar)
    assert legend == [
        "à venir",
        "en cours",
        "réalisée",
        "en pause",
        "bloquée",
        "abandonnée",
        "non renseignée",
    ]
    # Nothing has a status at the launch: its bars are all alike.
    launch = written(known("fier-et-usses"), "copil", "html", DAY, "").split('id="calendrier"', 1)[1]
    assert "legende" not in launch.split("</section>", 1)[0]
    assert ", à venir" not in launch.split("</section>", 1)[0]


def test_a_launch_tells_of_indicators_what_is_known_and_has_no_column_of_blanks() -> None:
    """Before the first entry, the example has references and targets and nothing measured."""
    day = date(2023, 1, 15)
    assert "Aucune mesure" not in written(known("exemple"), "copil", "html", day, "")
    table = part(written(known("exemple"), "copil", "md", day, ""), "Les indicateurs")
    assert "| Indicateur | Fiche | Référence | Cible |" in table.splitlines()
    assert "| 0 projet (9 octobre 2025) | 12 projets (31 décembre 2027) |" in table
    calendar = part(written(known("exemple"), "copil", "md", day, ""), "Le calendrier")
    assert "| Fiche | Calendrier |" in calendar.splitlines()


def test_what_was_never_measured_is_told_where_others_were() -> None:
    page = written(known("exemple"), "copil", "html", DAY, "").replace("\u00a0", " ")
    assert page.count("Aucune mesure ; au départ : 0 projet ; cible : 12 projets le 31 décembre 2027.") == 1


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
    text = written(small({}, territoire=territoire), "copil", "md", DAY, "").replace("\u00a0", " ")
    assert f"- Territoire : {told}" in text.splitlines()
