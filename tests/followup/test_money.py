"""What is planned and what is spent, and what may be added (FORMAT.md, « Amounts »)."""

from __future__ import annotations

from typing import Any

import pytest

from ctgkit.followup.money import costs, fundings, paid, planned
from ctgkit.plan import Action
from ctgkit.plan.judge import judged
from ctgkit.plan.montant import lire_montant
from ctgkit.vocabulary.argent import Taxes


def action(**keys: Any) -> Action:
    return judged(Action, {"numero": "1.1", "titre": "Ouvrir un lieu", **keys})


def sums(*lines: dict[str, Any]) -> tuple[int | None, int | None]:
    """What some fundings plan and spend."""
    found = fundings(action(financements=list(lines)))
    prevu, depense = planned(found), paid(found)
    return prevu and int(prevu.euros), depense and int(depense.euros)


CAF = {"financeur": "Caf inventée", "annee": "2025", "section": "fonctionnement"}


def test_a_planned_line_and_the_same_paid_are_one_line_at_two_stages() -> None:
    lines = ({**CAF, "etat": "prévu", "montant": "15000"}, {**CAF, "etat": "réalisé", "montant": "20000"})
    assert sums(*lines) == (15000, 20000)
    assert sums(*reversed(lines)) == (15000, 20000)


@pytest.mark.parametrize(
    "other", [{"annee": "2026"}, {"objet": "Mobilier"}, {"section": "investissement"}, {"financeur": "État"}]
)
def test_lines_of_another_funder_year_section_or_object_are_two(other: dict[str, str]) -> None:
    lines = (
        {**CAF, "etat": "prévu", "montant": "15000"},
        {**CAF, **other, "etat": "versé", "montant": "20000"},
    )
    assert sums(*lines) == (35000, 20000)


def test_what_is_paid_is_planned_and_spent_and_what_is_refused_is_neither() -> None:
    assert sums({**CAF, "etat": "versé", "montant": "500"}) == (500, 500)
    assert sums({**CAF, "montant": "500", "realise": "400"}) == (500, 400)
    assert sums({**CAF, "etat": "refusé", "montant": "500"}) == (None, None)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([{"montant": "50 000 € / an", "annee": "2025-2028"}], (200_000, None, False)),
        ([{"montant": "50 000 €", "annee": "2025-2028"}], (50_000, None, False)),
        ([{"montant": "50 000 € / an", "annee": "2025"}], (50_000, None, False)),
        ([{"montant": "50 000 € / an"}], (50_000, None, True)),
        ([{"montant": "10 000 à 20 000 €"}, {"montant": "1 000 €"}], (11_000, None, True)),
        ([{"montant": "10 € HT"}, {"montant": "20 € TTC"}], (20, Taxes.COMPRISES, False)),
        ([{"montant": "10 € HT"}, {"montant": "20 € HT"}], (30, Taxes.HORS, False)),
        ([{"montant": "300 € par session"}, {"montant": "20 €"}], (20, None, False)),
    ],
)
def test_what_costs_make(lines: list[dict[str, str]], told: tuple[int, Taxes | None, bool]) -> None:
    found = planned(costs(action(couts=lines)))
    assert found is not None
    assert (int(found.euros), found.taxes, found.au_moins) == told


def test_words_make_no_sum() -> None:
    assert planned(costs(action(couts=["Sur fonds propres", {"montant": "à définir"}]))) is None


def test_a_text_is_what_is_paid_or_an_amount() -> None:
    found = action(couts=["Sur fonds propres", "60 000 €", "Caf : 1 000 €"]).couts
    assert [(one.objet, one.montant) for one in found] == [
        ("Sur fonds propres", None),
        (None, lire_montant("60 000 €")),
        ("Caf : 1 000 €", None),
    ]


def test_a_former_name_of_a_key_is_still_read() -> None:
    (line,) = action(financements=[{"nature": "investissement", "montant": "1"}]).financements
    assert line.section == "investissement"
