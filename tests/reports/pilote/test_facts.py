"""The list of one pilot: who carries what, and what is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ctgkit.reports.pilote.facts import pilote
from ctgkit.reports.pilote.people import candidates, pilotes
from ctgkit.reports.pilote.view import PiloteView
from tests.reports.copil.plans import DAYS, plan
from tests.reports.fiches.plans import minimal

DAY = DAYS["exemple"]
CCVI = "Communauté de communes de la Vallée Imaginaire"


def asked(view: PiloteView | None) -> dict[str | None, list[str]]:
    assert view is not None
    return {one.ligne.fiche.numero: [demande.code for demande in one.demandes] for one in view.fiches}


@pytest.mark.parametrize("nom", [CCVI, "CCVI", "ccvi", "communaute de communes de la vallee  imaginaire"])
def test_a_pilot_is_found_under_any_spelling(nom: str) -> None:
    view = pilote(plan("exemple"), nom, DAY)
    assert view is not None
    assert view.nom == CCVI


def test_a_list_holds_the_fiches_and_the_steps_of_the_pilot_and_no_other() -> None:
    """By reading: five fiches alone or with others, 1.2.1 under « selon le lieu d'accueil »."""
    view = pilote(plan("exemple"), CCVI, DAY)
    assert list(asked(view)) == ["1.1.1", "1.2.1", "1.2.2", "3.1.1", "3.2.1", "4.4"]
    assert view is not None
    assert [one.avec for one in view.fiches if one.avec] == [
        ("Relais petite enfance de la Vallée Imaginaire",)
    ]
    assert [one.ligne.fiche.numero for one in view.publiees] == list(asked(view))
    commune = pilote(plan("exemple"), "Commune de Pont-Inventé", DAY)
    assert commune is not None
    assert [(one.ligne.fiche.numero, one.etapes) for one in commune.fiches] == [
        ("1.1.1", ("Concevoir le bâtiment et obtenir le permis de construire", "Construire et équiper"))
    ]


def test_what_is_asked_follows_from_the_file() -> None:
    """By reading.

    1.2.1: nothing since May 2025, measured in 2024. 3.2.1: should have begun, never measured. 4.4:
    measured a year and eleven days ago. 2.1.3 starts tomorrow: no news of it are awaited.
    """
    assert asked(pilote(plan("exemple"), CCVI, DAY)) == {
        "1.1.1": [],
        "1.2.1": ["nouvelles", "mesure"],
        "1.2.2": [],
        "3.1.1": [],
        "3.2.1": ["demarrage", "mesure"],
        "4.4": ["mesure"],
    }
    assert asked(pilote(plan("exemple"), "Association Familles d'Exemple", DAY)) == {
        "2.1.3": ["echeance"],
        "2.2.1": ["deblocage"],
    }
    assert asked(pilote(plan("exemple"), "Espace France services", DAY)) == {"4.1": ["terme"]}
    assert asked(pilote(plan("exemple"), "Association Route Imaginaire", DAY)) == {"4.3": []}


def test_after_the_convention_no_new_end_is_asked_for() -> None:
    """4.1 should have ended in 2025."""
    view = pilote(plan("exemple"), "Espace France services", date(2028, 1, 1))
    assert asked(view)["4.1"][0] == "bilan"
    before = pilote(plan("exemple"), "Espace France services", date(2027, 12, 31))
    assert asked(before)["4.1"][0] == "terme"


def test_a_step_has_its_own_news() -> None:
    """On the committee's day, the step « Construire et équiper » ends a month later."""
    view = pilote(plan("exemple"), "Commune de Pont-Inventé", date(2026, 9, 24))
    assert asked(view) == {"1.1.1": ["echeance"]}
    assert view is not None
    assert [(one.etape, one.date) for one in view.echeances] == [
        ("Construire et équiper", date(2026, 10, 31))
    ]


def test_where_nobody_follows_the_deadlines_that_have_passed_are_asked_about_else_first_news() -> None:
    """What became of 1.1.3 (« 2024 ») is asked with its day; of 1.1.1 (« Depuis 2023 »), any news."""
    codes = {code for nom in pilotes(plan("fier-et-usses")) for code in _codes("fier-et-usses", nom)}
    assert codes == {"premieres-nouvelles", "echeance", "bilan", "demarrage"}


def _codes(name: str, nom: str) -> list[str]:
    return [code for found in asked(pilote(plan(name), nom, DAYS[name])).values() for code in found]


def test_a_calendar_that_was_not_understood_is_asked_about_and_a_pause_too() -> None:
    suivi = [{"date": "2025-01-10", "statut": "en pause"}]
    action: dict[str, Any] = {
        "numero": "1",
        "titre": "A",
        "pilotes": "X",
        "calendrier": "Un jour",
        "suivi": suivi,
    }
    made = minimal({"id": "a", "titre": "A", "actions": [action]})
    assert asked(pilote(made, "X", date(2025, 2, 1))) == {"1": ["reprise", "calendrier"]}


def test_no_news_and_no_measure_are_asked_of_what_has_not_to_begin_yet() -> None:
    indicateur = {"nom": "I", "cible": {"date": "2027-12-31", "valeur": "3"}}
    action = {"titre": "A", "pilotes": "X", "indicateurs": [indicateur]}
    actions = [
        {**action, "numero": "1", "calendrier": "2027"},
        {**action, "numero": "2", "calendrier": "2025-2027"},
        {"numero": "3", "titre": "A", "suivi": [{"date": "2025-01-10", "statut": "en cours"}]},
    ]
    made = minimal({"id": "a", "titre": "A", "actions": actions})
    assert asked(pilote(made, "X", date(2025, 2, 1))) == {
        "1": [],
        "2": ["premieres-nouvelles", "mesure", "echeance"],
    }


def test_everybody_who_carries_something_has_a_list() -> None:
    for name in DAYS:
        everybody = pilotes(plan(name))
        assert len(everybody) > 5
        assert all(asked(pilote(plan(name), nom, DAYS[name])) for nom in everybody)


def test_somebody_unknown_has_none_and_is_told_who_is_near() -> None:
    exemple = plan("exemple")
    assert pilote(exemple, "Personne", DAY) is None
    # A partner that carries nothing is no pilot.
    assert pilote(exemple, "PMI", DAY) is None
    assert candidates(exemple, "centre soc") == ("Centre social des Mille Exemples",)
    assert candidates(exemple, "Relai petite enfance")[0] == "Relais petite enfance de la Vallée Imaginaire"
    assert candidates(exemple, "RPEE") == ("Relais petite enfance de la Vallée Imaginaire",)
    assert candidates(exemple, "zzzz") == ()
