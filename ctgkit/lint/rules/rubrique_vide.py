"""Une clé est là, mais rien ne la suit.

## Ce que la règle vérifie

Que rien n'est écrit à moitié dans le fichier : une rubrique sans contenu (`partenaires:`), toute
autre clé sans valeur (`signature:`), un tiret que rien ne suit.

Un pilote, un descriptif, des résultats, des indicateurs ou un calendrier vides ne sont dits qu'une
fois : par la règle qui les demande (CTG301 à CTG305), si elle est active, et par celle-ci sinon.

## Pourquoi

ctgkit lit le plan comme si la clé n'y était pas : la rubrique ne s'imprime pas. Souvent quelqu'un
voulait la remplir plus tard, et rien d'autre ne le rappelle.

## À éviter

```yaml
titre: Ouvrir une ludothèque
partenaires:
moyens:
  - Une salle de la médiathèque
  -
```

## Corrigé

```yaml
titre: Ouvrir une ludothèque
partenaires:
  - Association des ludothécaires
moyens:
  - Une salle de la médiathèque
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.visible import one_line
from ctgkit.lint.facts.lacking import NEEDS, lacking
from ctgkit.lint.remark import Remark
from ctgkit.plan import INTITULES, Action, Etape, Plan
from ctgkit.plan.declaration import declared, once
from ctgkit.plan.finding import Code
from ctgkit.plan.reading.nodes import Mapping, Node, Path, Sequence
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.declaration import Kind

CODE = Code("CTG306", "rubrique-vide")
SEVERITY = Gravite.REMARQUE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The keys and the dashes with nothing behind them, but for those that another rule tells."""
    told = {
        (*fiche.chemin, need.key)
        for need in NEEDS.values()
        if need.code in context.ran
        for fiche in lacking(context, need.key)
    }
    for remark in _keys(context.tree, Plan, ()):
        if remark.path not in told:
            yield remark


def _keys(mapping: Mapping, kind: Kind, path: Path) -> Iterator[Remark]:
    """What is empty in an element of the file."""
    parts = _parts(kind)
    for key, value in mapping.items():
        here = (*path, key)
        if _is_empty(value):
            yield _empty_key(here, kind in {Action, Etape} and key in INTITULES)
        elif isinstance(value, Mapping) and parts[key].headings:
            for heading, below in value.items():
                if _is_empty(below):
                    yield _empty_key((*here, heading), kind in {Action, Etape})
                else:
                    yield from _value(below, parts[key].kind, (*here, heading))
        else:
            yield from _value(value, parts[key].kind, here)


def _value(value: Node, kind: Kind | None, path: Path) -> Iterator[Remark]:
    """What is empty in a value: a list, an element, or prose that YAML took for keys."""
    if isinstance(value, Sequence):
        for mark in value.empty:
            line, column = mark.start_mark.line, mark.start_mark.column
            place = value.draft.place(line, column - 1, line, column)
            yield Remark(
                path, "rien ne suit ce tiret", "écrivez ce qui manque, ou retirez le tiret", place=place
            )
        for rank, item in enumerate(value):
            yield from _value(item, kind, (*path, rank))
    elif isinstance(value, Mapping) and kind is not None:
        if value.keys().isdisjoint(kind.KEYS):
            for heading, below in value.items():  # a point and its sub-points
                yield from _value(below, kind, (*path, heading))
        else:
            yield from _keys(value, kind, path)


def _is_empty(value: Node) -> bool:
    return value is None or (isinstance(value, (Mapping, Sequence)) and not value)


def _empty_key(path: Path, heading: bool) -> Remark:  # noqa: FBT001
    name = f"«\u00a0{one_line(str(path[-1]))}\u00a0»"
    message = f"la rubrique {name} est vide" if heading else f"{name} est vide"
    return Remark(path, message, "écrivez ce qui manque, ou retirez cette ligne", key=True)


class _Part(NamedTuple):
    """What a key of an element holds."""

    kind: Kind | None  #: the elements there are in it, if any
    headings: bool  #: whether its own keys are headings


@once
def _parts(kind: Kind) -> dict[str, _Part]:
    return {key: _Part(field.element, field.shape.container is dict) for key, field in declared(kind).items()}
