"""What is follow-up and what is contract, said once.

Follow-up changes all the time and needs no avenant; everything else was signed (FORMAT.md,
"Contract and follow-up").
"""

from __future__ import annotations

#: Keys, at whatever level they stand, whose content is follow-up.
CLES_DE_SUIVI = frozenset({"suivi", "mesures", "copils", "avenants", "contacts"})


def est_suivi(chemin: tuple[str | int, ...]) -> bool:
    """Whether the value at `chemin` (keys and indices from the top of the plan) is follow-up."""
    return not CLES_DE_SUIVI.isdisjoint(chemin)
