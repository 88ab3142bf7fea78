"""Journals, measures and amendments: their order, their dates and what they say."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from ctgkit.lint.facts.order import misplaced
from tests.lint.examples import TODAY, rule_named, run, whole_plan
from tests.lint.spots import HEAD, Spot, real, spot

RULES = [f"CTG{number}" for number in range(504, 510)]


def journal(*entries: str, origin: str = "nouvelle") -> str:
    """A fiche with these entries; the first stands on line 15."""
    lines = "".join(f"  - {{{entry}}}\n" for entry in entries)
    return whole_plan(f"origine: {origin}\nsuivi:\n{lines}")


def told(rule: str, plan: str, today: date = TODAY, **options: int) -> list[tuple[Spot, str]]:
    """Where the rule finds something in a whole plan, and what it says of it."""
    linted = run(plan, rule_named(rule), today=today, **options)
    return [(spot(finding.place, plan), finding.message) for finding in linted.findings]


def places(rule: str, plan: str, today: date = TODAY, **options: int) -> list[Spot]:
    return [where for where, _ in told(rule, plan, today, **options)]


# ---- order ------------------------------------------------------------------------------------------


def test_an_entry_out_of_order_is_told_where_it_is_and_where_it_belongs() -> None:
    plan = journal(
        "date: 2025-02-01, note: a",
        "date: 2026-06-01, note: une année de trop",
        "date: 2025-06-02, note: b",
        "date: 2025-06-02, note: c",
        "date: 2025-01-15, note: le premier",
    )
    assert places("CTG504", plan) == [(16, 20, "2026-06-01"), (19, 20, "2025-01-15")]
    first, second = run(plan, rule_named("CTG504")).findings
    assert "après celle du 2\u00a0juin\u00a02025" in (first.hint or "")
    assert "avant celle du 1er\u00a0février\u00a02025" in (second.hint or "")
    assert [(one.place.line, one.message) for one in (*first.related, *second.related)] == [
        (18, "elle vient après celle-ci"),
        (15, "elle vient avant celle-ci"),
    ]


def test_a_journal_written_newest_first_is_told_once_at_its_key() -> None:
    plan = journal("date: 2026-02-01, note: a", "date: 2025-06-01, note: b", "date: 2025-06-01, note: c")
    assert told("CTG504", plan) == [
        ((14, 9, "suivi"), "ces entrées vont de la plus récente à la plus ancienne")
    ]


@pytest.mark.parametrize(
    "days", [[], ["2025-06-01"], ["2025-06-01", "2025-06-01"], ["2025-06-01", "2026-06-01", "2026-06-01"]]
)
def test_a_journal_in_order_is_left(days: list[str]) -> None:
    assert places("CTG504", journal(*(f"date: {day}, note: a" for day in days))) == []


def test_the_measures_and_the_steps_have_their_order_too() -> None:
    plan = whole_plan(
        "indicateurs:\n"
        "  - nom: Places\n"
        "    mesures: [{date: 2026-01-01, valeur: 2}, {date: 2025-01-01, valeur: 1}]\n"
        "etapes:\n"
        "  - titre: Choisir\n"
        "    suivi: [{date: 2026-01-01, note: a}, {date: 2025-01-01, note: b}]\n"
        "    indicateurs:\n"
        "      - nom: Choix\n"
        "        mesures:\n"
        "          - {date: 2025-03-01, valeur: 1}\n"
        "          - {date: 2025-01-01, valeur: 1}\n"
        "          - {date: 2025-04-01, valeur: 1}\n"
    )
    (first, _), (second, _), (third, _) = told("CTG504", plan)
    assert (first, second) == ((15, 13, "mesures"), (18, 13, "suivi"))
    assert third == (22, 28, "2025-03-01")


@pytest.mark.parametrize("length", range(6))
def test_the_fewest_ranks_are_misplaced_and_the_others_are_in_order(length: int) -> None:
    days = [date(2025, 1, day) for day in (1, 2, 2, 3, 4)][:length]
    for order in set(permutations(days)):
        wrong = misplaced(order)
        kept = [day for rank, day in enumerate(order) if rank not in wrong]
        assert kept == sorted(kept)
        runs = [[order[rank] for rank in range(length) if mask >> rank & 1] for mask in range(2**length)]
        assert len(kept) == max(len(run) for run in runs if run == sorted(run))


# ---- dates to come ----------------------------------------------------------------------------------

FOLLOWED = HEAD.replace("axes:\n", "") + (
    "signature: {signature}\n"
    "copils: [{{date: {copil}}}]\n"
    "avenants: [{{numero: 1, date: {avenant}}}]\n"
    "axes:\n"
    "  - id: a\n"
    "    titre: Accueil\n"
    "    actions:\n"
    "      - numero: 1\n"
    "        titre: Une\n"
    "        suivi: [{{date: {entree}, note: Vu}}]\n"
    "        indicateurs:\n"
    "          - nom: Places\n"
    "            reference: {{date: {reference}, valeur: 1}}\n"
    "            cible: {{date: {cible}, valeur: 2}}\n"
    "            mesures: [{{date: {mesure}, valeur: 1}}]\n"
)
DAYS = dict.fromkeys(
    ("signature", "copil", "avenant", "entree", "reference", "cible", "mesure"), "2026-06-30"
)


def followed(**days: str) -> str:
    """A plan whose dates are all of today, but those given."""
    return FOLLOWED.format(**{**DAYS, "signature": "2025-01-01", **days})


@pytest.mark.parametrize(
    ("key", "noun"),
    [
        ("avenant", "cet avenant"),
        ("entree", "cette entrée"),
        ("reference", "cette valeur de départ"),
        ("mesure", "cette mesure"),
    ],
)
def test_what_was_seen_tomorrow_is_told_and_today_is_not(key: str, noun: str) -> None:
    assert told("CTG505", followed(**{key: "2026-06-30"})) == []
    ((where, message),) = told("CTG505", followed(**{key: "2026-07-01"}))
    assert where[2] == "2026-07-01"
    assert message == f"{noun} est à venir\u00a0: nous sommes le 30\u00a0juin\u00a02026"


def test_what_is_to_come_by_nature_is_left() -> None:
    assert told("CTG505", followed(copil="2027-01-01", cible="2028-12-31", signature="2026-12-01")) == []


def test_the_steps_are_read_too() -> None:
    plan = whole_plan("etapes:\n  - titre: Choisir\n    suivi: [{date: 2026-07-01, note: a}]\n")
    assert places("CTG505", plan) == [(15, 28, "2026-07-01")]


# ---- dates outside the contract ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "first", "before", "last", "after"),
    [
        ("copil", "2024-01-01", "2023-12-31", "2029-12-31", "2030-01-01"),
        ("avenant", "2025-01-01", "2024-12-31", "2028-12-31", "2029-01-01"),
        ("entree", "2025-01-01", "2024-12-31", "2029-12-31", "2030-01-01"),
        ("mesure", "2025-01-01", "2024-12-31", "2029-12-31", "2030-01-01"),
        ("cible", "2025-01-01", "2024-12-31", "2199-12-31", None),
        ("reference", "1999-01-01", None, "2199-12-31", None),
    ],
)
def test_each_date_has_its_bounds(
    key: str, first: str, before: str | None, last: str, after: str | None
) -> None:
    later = date(2199, 12, 31)
    assert told("CTG506", followed(**{key: first}), later) == []
    assert told("CTG506", followed(**{key: last}), later) == []
    for day, word in ((before, "avant"), (after, "après")):
        if day is not None:
            ((where, message),) = told("CTG506", followed(**{key: day}), later)
            assert where[2] == day
            assert f"est d'{word} la convention (2025-2028)" in message


def test_what_is_to_come_is_told_by_the_other_rule_only() -> None:
    plan = followed(entree="2062-01-01", mesure="2062-01-01", avenant="2062-01-01", copil="2062-01-01")
    assert [where[2] for where in places("CTG505", plan)] == ["2062-01-01"] * 3
    assert places("CTG506", plan) == [(8, 17, "2062-01-01")]


def test_an_early_signature_opens_the_journal_and_the_amendments_and_a_late_one_closes_the_latter() -> None:
    early = followed(signature="2024-11-02", entree="2024-11-02", avenant="2024-11-02")
    assert places("CTG506", early) == []
    assert len(places("CTG506", early.replace("2024-11-02, note", "2024-11-01, note"))) == 1
    assert places("CTG506", followed(signature="2025-06-01", avenant="2025-05-31", entree="2025-01-01")) == [
        (9, 30, "2025-05-31")
    ]


def test_an_action_under_way_may_have_older_entries_and_measures() -> None:
    plan = followed(entree="2021-01-01", mesure="2021-01-01")
    assert [where[2] for where in places("CTG506", plan)] == ["2021-01-01"] * 2
    assert places("CTG506", plan.replace("titre: Une", "titre: Une\n        origine: engagée")) == []


def test_the_option_widens_or_narrows() -> None:
    plan = followed(copil="2029-02-28", entree="2029-01-31")
    today = date(2030, 1, 1)
    assert [where[2] for where in places("CTG506", plan, today, mois=1)] == ["2029-02-28"]
    assert [where[2] for where in places("CTG506", plan, today, mois=0)] == ["2029-02-28", "2029-01-31"]
    assert places("CTG506", plan, today, mois=2) == []


# ---- what entries say -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "now", "note", "back"),
    [
        ("réalisée", "en cours", "", True),
        ("réalisée", "en cours", ", note: Une autre édition", True),
        ("réalisée", "à venir", "", True),
        ("réalisée", "abandonnée", "", True),
        ("réalisée", "réalisée", "", False),
        ("abandonnée", "en cours", "", True),
        ("abandonnée", "en cours", ", note: La Caf finance enfin", False),
        ("abandonnée", "abandonnée", "", False),
        ("bloquée", "en pause", "", False),
        ("en cours", "à venir", "", False),
    ],
)
def test_which_statuses_go_back(was: str, now: str, note: str, back: bool) -> None:  # noqa: FBT001
    plan = journal(
        f"date: 2025-06-01, statut: {was}",
        "date: 2025-07-01, avancement: 100, note: Rien",
        f"date: 2025-08-01, statut: {now}{note}",
    )
    message = (
        f"l'action passe à «\u00a0{now}\u00a0», mais était «\u00a0{was}\u00a0» le 1er\u00a0juin\u00a02025"
    )
    assert told("CTG507", plan) == ([((17, 40, now), message)] if back else [])


def test_the_order_of_dates_counts_and_each_going_back_is_told_once() -> None:
    plan = journal(
        "date: 2025-08-01, statut: réalisée",
        "date: 2025-06-01, statut: en cours",
        "date: 2025-09-01, statut: en pause",
        "date: 2025-10-01, statut: en cours",
    )
    (finding,) = run(plan, rule_named("CTG507")).findings
    assert (finding.place.line, [one.place.line for one in finding.related]) == (17, [15])


def test_steps_have_their_own_status() -> None:
    plan = whole_plan(
        "suivi: [{date: 2025-07-01, statut: en cours}]\n"
        "etapes:\n"
        "  - titre: Choisir\n"
        "    suivi: [{date: 2025-06-01, statut: réalisée}, {date: 2025-08-01, statut: en cours}]\n"
    )
    ((where, message),) = told("CTG507", plan)
    assert where == (16, 86, "en cours")
    assert message.startswith("l'étape passe")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (["avancement: 60", "avancement: 40"], [(16, 40)]),
        (["avancement: 60", "avancement: 40, note: La salle est reprise"], []),
        (["avancement: 60", "avancement: 60"], []),
        (["avancement: 60", "note: Rien", "avancement: 0"], [(17, 0)]),
        (["avancement: 60", "avancement: 80", "avancement: 70", "avancement: 75"], [(17, 70)]),
        # Others say these.
        (["avancement: 100, statut: réalisée", "avancement: 80"], []),
        (["avancement: 100, statut: réalisée", "avancement: 80, statut: en cours"], []),
        (["avancement: 95", "avancement: 90, statut: réalisée"], []),
    ],
)
def test_which_progress_falls(entries: list[str], expected: list[tuple[int, int]]) -> None:
    plan = journal(*(f"date: 2025-0{month}-01, {entry}" for month, entry in enumerate(entries, 1)))
    assert [(line, int(text)) for line, _, text in places("CTG508", plan)] == expected


def test_the_message_of_a_fall_gives_both_values() -> None:
    plan = journal("date: 2025-09-01, avancement: 40 %", "date: 2025-06-01, avancement: 60")
    assert told("CTG508", plan) == [
        ((15, 44, "40 %"), "l'avancement baisse\u00a0: 40\u00a0%, après 60\u00a0%")
    ]


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        (["statut: réalisée, avancement: 90"], [15]),
        (["statut: réalisée, avancement: 100"], []),
        (["statut: réalisée"], []),
        (["avancement: 60", "statut: réalisée"], []),
        (["statut: réalisée", "avancement: 80"], [16]),
        (["statut: à venir, avancement: 0"], []),
        (["statut: à venir, avancement: 5"], [15]),
        (["statut: à venir", "note: Rien", "avancement: 30", "avancement: 40"], [17, 18]),
        (["statut: à venir", "statut: en cours, avancement: 30", "avancement: 100"], [17]),
        (["statut: en cours, avancement: 100"], [15]),
        (["statut: bloquée, avancement: 100"], [15]),
        (["statut: en pause, avancement: 99"], []),
        (["avancement: 100", "statut: en cours, avancement: 90"], []),
        (["statut: abandonnée, avancement: 60"], []),
        (["avancement: 60"], []),
    ],
)
def test_which_progress_contradicts_the_status(entries: list[str], lines: list[int]) -> None:
    plan = journal(*(f"date: 2025-0{month}-01, {entry}" for month, entry in enumerate(entries, 1)))
    assert [line for line, _, _ in places("CTG509", plan)] == lines


def test_a_contradiction_across_entries_says_since_when() -> None:
    plan = journal("date: 2025-06-17, statut: à venir", "date: 2025-11-18, avancement: 40")
    (finding,) = run(plan, rule_named("CTG509")).findings
    assert finding.message == (
        "l'action est «\u00a0à venir\u00a0» depuis le 17\u00a0juin\u00a02025, "
        "mais son avancement est de 40\u00a0%"
    )
    assert [one.place.line for one in finding.related] == [15]


@pytest.mark.parametrize("rule", RULES)
def test_plans_without_follow_up_have_nothing_to_tell(rule: str) -> None:
    assert real(rule, "vie-et-boulogne") == []
    assert real(rule, "fier-et-usses") == []
