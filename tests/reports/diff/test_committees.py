"""What differs in meetings, decisions and bilans: follow-up, told in its place."""

from __future__ import annotations

from ctgkit.versions import compare
from tests.plan.reading.plans import PLAN, plan
from tests.reports.diff.test_sentences import view_of
from tests.reports.pages import plain

OLD = (
    PLAN
    + """\
        pilotes:
          - {nom: Camille, role: élue référente}
        bilan:
          - {date: 2025-12-31, resultats: Fait, freins: [Travaux, Budget]}
copils:
  - date: 2025-06-03
    decisions:
      - {texte: Reporter l'ouverture, actions: [1.1]}
  - {date: 2025-09-10, instance: Groupe parents}
"""
)


def told(old: str, new: str) -> list[tuple[str, bool]]:
    """Each sentence, and whether it is of the contract."""
    view = view_of(plan(old), plan(new))
    return [(plain(one.sentence), one.change.contract) for part in view.parts for one in part.changes]


def changed(*pairs: tuple[str, str]) -> list[tuple[str, bool]]:
    new = OLD
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after)
    return told(OLD, new)


def test_a_fiche_more_in_a_decision_is_of_the_decision() -> None:
    (sentence,) = changed(("actions: [1.1]", "actions: []"))
    where = "COPIL du 3 juin 2025, décision « Reporter l'ouverture »"
    assert sentence == (f"{where} : fiche concernée retirée", False)


def test_the_actions_of_a_decision_are_no_fiches_of_the_plan() -> None:
    assert compare(plan(OLD), plan(OLD.replace("actions: [1.1]", "actions: []"))).fiches == ()


def test_a_decision_that_is_carried_out_is_told_under_its_meeting() -> None:
    (sentence,) = changed(("actions: [1.1]}", "actions: [1.1], etat: mise en œuvre}"))
    words = "COPIL du 3 juin 2025 : décision « Reporter l'ouverture » modifiée"
    assert sentence == (words, False)


def test_a_meeting_is_called_by_who_met() -> None:
    assert changed(("Groupe parents}", "Groupe parents, lieu: Mairie}")) == [
        ("Réunion « Groupe parents » du 10 septembre 2025 modifiée", False)
    ]
    assert changed(("  - {date: 2025-09-10, instance: Groupe parents}\n", "")) == [
        ("Réunion « Groupe parents » du 10 septembre 2025 retirée", False)
    ]


def test_what_a_bilan_says_is_told_under_its_day_and_its_heading() -> None:
    assert changed(("[Travaux, Budget]", "[Travaux]")) == [
        ("Bilan du 31 décembre 2025, freins : point 2 retiré", False)
    ]


def test_the_role_of_a_pilot_was_signed() -> None:
    assert changed(("élue référente", "service pilote")) == [("Pilote « Camille » modifié", True)]
