"""Actions of which nothing is heard."""

from datetime import date

import pytest

from tests.lint.examples import TODAY, rule_named, run, whole_plan
from tests.lint.spots import HEAD, Spot, real, spot


def told(rule: str, plan: str, today: date = TODAY, **options: int) -> list[Spot]:
    linted = run(plan, rule_named(rule), today=today, **options)
    return [spot(finding.place, plan) for finding in linted.findings]


def silent(piece: str, today: date = TODAY, **options: int) -> list[str]:
    """The words under the caret of each silence in a fiche."""
    return [words for _, _, words in told("CTG510", whole_plan(piece), today, **options)]


def entries(*said: str) -> str:
    return "suivi:\n" + "".join(f"  - {{{one}}}\n" for one in said)


def test_an_action_may_be_silent_for_a_year_and_not_a_day_more() -> None:
    last = entries("date: 2025-01-10, note: a", "date: 2025-06-30, statut: en cours")
    assert silent(last) == []
    assert silent(last, date(2026, 7, 1)) == ["2025-06-30"]
    assert silent(last, date(2026, 7, 1), mois=13) == []
    assert silent(last, date(2026, 2, 1), mois=6) == ["2025-06-30"]
    (finding,) = run(whole_plan(last), rule_named("CTG510"), today=date(2026, 7, 1)).findings
    assert finding.message == "aucune nouvelle de cette action depuis le 30\u00a0juin\u00a02025"


OLD = "date: 2025-02-01, "


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (entries(OLD + "statut: en cours"), ["2025-02-01"]),
        (entries(OLD + "statut: en pause"), ["2025-02-01"]),
        (entries(OLD + "statut: bloquée"), ["2025-02-01"]),
        (entries(OLD + "statut: réalisée"), []),
        (entries(OLD + "statut: abandonnée"), []),
        (entries("date: 2025-01-05, statut: en cours", OLD + "note: Trois réunions"), ["2025-02-01"]),
        # What should not have begun need not tell.
        (entries(OLD + "statut: à venir"), []),
        (entries(OLD + "statut: à venir") + "calendrier: 2025", ["2025-02-01"]),
        (entries(OLD + "statut: à venir") + "calendrier: À partir de 2026", []),
        (entries(OLD + "statut: à venir") + "calendrier: Pas avant 2025", []),
        (entries(OLD + "statut: à venir") + "calendrier: [2025, vers 2026]", []),
        (entries(OLD + "statut: à venir") + "calendrier: Jusqu'en 2027", []),
        (entries(OLD + "note: On en parle") + "calendrier: 2027", []),
        (entries(OLD + "note: On en parle") + "calendrier: Dès janvier 2025", ["2025-02-01"]),
        # Entries to come are not news yet, and an action without any entry is not followed.
        (entries(OLD + "statut: en cours", "date: 2026-07-01, note: a"), ["2025-02-01"]),
        (entries("date: 2026-07-01, statut: en cours"), []),
        ("calendrier: 2025", []),
        # As the reports say: an engagement that is under way is expected to give news too.
        ("nature: engagement\n" + entries(OLD + "statut: en cours"), ["2025-02-01"]),
    ],
)
def test_which_actions_are_silent(piece: str, expected: list[str]) -> None:
    assert silent(piece) == expected


def step(calendar: str, *said: str) -> str:
    title = f"etapes:\n  - titre: Choisir\n    calendrier: {calendar}\n"
    return title + "".join(f"    {line}\n" for line in entries(*said).splitlines())


def test_a_step_and_a_measure_are_news() -> None:
    under_way = entries(OLD + "statut: en cours")
    assert silent(under_way + step("2025", "date: 2025-07-01, note: a")) == []
    assert silent(under_way + step("2025", "date: 2025-06-01, note: a")) == ["2025-06-01"]
    measure = "indicateurs:\n  - nom: Places\n    mesures: [{{date: {}, valeur: 1}}]\n"
    assert silent(under_way + measure.format("2025-07-01")) == []
    assert silent(under_way + measure.format("2025-06-01")) == ["2025-06-01"]
    # A measure is news: an action that is late to start has given none since.
    assert silent("calendrier: 2025\n" + measure.format("2025-06-01")) == ["2025-06-01"]
    assert silent("calendrier: 2026\n" + measure.format("2025-06-01")) == []


def test_steps_have_the_status_of_an_action_that_has_none() -> None:
    assert silent(step("2025", OLD + "statut: en cours")) == ["2025-02-01"]
    assert silent(step("2025", OLD + "statut: réalisée")) == []
    done = step("2025", OLD + "statut: réalisée")
    # One step is done and the other is not: the action is under way, as the reports say.
    assert silent(done + "  - titre: Ouvrir\n    calendrier: 2027\n") == ["2025-02-01"]
    assert silent(done + "  - titre: Ouvrir\n    calendrier: 2e semestre 2025\n") == ["2025-02-01"]
    # The action's own word is the last.
    assert silent(entries(OLD + "statut: réalisée") + step("2025", OLD + "statut: en cours")) == []


def test_after_the_contract_silence_is_counted_from_its_end() -> None:
    late = date(2031, 1, 1)
    assert silent(entries("date: 2027-12-31, statut: en cours"), late) == []
    assert silent(entries("date: 2027-12-30, statut: en cours"), late) == ["2027-12-30"]


# ---- never followed ---------------------------------------------------------------------------------


def plan(*fiches: str) -> str:
    """A plan of some fiches, given by their keys after `titre`, three lines each, from line 11."""
    lines = "".join(
        f"      - numero: {rank}\n        titre: Fiche {rank}\n        {keys}\n"
        for rank, keys in enumerate(fiches, 1)
    )
    return f"{HEAD}  - id: a\n    titre: Accueil\n    actions:\n{lines}"


FOLLOWED = "suivi: [{date: 2026-01-05, note: a}]"
MEASURED = "indicateurs: [{nom: Places, mesures: [{date: 2026-01-05, valeur: 1}]}]"


@pytest.mark.parametrize(
    ("calendar", "forgotten"),
    [
        ("2025", True),
        ("À partir de 2025", True),
        ("Juin 2026", False),
        ("29 juin 2026", True),
        ("30 juin 2026", False),
        ("2026", False),
        ("Pas avant 2025", False),
        ("Jusqu'en 2025", False),
        ("Selon les moyens", False),
        ("[2025, vers 2026]", False),
        ("Tout au long de la CTG", True),
        ("Une fois par an", False),
    ],
)
def test_an_action_that_should_have_begun_is_told_if_others_are_followed(
    calendar: str,
    forgotten: bool,  # noqa: FBT001  (a parameter of the table)
) -> None:
    one = plan(f"calendrier: {calendar}", FOLLOWED, MEASURED)
    assert told("CTG514", one) == ([(12, 16, "Fiche 1")] if forgotten else [])


def test_more_than_half_of_the_actions_must_be_followed() -> None:
    begun = "calendrier: 2025"
    assert told("CTG514", plan(begun, FOLLOWED)) == []
    assert told("CTG514", plan(begun, begun)) == []
    assert told("CTG514", plan(begun, FOLLOWED, begun, FOLLOWED)) == []
    assert told("CTG514", plan(begun, FOLLOWED, begun, FOLLOWED, FOLLOWED)) == [
        (12, 16, "Fiche 1"),
        (18, 16, "Fiche 3"),
    ]
    # Engagements do not count, and what is noted later is not noted yet.
    assert told("CTG514", plan(begun, FOLLOWED, "nature: engagement", FOLLOWED)) == [(12, 16, "Fiche 1")]
    assert told("CTG514", plan("nature: engagement", FOLLOWED, FOLLOWED)) == []
    assert told("CTG514", plan(begun, FOLLOWED, FOLLOWED), date(2026, 1, 4)) == []


def test_steps_may_say_when_for_their_action() -> None:
    steps = "etapes: [{titre: Choisir, calendrier: 2025}, {titre: Ouvrir, calendrier: 2027}]"
    assert told("CTG514", plan(steps, FOLLOWED, FOLLOWED)) == [(12, 16, "Fiche 1")]
    assert told("CTG514", plan(steps.replace("2025", "2026"), FOLLOWED, FOLLOWED)) == []


@pytest.mark.parametrize("rule", ["CTG510", "CTG514"])
def test_a_plan_without_follow_up_is_not_told_so(rule: str) -> None:
    assert real(rule, "vie-et-boulogne") == []
    assert real(rule, "fier-et-usses") == []
