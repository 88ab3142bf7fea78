"""Totals, groups, choices, and what moved."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from ctgkit.followup import BY, Group, group, kept, moved, state_of
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut
from tests.followup.plans import built, journal, on
from tests.plan.reading.plans import plan

ACTIONS = (
    {
        "calendrier": "2024-2025",
        "pilotes": ["Mairie", "Caf"],
        "suivi": [{"date": "2024-05-02", "statut": "en cours"}],
    },
    {
        "calendrier": "À partir de 2026",
        "pilotes": ["École"],
        "suivi": [{"date": "2024-05-02", "statut": "à venir"}],
    },
    {"calendrier": ["2024", "2026 : bilan"], "suivi": [{"date": "2024-05-02", "statut": "réalisée"}]},
    {"calendrier": "Jusqu'en 2025", "pilotes": ["caf"]},
    {"calendrier": "Selon les besoins", "pilotes": ["Mairie"]},
)
STATE = state_of(built(*ACTIONS), date(2026, 3, 1))


def read(groups: tuple[Group, ...]) -> list[tuple[int | str | None, list[str]]]:
    return [(one.cle, [fiche.adresse for fiche in one.fiches]) for one in groups]


def test_by_pilot_a_fiche_is_under_each_of_them_in_alphabetical_order() -> None:
    assert read(group(STATE, "pilote")) == [
        ("Caf", ["1.1", "1.4"]),
        ("École", ["1.2"]),
        ("Mairie", ["1.1", "1.5"]),
        (None, ["1.3"]),
    ]


def test_by_status_they_come_in_the_order_of_the_file_format() -> None:
    assert read(group(STATE, "statut")) == [
        ("à venir", ["1.2"]),
        ("en cours", ["1.1"]),
        ("réalisée", ["1.3"]),
        (None, ["1.4", "1.5"]),
    ]


def test_by_year_a_fiche_is_under_each_year_it_runs_in() -> None:
    assert read(group(STATE, "annee")) == [
        (2024, ["1.1", "1.3", "1.4"]),
        (2025, ["1.1", "1.4"]),
        (2026, ["1.2", "1.3"]),
        (2027, ["1.2"]),
        (None, ["1.5"]),
    ]


def test_what_runs_outside_the_contract_has_its_own_years() -> None:
    state = state_of(
        built({"calendrier": "À partir de 2030"}, {"calendrier": "Jusqu'en 2022"}), date(2026, 3, 1)
    )
    assert read(group(state, "annee")) == [(2022, ["1.2"]), (2030, ["1.1"])]


def test_by_axis_they_come_in_document_order_and_sections_sum_what_is_below_them() -> None:
    text = """\
format: 1
titre: Plan
territoire: {nom: Territoire inventé}
caf: Caf
periode: 2024-2027
vocabulaire: {niveaux: [Axe, Objectif]}
axes:
  - id: a
    titre: Premier
    objectifs:
      - titre: Dessous
        actions:
          - {numero: 1.1, titre: Une}
    actions:
      - {numero: 1.2, titre: Deux}
  - id: b
    titre: Second
    actions:
      - {numero: 2.1, titre: Trois, pilotes: [Caf]}
"""
    state = state_of(plan(text), date(2024, 5, 2))
    assert read(group(state, "axe")) == [(0, ["1.1", "1.2"]), (2, ["2.1"])]
    assert [(one.niveau, one.profondeur, one.titre, one.totaux.fiches) for one in state.sections] == [
        ("Axe", 0, "Premier", 2),
        ("Objectif", 1, "Dessous", 1),
        ("Axe", 0, "Second", 1),
    ]
    assert [fiche.sections for fiche in state.fiches] == [(0, 1), (0,), (2,)]
    assert [one.totaux.alertees for one in state.sections] == [2, 1, 0]


@pytest.mark.parametrize("by", BY)
def test_no_fiche_is_lost_and_the_totals_are_those_of_the_fiches(by: str) -> None:
    groups = group(STATE, by)  # type: ignore[arg-type]
    assert {fiche.adresse for one in groups for fiche in one.fiches} == {"1.1", "1.2", "1.3", "1.4", "1.5"}
    for one in groups:
        statuts = Counter(fiche.statut for fiche in one.fiches)
        alertes = Counter(alerte.code for fiche in one.fiches for alerte in fiche.alertes)
        assert one.totaux.statuts == tuple(statuts[name] for name in Statut)
        assert one.totaux.non_renseignees == statuts[None]
        assert one.totaux.alertes == tuple(alertes[code] for code in CodeAlerte)
        assert one.totaux.fiches == len(one.fiches)


def test_fiches_are_chosen_by_alert_or_status_and_the_totals_stay_whole() -> None:
    late = kept(STATE, alertes=[CodeAlerte.of("en-retard")])
    assert [fiche.adresse for fiche in late.fiches] == ["1.1", "1.4"]
    assert late.totaux == STATE.totaux
    both = kept(STATE, statuts=[None, Statut.A_VENIR], alertes=[CodeAlerte.SANS_NOUVELLES])
    assert [fiche.adresse for fiche in both.fiches] == ["1.1", "1.2", "1.4", "1.5"]
    assert kept(STATE).fiches == ()


def test_what_moved_is_what_is_dated_after_the_day() -> None:
    lines = (
        "calendrier: 1er trimestre 2025",
        "pilotes: [Caf]",
        *journal("2024-05-02 statut: à venir", "2025-06-19 avancement: 10", "2025-06-20 statut: en cours"),
        "indicateurs:",
        "  - nom: Places",
        "    unite: places",
        "    mesures:",
        *(
            f"      - {{date: {day}, valeur: {n}}}"
            for n, day in enumerate(("2025-06-19", "2025-12-31", "2027-01-01"), 1)
        ),
    )
    found = on("2026-03-01", *lines, since="2025-06-19").evolution
    assert found is not None
    assert (found.statut, found.avancement) == ("à venir", 10)
    assert [entree.date for entree in found.entrees] == [date(2025, 6, 20)]
    assert [(one.date, one.valeur, one.unite) for one in found.mesures] == [
        (date(2025, 12, 31), Decimal(2), "places")
    ]
    # It was late to start and to end; it has started, and is still late to end.
    assert (found.apparues, found.levees) == ((), ("demarrage-en-retard",))


def test_a_day_that_goes_by_makes_something_late() -> None:
    state = state_of(
        built({"calendrier": "2025", "pilotes": ["Caf"]}, {}), date(2026, 1, 1), since=date(2025, 1, 1)
    )
    evolution = state.fiches[0].evolution
    assert evolution is not None
    assert evolution.apparues == ("en-retard", "demarrage-en-retard")
    assert [fiche.adresse for fiche in moved(state).fiches] == ["1.1"]
