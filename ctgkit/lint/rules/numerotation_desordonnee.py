"""Les numéros ne sont pas dans l'ordre.

## Ce que la règle vérifie

Que les numéros d'une même suite montent du haut en bas du document : 1.9 vient avant 1.10, 1.2 avant
1.2 bis, et 1.2 avant 2.1. Il en va de même des points et des titres d'une liste qui commencent par leur
repère (« Objectif 2.1 : … », « Étape 3 : … »). Un seul numéro de travers (1.1, 1.7, 1.3) est dit avec
celui qu'on attend à sa place. L'ordre est celui de l'impression : les fiches des objectifs d'un axe,
puis les siennes.

## Pourquoi

Dans un document de trente fiches, on cherche la 2.3 après la 2.2. On la croit absente si elle n'y est
pas.

## À éviter

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.3
        titre: Mettre les professionnels en réseau
      - numero: 1.2
        titre: Créer un guide des modes d'accueil
```

## Corrigé

```yaml
axes:
  - numero: 1
    titre: Petite enfance
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Créer un guide des modes d'accueil
      - numero: 1.3
        titre: Mettre les professionnels en réseau
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.numbering import Level, Numbered, levels, misplaced, repeated, slips
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG312", "numerotation-desordonnee")
SEVERITY = Gravite.REMARQUE

_HINT = "remettez-les dans l'ordre, ou échangez leurs numéros"
_FIGURES = re.compile(r"\d+")
#: What a document numbers, folded, beside the levels that the plan names.
_NAMES = (
    *("action", "axe", "enjeu", "etape", "fiche", "fiche action", "mesure", "objectif", "operation"),
    *("orientation", "phase", "thematique", "theme", "volet"),
)


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each place where numbers of one series go down; not those that are wrong in themselves."""
    yield from _labels(context)
    for level in levels(context):
        told = set()
        slipped = slips(level)
        wrong = misplaced(level).keys() | repeated(level).keys()
        before: dict[tuple[object, str], Numbered] = {}
        for item in level.items:
            if item.path in wrong:
                continue
            if item.path in slipped:
                meant = one_line(f"{item.series}{slipped[item.path]}")
                yield Remark(
                    (*item.path, "numero"),
                    f"le numéro {one_line(item.written)} est à la place du numéro {meant}",
                    f"écrivez {meant}, ou changez de place ce qui porte ce numéro",
                )
                told.add(item.path)
                continue
            earlier = before.get(level.series(item))
            if earlier is not None and item.rank < earlier.rank:
                yield _after(item, earlier)
                told.add(item.path)
            before[level.series(item)] = item
        yield from _series(level, told | wrong)


def _after(item: Numbered, earlier: Numbered) -> Remark:
    number = one_line(earlier.written)
    return Remark(
        (*item.path, "numero"),
        f"le numéro {one_line(item.written)} vient après le numéro {number}",
        _HINT,
        related=(((*earlier.path, "numero"), f"le numéro {number}"),),
    )


def _series(level: Level, told: set[Path]) -> Iterator[Remark]:
    """The numbers whose first parts go down: 2.1, then 1.2; not those that follow their section's."""
    before: dict[Path, Numbered] = {}
    for item in level.items:
        if item.path in told:
            continue
        scope = () if level.unique else item.scope
        earlier = before.get(scope)
        if earlier is not None and not (_follows(item) and _follows(earlier)):
            here, there = _parts(item.series), _parts(earlier.series)
            if here[0] == there[0] and here[1] < there[1]:
                yield _after(item, earlier)
        before[scope] = item


def _follows(item: Numbered) -> bool:
    """Whether a number starts with that of a section above, whose own order is judged there."""
    return item.prefix in {*item.above, ".".join(item.above)}


def _parts(series: str) -> tuple[str, list[int]]:
    """What stands around the figures of a series, and these."""
    return _FIGURES.sub("0", series), [int(figure) for figure in _FIGURES.findall(series)]


def _labels(context: Context) -> Iterator[Remark]:
    """The points and the titles of one list whose labels go down."""
    names = "|".join(sorted({*_NAMES, *(re.escape(fold(one)) for one in context.plan.vocabulaire.niveaux)}))
    label = re.compile(
        rf"(?P<name>(?:{names})s?(?:\s[^\W\d]+){{0,2}}?)\s(?:n\s?[°º]\s?)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)"
        r"(?=\s*(?:[:–—-]|$|\.\s))"
    )
    before: dict[tuple[Path, str], tuple[list[int], Path, str]] = {}
    for path, text in context.numbered:
        if path[-1] not in {"texte", "titre"} or not isinstance(path[-2:][0], int):
            continue
        found = label.match(fold(text))
        if found is None or fold(text[: found.end()]) != found[0]:
            continue
        number = [int(part) for part in found["number"].split(".")]
        shown = text[: found.end()].strip()
        last = before.get((path[:-2], found["name"]))
        before[path[:-2], found["name"]] = (number, path, shown)
        if last is None or len(last[0]) != len(number) or number == [1]:  # they may start again
            continue
        if number < last[0]:
            yield Remark(
                path,
                f"«\u00a0{one_line(shown)}\u00a0» vient après «\u00a0{one_line(last[2])}\u00a0»",
                _HINT,
                words=shown,
                related=((last[1], f"«\u00a0{one_line(last[2])}\u00a0»"),),
            )
