"""The groups of the report to the committee follow from the statuses and the alerts that press."""

from __future__ import annotations

import pytest

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.groupe import A_RELANCER, NI_PRESSANTES, PRESSANTES, CodeGroupe, group_of
from ctgkit.vocabulary.statut import SITUATIONS, Statut, facts_of


def test_there_is_a_group_for_what_presses_then_one_a_status_that_does_not_press_by_itself() -> None:
    """As docs/guide.md shows them; what is blocked always presses."""
    assert [one.value for one in CodeGroupe] == [
        "alerte",
        "pause",
        "reportee",
        "realisee",
        "en-cours",
        "a-l-etude",
        "a-venir",
        "abandonnee",
        "non-renseignee",
    ]


@pytest.mark.parametrize("statut", SITUATIONS)
def test_a_fiche_of_any_status_has_a_group_whatever_its_alerts(statut: Statut | None) -> None:
    facts = facts_of(statut)
    pressing = frozenset(one for one in CodeAlerte if one.facts.pressing)
    assert group_of(facts, pressing) is CodeGroupe.ALERTE
    raised = frozenset({facts.raises} if facts.raises else ())
    made = group_of(facts, raised)
    assert made.facts.statut is (None if raised else facts)


def test_what_does_not_press_leaves_a_fiche_where_its_status_puts_it() -> None:
    silent = frozenset({CodeAlerte.SANS_NOUVELLES, CodeAlerte.SANS_PILOTE})
    assert group_of(Statut.EN_PAUSE.facts, silent).value == "pause"


def test_the_fiches_are_told_in_words() -> None:
    assert (PRESSANTES, A_RELANCER) == ("en retard ou bloquées", "sans nouvelles ou sans pilote")
    assert NI_PRESSANTES == "ni en retard ni bloquées"
