"""What was paid of a line of money, in a line of its own: follow-up, for the two lines are one."""

from typing import Any

import pytest

from ctgkit.plan import Plan
from ctgkit.versions import compare
from tests.followup.plans import built

PLANNED = {"financeur": "Caf", "annee": 2025, "section": "fonctionnement", "montant": 15000, "etat": "prévu"}
PAID = {**PLANNED, "montant": 20000, "etat": "versé"}
#: The same on one line.
BOTH = {**PLANNED, "etat": "versé", "realise": 20000}


def plan(*lines: dict[str, Any]) -> Plan:
    return built({"financements": list(lines)})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([PLANNED], [PLANNED, PAID]),
        ([PLANNED, PAID], [PLANNED]),
        ([PLANNED, PAID], [PLANNED, {**PAID, "montant": 21000}]),
        ([PAID, PLANNED], [PLANNED, {**PAID, "montant": 21000}]),
        ([PLANNED, PAID], [BOTH]),
        ([BOTH], [PLANNED, PAID]),
    ],
)
def test_what_is_paid_changes_no_contract(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    changes = compare(plan(*old), plan(*new)).changes
    assert changes
    assert not any(one.contract for one in changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # What is planned changes; a line that was never planned comes; another funder pays.
        ([PLANNED, PAID], [{**PLANNED, "montant": 16000}, PAID]),
        ([], [PAID]),
        ([PLANNED], [PLANNED, {**PAID, "financeur": "Commune"}]),
        # Three lines are not one at two stages.
        ([PLANNED, PLANNED], [PLANNED, PLANNED, PAID]),
    ],
)
def test_what_is_planned_and_what_nothing_planned_is_contract(
    old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> None:
    assert any(one.contract for one in compare(plan(*old), plan(*new)).changes)
