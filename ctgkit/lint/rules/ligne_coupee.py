"""Une ligne d'un bloc « | » qui continue sans doute la précédente est lue comme un point.

## Ce que la règle vérifie

Qu'aucune ligne d'un bloc `|` sans puces ne commence par une minuscule, là où des points sont attendus.
Une ligne qui suit « ; » ou « : », et une liste toute en minuscules, ne sont pas signalées.

## Pourquoi

Sans puces ni lignes vides, chaque ligne d'un bloc est un point : une phrase collée d'un PDF, coupée au
bout de chaque ligne, devient autant de points.

## À éviter

```yaml
constats: |
  Le territoire compte peu de places
  pour les enfants de moins de trois ans
  Les familles s'adressent ailleurs
```

## Corrigé

```yaml
constats: |
  Le territoire compte peu de places
  pour les enfants de moins de trois ans

  Les familles s'adressent ailleurs
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ctgkit.french.bullets import bullets
from ctgkit.lint.remark import Remark
from ctgkit.plan.bloc import Bloc
from ctgkit.plan.finding import Code
from ctgkit.plan.reading.nodes import Mapping, Node, Path, Sequence
from ctgkit.plan.reading.remedy import known_keys, list_keys
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.draft import Draft

CODE = Code("CTG414", "ligne-coupee")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The lines of blocks that start in lower case, where each line is a point."""
    yield from _blocks(context.tree, ())


def _blocks(node: Node, path: Path) -> Iterator[Remark]:
    """What is cut in the blocks of a node, in the order of the file."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            points = key in list_keys() or key not in known_keys()  # a heading of the document's own
            if isinstance(value, Bloc) and points:
                yield from _lines(value, node.draft, node.marks[key][1], (*path, key))
            yield from _blocks(value, (*path, key))
    elif isinstance(node, Sequence):
        for rank, value in enumerate(node):
            if isinstance(value, Bloc):
                yield from _lines(value, node.draft, node.marks[rank], (*path, rank))
            yield from _blocks(value, (*path, rank))


def _lines(block: Bloc, draft: Draft, mark: Any, path: Path) -> Iterator[Remark]:
    """The lines of a block that go on with the one above them, if each is a point."""
    lines = "\n".join(block.lignes).rstrip().split("\n")
    parted = any(not line.strip() for line in lines) or any(bullets(lines))
    if block.replie or parted or lines[0].strip()[:1].islower():
        return
    for rank, line in enumerate(lines):
        if rank and line.strip()[0].islower() and not lines[rank - 1].rstrip().endswith((";", ":")):
            number = mark.start_mark.line + 1 + rank
            written = draft.lines[number]
            indent = len(written) - len(written.lstrip())
            yield Remark(
                path,
                "cette ligne commence par une minuscule\u00a0: elle est lue comme un autre point",
                "si elle continue la précédente, écrivez-les sur une ligne, ou séparez les points du bloc par"
                " des lignes vides",
                place=draft.place(number, indent, number, len(written.rstrip())),
            )
