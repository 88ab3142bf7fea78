"""The indicators that a plan means to follow, where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.members import measurable

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan import Indicateur
    from ctgkit.plan.reading.nodes import Path


def measured(context: Context) -> Iterator[tuple[Path, Indicateur]]:
    """The indicators with more than a name, but for the qualitative ones; those of steps included."""
    for fiche in context.fiches:
        action = fiche.action
        lists = [(fiche.chemin, action.indicateurs)]
        lists += [
            ((*fiche.chemin, "etapes", rank), etape.indicateurs) for rank, etape in enumerate(action.etapes)
        ]
        for path, indicateurs in lists:
            for rank, indicateur in enumerate(indicateurs):
                if not indicateur.says_only("nom", "type") and measurable(indicateur):
                    yield (*path, "indicateurs", rank), indicateur
