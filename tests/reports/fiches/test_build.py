"""What the view makes of a plan: labels, order, addresses, references, sums."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ctgkit.reports.fiches import DocumentView, FicheView, build
from ctgkit.reports.fiches.page import indicator, money
from ctgkit.reports.fiches.view import SommeView
from tests.reports.fiches.plans import document, fiche, minimal
from tests.reports.pages import plain


def action(numero: str, **keys: Any) -> dict[str, Any]:
    return {"numero": numero, "titre": f"Action {numero}", **keys}


def only(view: DocumentView) -> FicheView:
    (found,) = view.fiches()
    return found


def links(view: DocumentView) -> dict[str, list[str | None]]:
    """What the first text of each fiche's `constats` leads to."""
    return {
        one.complete: [cut.lien for cut in one.rubriques[0].points[0].segments if cut.lien]
        for one in view.fiches()
        if one.rubriques
    }


def test_headings_are_those_of_the_fiche_then_of_the_document_then_the_usual_ones() -> None:
    plan = minimal(
        {
            "id": "a",
            "titre": "A",
            "actions": [
                action(
                    "1",
                    constats="c",
                    pilotes="p",
                    calendrier="2024",
                    descriptif="d",
                    intitules={"pilotes": "Copilotes", "descriptif": "Quoi"},
                    rubriques={"Secteur": "s", "Autre": "a"},
                )
            ],
        },
        vocabulaire={
            "rubriques": {"calendrier": "Échéances", "pilotes": "Pilote"},
            "numerotees": ["descriptif"],
        },
    )
    found = [(one.cle, one.intitule, one.numerotee) for one in only(build(plan)).rubriques]
    assert found == [
        ("calendrier", "Échéances", False),
        ("pilotes", "Copilotes", False),
        ("constats", "Constats", False),
        ("descriptif", "Quoi", True),
        ("rubriques", "Secteur", False),
        ("rubriques", "Autre", False),
    ]


def test_levels_without_a_word_in_the_vocabulary_have_no_label() -> None:
    plan = minimal(
        {
            "numero": "1",
            "titre": "A",
            "objectifs": [{"numero": "1.1", "titre": "B", "actions": [action("1.1.1")]}],
        },
        vocabulaire={"niveaux": "Axe"},
    )
    (axe,) = build(plan).sections
    assert (axe.niveau, axe.profondeur, axe.sections[0].niveau, axe.sections[0].profondeur) == (
        "Axe",
        0,
        None,
        1,
    )


def test_what_the_sections_below_hold_comes_before_a_section_s_own_fiches() -> None:
    plan = minimal(
        {
            "id": "a",
            "titre": "A",
            "actions": [action("9")],
            "objectifs": [{"titre": "B", "actions": [action("1")]}, {"titre": "C", "actions": [action("2")]}],
        }
    )
    view = build(plan)
    assert [one.numero for one in view.fiches()] == ["1", "2", "9"]
    assert (view.sections[0].nombre, view.nombre) == (3, 3)


def test_a_reference_leads_within_its_own_theme_and_elsewhere_only_where_one_fiche_has_the_number() -> None:
    plan = minimal(
        {
            "id": "a",
            "titre": "A",
            "actions": [action("1.1", constats="voir fiche action 1.2"), action("1.2")],
        },
        {
            "id": "b",
            "titre": "B",
            "actions": [action("1.2"), action("3.1", constats="voir fiche action 1.2")],
        },
        {"id": "c", "titre": "C", "actions": [action("4.1", constats="voir fiche action 1.2")]},
        {"id": "d", "titre": "D", "actions": [action("5.1", constats="voir fiche action 4.1")]},
        {"id": "e", "titre": "E", "actions": [action("6.1", constats="voir fiche action 7.7")]},
    )
    assert links(build(plan)) == {
        "a/1.1": ["fiche-a-1-2"],
        "b/3.1": ["fiche-b-1-2"],
        "c/4.1": [],
        "d/5.1": ["fiche-c-4-1"],
        "e/6.1": [],
    }


def test_a_text_before_the_fiches_refers_only_to_numbers_that_one_fiche_has() -> None:
    plan = minimal(
        {"id": "a", "titre": "A", "actions": [action("1.1"), action("1.2")]},
        {"id": "b", "titre": "B", "actions": [action("1.1")]},
        preambule=[{"titre": "T", "texte": "voir fiches actions 1.1 et 1.2"}],
    )
    (texte,) = build(plan).preambule
    assert [cut.lien for cut in texte.points[0].segments if cut.lien] == ["fiche-a-1-2"]


def test_plain_numbers_are_addresses_and_references_too() -> None:
    plan = minimal(
        {
            "id": "a",
            "titre": "A",
            "actions": [action("2", constats="2,5 places en 2022, voir fiche action 12"), action("12")],
        }
    )
    view = build(plan)
    assert links(view) == {"a/2": ["fiche-a-12"]}
    assert [one.adresse for one in view.fiches()] == ["2", "12"]


def test_the_total_is_that_of_the_amounts_there_are() -> None:
    lines = [{"financeur": "Caf", "montant": "12 500,50 €"}, {"montant": "100"}, {"objet": "Locaux"}]
    plan = minimal({"id": "a", "titre": "A", "actions": [action("1", financements=lines)]})
    assert only(build(plan)).total == SommeView(
        prevu=Decimal("12600.50"), taxes=None, au_moins=False, depense=None
    )
    plan = minimal({"id": "a", "titre": "A", "actions": [action("1", financements=[{"objet": "Locaux"}])]})
    assert only(build(plan)).total is None


def test_an_indicator_is_shown_in_full_where_there_is_something_to_follow() -> None:
    three = {"nom": "Trois", "unite": "h", "reference": {"date": "2024-01-01", "valeur": "2"}}
    found = only(
        build(
            minimal(
                {
                    "id": "a",
                    "titre": "A",
                    "actions": [action("1", indicateurs=["Un", {"nom": "Deux", "unite": "h"}, three])],
                }
            )
        )
    )
    assert [point.texte for point in found.rubriques[0].points] == ["Un", "Deux (en h)", "Trois"]
    assert [one.nom for one in found.indicateurs] == ["Trois"]


def test_dates_that_settle_a_calendar_go_with_its_words() -> None:
    calendrier = document("complet")
    first = next(
        one for one in fiche(calendrier, "petite-enfance/1.1.1").rubriques if one.cle == "calendrier"
    ).points[0]
    assert first.texte == "2nd semestre 2025"
    assert (str(first.debut), str(first.fin)) == ("2025-07-01", "2025-12-31")


def test_anchors_stay_apart_where_addresses_look_alike_once_written_as_anchors() -> None:
    plan = minimal(
        {"id": "a b", "titre": "A", "actions": [action("1.1"), action("1/1"), action("1-1")]},
        {"id": "a-b", "titre": "B", "objectifs": [{"titre": "C"}, {"titre": "D"}]},
        {"id": "!", "titre": "E", "actions": [action("?")]},
    )
    view = build(plan)
    anchors = [one.ancre for one in view.fiches()]
    anchors += [one.ancre for axe in view.sections for one in (axe, *axe.sections)]
    assert len(set(anchors)) == len(anchors) == 9
    assert all(anchors)


def test_what_is_spent_has_a_sum_of_its_own_and_amounts_without_taxes_stand_beside() -> None:
    """15 000 to 20 000, then 50 000 a year twice, is at least 115 000; 12 000 without taxes is beside it."""
    lines = [
        {"financeur": "Caf", "montant": "15 000 à 20 000 €", "annee": 2025},
        {"financeur": "Caf", "montant": "50 000 € / an", "annee": "2025-2026", "realise": "20 000 €"},
        {"financeur": "Commune", "montant": "12 000 € HT", "annee": 2025},
        {"financeur": "Département", "montant": 3000, "annee": 2025, "etat": "refusé"},
    ]
    plan = minimal({"id": "a", "titre": "A", "actions": [action("1", financements=lines)]})
    assert only(build(plan)).total == SommeView(
        prevu=Decimal(115000),
        taxes=None,
        au_moins=True,
        depense=Decimal(20000),
        hors_taxes=Decimal(12000),
    )
    view = only(build(plan))
    table = money(view.financements, view.total, "Financements")
    told = ["".join(run.text for run in cell.runs) for cell in table.rows[-1].cells]
    assert plain(" | ".join(told)) == "Total | au moins 115 000 € et 12 000 € HT | 20 000 €"


STEPS = {
    "id": "a",
    "titre": "A",
    "actions": [
        action(
            "8",
            calendrier="2025",
            descriptif="d",
            couts="c",
            financements=[{"financeur": "Caf", "montant": "500 €"}],
            rubriques={"Lieu": "ici", "Autre": "là"},
            etapes=[
                {
                    "titre": "Former",
                    "numero": "2",
                    "calendrier": "2026",
                    "publics": "p",
                    "rubriques": {"Lieu": "là-bas"},
                    "financements": [{"financeur": "ARS", "montant": "300 €"}],
                    "intitules": {"calendrier": "Quand"},
                },
                {"titre": "Loger", "id": "loger"},
                {"titre": "Ouvrir"},
            ],
        )
    ],
}


def test_headings_steps_and_money_stand_where_the_plan_puts_them() -> None:
    labels = {
        "calendrier": "Dates",
        "financements": "Plan de financement",
        "Lieu": "Où",
        "etapes": "Opérations",
    }
    plan = minimal(
        STEPS,
        vocabulaire={
            "rubriques": labels,
            "rubriques_etape": {"publics": "Bénéficiaires", "financements": "Financeurs"},
            "etape": "Opération",
        },
    )
    fiche = only(build(plan))
    assert [one.intitule for one in fiche.parties] == [*labels.values(), "Descriptif", "Autre", "Coûts"]
    # What the steps call otherwise comes first, then the order of the fiches; its own label is above all.
    first, *_ = fiche.etapes
    assert [one.intitule for one in first.parties] == ["Bénéficiaires", "Financeurs", "Quand", "Où"]
    assert [(one.nom, one.adresse) for one in fiche.etapes] == [
        ("Opération", "8:2"),
        ("Opération", "8:loger"),
        ("Opération", "8:3"),
    ]


def test_without_any_place_for_them_steps_and_money_come_after_the_headings() -> None:
    fiche = only(build(minimal(STEPS)))
    assert [one.cle for one in fiche.parties] == [
        *("descriptif", "calendrier", "rubriques", "rubriques", "etapes", "couts", "financements"),
    ]
    assert {one.nom for one in fiche.etapes} == {"Étape"}


def test_the_money_of_a_step_is_no_part_of_the_total_of_its_fiche() -> None:
    fiche = only(build(minimal(STEPS)))
    assert fiche.total is not None
    assert fiche.total.prevu == Decimal(500)
    assert fiche.etapes[0].total is not None
    assert fiche.etapes[0].total.prevu == Decimal(300)


def test_indicators_that_only_say_their_type_are_printed_under_it() -> None:
    followed = {"nom": "Familles", "cible": {"date": "2026-12-31", "valeur": "9"}}
    indicateurs = {"quantitatifs": ["Places", followed]}
    plan = minimal(
        {
            "id": "a",
            "titre": "A",
            "actions": [action("1", indicateurs={**indicateurs, "qualitatifs": "Satisfaction"})],
        }
    )
    fiche = only(build(plan))
    assert [(one.texte, [below.texte for below in one.points]) for one in fiche.rubriques[0].points] == [
        ("Familles", []),
        ("Quantitatifs", ["Places"]),
        ("Qualitatifs", ["Satisfaction"]),
    ]
    assert [one.nom for one in fiche.indicateurs] == ["Familles"]


@pytest.mark.parametrize(("comment", "columns"), [({}, 3), ({"commentaire": "En avance"}, 4)])
def test_values_have_a_column_of_comments_where_one_is_commented(
    comment: dict[str, str], columns: int
) -> None:
    measure = {"date": "2025-01-15", "valeur": "4", **comment}
    places = {"nom": "Places", "cible": {"date": "2026-01-01", "valeur": "12"}, "mesures": [measure]}
    plan = minimal({"id": "a", "titre": "A", "actions": [action("1", indicateurs=[places])]})
    (one,) = only(build(plan)).indicateurs
    made = indicator(one)
    assert [len(row.cells) for row in made.rows] == [columns, columns]
    assert len(made.columns) == columns
