"""The fiches that the head of a plan names by their addresses: those that a decision is about.

An address that is none of the plan's is asked about, and no more: a decision of old may name a fiche that an
avenant has removed since.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.lists import listing
from ctgkit.french.nearest import nearest
from ctgkit.plan.adresses import avec_etapes
from ctgkit.plan.documentation import declared
from ctgkit.plan.finding import Finding
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.nodes import Mapping, Node, Sequence, event_place, mappings
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.plan.finding import Place
    from ctgkit.plan.reading.coherence import Spot

UNKNOWN_FICHE = declared(
    "CTG216",
    "decision-sans-fiche",
    """Une décision nomme une fiche que le plan n'a pas, ou qui peut en être plusieurs.

## Pourquoi

La fiche dit les décisions qui la concernent, et son pilote celles qu'il doit mettre en œuvre : une adresse
fausse les leur cache.

## À éviter

```yaml
copils:
  - date: 2026-03-12
    decisions:
      - texte: Reporter l'ouverture à la rentrée
        actions: [1.3]
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
```

## Corrigé

```yaml
copils:
  - date: 2026-03-12
    decisions:
      - texte: Reporter l'ouverture à la rentrée
        actions: [1.1]
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
```
""",
    Gravite.ALERTE,
)


def check(root: Node, file: str, fiches: list[Spot], blind: dict[int, int]) -> Iterator[Finding]:
    """What the addresses of the head do not name; nothing where lines that were left out may hold it."""
    if blind:
        return
    for copil in mappings(root, "copils"):
        for decision in mappings(copil, "decisions"):
            for address, place in _addresses(decision):
                found = _named(address, fiches)
                if len(found) != 1:
                    yield _not_named(file, place, address, found or None, fiches)


def _named(address: str, fiches: list[Spot]) -> list[Spot]:
    """The fiches that an address, or that of a step, may mean: one, if it is right."""
    return [fiches[rank] for rank in avec_etapes(address, [one.called for one in fiches])]


def _addresses(decision: Mapping) -> Iterator[tuple[str, Place]]:
    written = decision.get("actions")
    if isinstance(written, str):
        yield written, event_place(decision.draft, decision.marks["actions"][1])
    elif isinstance(written, Sequence):
        for address, mark in zip(written, written.marks, strict=True):
            if isinstance(address, str):
                yield address, event_place(written.draft, mark)


def _not_named(
    file: str, place: Place, address: str, several: list[Spot] | None, fiches: list[Spot]
) -> Finding:
    """An address that names no fiche, or more than one."""
    if several:
        message = f"plusieurs fiches ont le numéro {faults.quoted(address)}"
        hint = f"écrivez {listing((faults.quoted(one.complete) for one in several), last='ou')}"
    else:
        message = f"aucune fiche n'a l'adresse {faults.quoted(address)}"
        near = nearest(address, {name for one in fiches for name in (one.address, one.complete) if name})
        hint = (
            f"vouliez-vous dire {faults.quoted(near)}\u00a0?"
            if near
            else "écrivez le numéro d'une fiche du plan, ou son adresse complète (axe/numéro)"
        )
    return Finding(file, place, UNKNOWN_FICHE, message, hint, Gravite.ALERTE)
