"""Engagements that were not kept in time."""

from datetime import date

import pytest

from tests.lint.examples import TODAY, rule_named, run
from tests.lint.spots import HEAD, Spot, findings, real, spot

AXIS = "  - id: jeunesse\n    titre: Jeunesse\n    actions:\n"


def engagement(*keys: str) -> str:
    """An axis with an engagement only; its title is on line 11, its first other key on line 13."""
    lines = ["titre: Écrire un plan jeunesse", "nature: engagement", *keys]
    return HEAD + AXIS + "      - " + "\n        ".join(lines) + "\n"


def told(plan: str, today: date = TODAY) -> list[Spot]:
    linted = run(plan, rule_named("CTG503"), today=today)
    return [spot(finding.place, plan) for finding in linted.findings]


def test_an_engagement_is_told_the_day_after_its_calendar_ends() -> None:
    plan = engagement("calendrier: Groupe de travail, 2nd semestre 2025")
    assert told(plan, date(2025, 12, 31)) == []
    assert told(plan, date(2026, 1, 1)) == [(13, 40, "2nd semestre 2025")]
    (finding,) = findings("CTG503", plan)
    assert "31\u00a0décembre\u00a02025" in finding.message
    assert finding.address == "jeunesse"


@pytest.mark.parametrize(
    "calendar",
    ["À partir de 2025", "Selon les moyens", "[2025, À partir de 2026]", "Juin 2025 puis juin"],
)
def test_an_engagement_whose_calendar_has_no_end_is_told_after_the_contract(calendar: str) -> None:
    plan = engagement(f"calendrier: {calendar}")
    assert told(plan, date(2028, 12, 31)) == []
    assert told(plan, date(2029, 1, 1)) == [(11, 16, "Écrire un plan jeunesse")]
    assert told(engagement("publics: Jeunes"), date(2029, 1, 1)) == [(11, 16, "Écrire un plan jeunesse")]


def test_the_last_of_several_dates_counts_and_a_recurrence_does_not() -> None:
    plan = engagement("calendrier:", "  - 2025", "  - Juin à septembre 2026", "  - Une réunion par mois")
    assert told(plan, date(2026, 9, 30)) == []
    assert told(plan, date(2026, 10, 1)) == [(15, 13, "Juin à septembre 2026")]


def test_days_that_settle_the_calendar_win() -> None:
    plan = engagement("calendrier:", "  texte: 2025", "  fin: 2027-03-31")
    assert told(plan, date(2027, 3, 31)) == []
    assert told(plan, date(2027, 4, 1)) == [(14, 18, "2025")]


def test_actions_of_the_same_section_keep_it_and_those_beside_do_not() -> None:
    late = engagement("calendrier: 2025")
    assert told(late + "      - numero: 1\n        titre: Ouvrir un accueil\n") == []
    below = "    objectifs:\n      - titre: Accueillir\n        actions: [{numero: 1, titre: Ouvrir}]\n"
    assert told(late + below) == []
    empty = below.replace("titre: Ouvrir", "titre: Autre, nature: engagement")
    assert told(late + empty) == [(13, 21, "2025")]
    beside = "  - id: enfance\n    titre: Enfance\n    actions: [{numero: 1, titre: Ouvrir}]\n"
    assert told(late + beside) == [(13, 21, "2025")]
    objectives = HEAD + (
        "  - id: jeunesse\n"
        "    titre: Jeunesse\n"
        "    objectifs:\n"
        "      - titre: Accueillir\n"
        "        actions: [{numero: 1, titre: Ouvrir}]\n"
        "      - titre: Engager\n"
        "        actions: [{titre: Écrire, nature: engagement, calendrier: 2025}]\n"
    )
    assert told(objectives) == [(14, 67, "2025")]


@pytest.mark.parametrize(
    ("statut", "kept"),
    [("réalisée", True), ("abandonnée", True), ("en cours", False), ("bloquée", False)],
)
def test_the_journal_settles_it(statut: str, kept: bool) -> None:  # noqa: FBT001  (a parameter of the table)
    plan = engagement("calendrier: 2025", "suivi:", f"  - {{date: 2026-06-30, statut: {statut}}}")
    assert told(plan) == ([] if kept else [(13, 21, "2025")])
    # The day before, nobody knew.
    assert told(plan, date(2026, 6, 29)) == [(13, 21, "2025")]


def test_the_four_engagements_of_a_real_plan_have_waited_since_then() -> None:
    assert real("CTG503", "vie-et-boulogne") == [
        (527, 21, "2nd semestre 2021"),
        (589, 21, "2nd semestre 2021"),
        (1070, 16, "Engager une réflexion sur la thématique « Accès aux droits et accompagnement social »"),
        (1111, 16, "Définir et mettre en œuvre le schéma de coordination à l'échelle intercommunale"),
    ]
    assert real("CTG503", "fier-et-usses") == []
