"""Une valeur d'un indicateur chiffré n'est pas un nombre.

## Ce que la règle vérifie

Que la valeur de départ, la cible et les mesures d'un indicateur chiffré sont des nombres seuls, sans
unité ni mots : « 47 », « 12 500 », « 0,5 ».

Un indicateur est chiffré s'il porte `type: quantitatif`, ou si, sans dire son type, il a au moins une
valeur qui est un nombre. Les appréciations d'un indicateur qualitatif (« Satisfaisante ») sont libres.

## Pourquoi

Une valeur qui n'est pas un nombre n'entre ni dans la courbe, ni dans la comparaison avec la cible.

## À éviter

```yaml
titre: Ouvrir un café des parents
indicateurs:
  - nom: Familles venues dans l'année
    type: quantitatif
    unite: familles
    mesures:
      - date: 2026-01-15
        valeur: 47 familles
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
indicateurs:
  - nom: Familles venues dans l'année
    type: quantitatif
    unite: familles
    mesures:
      - date: 2026-01-15
        valeur: 47
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.followup.members import measurable
from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.indicateur import TypeIndicateur

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Indicateur, Repere
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG513", "mesure-illisible")
SEVERITY = Gravite.ALERTE

_WORDS = TypeIndicateur.QUALITATIF
#: A number and what is counted, without a second number.
_COUNT = re.compile(
    r"\s*(?P<number>[+-]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?)\s*(?P<unit>\D+?)\s*", re.ASCII
)


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The values in words of indicators that count."""
    for part in parts(context.fiches):
        for path, indicateur in part.indicateurs():
            values = list(_values(path, indicateur))
            texts = [(at, value.valeur) for at, value in values if isinstance(value.valeur, str)]
            counts = measurable(indicateur) and (indicateur.type is not None or len(texts) < len(values))
            for at, text in texts if counts else ():
                yield _remark((*at, "valeur"), text, indicateur)


def _values(path: Path, indicateur: Indicateur) -> Iterator[tuple[Path, Repere]]:
    for name in ("reference", "cible"):
        value: Repere | None = getattr(indicateur, name)
        if value is not None:
            yield (*path, name), value
    for rank, mesure in enumerate(indicateur.mesures):
        yield (*path, "mesures", rank), mesure


def _remark(path: Path, text: str, indicateur: Indicateur) -> Remark:
    message = f"«\u00a0{one_line(text)}\u00a0» n'est pas un nombre, et cet indicateur en attend un"
    counted = _COUNT.fullmatch(text)
    if counted is None:
        hint = f"écrivez un nombre seul, ou «\u00a0type: {_WORDS}\u00a0» si c'est une appréciation"
        return Remark(path, message, hint)
    number, unit = counted["number"], one_line(counted["unit"])
    if indicateur.unite is not None and fold(indicateur.unite) == fold(counted["unit"]):
        return Remark(path, message, f"écrivez «\u00a0{number}\u00a0»", replacement=number)
    said = "" if indicateur.unite is not None else f", et «\u00a0unite: {unit}\u00a0» à l'indicateur"
    return Remark(path, message, f"écrivez «\u00a0{number}\u00a0»{said}")
