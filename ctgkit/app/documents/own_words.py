"""What is written of a plan is in the plan's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ctgkit.french.steps import steps_called
from ctgkit.vocabulary.statut import in_words_of

if TYPE_CHECKING:
    from ctgkit.plan import Plan


@contextmanager
def told_as(plan: Plan) -> Iterator[None]:
    """Within, facts and sentences call statuses and steps as a plan does."""
    with in_words_of(plan.vocabulaire.statuts), steps_called(plan.vocabulaire.etape):
        yield
