"""Un renvoi ne mène à rien.

## Ce que la règle vérifie

Que les numéros auxquels les textes renvoient existent dans le plan :

- ceux des fiches : « voir fiche action 1.2 », « cf. fiches actions 1.1 et 2.1 », « en lien avec
  l'action 2.3.1 », « FA 7.7 » ; dans un plan qui numérote ainsi, « cf. A1-09 » ;
- ceux des niveaux au-dessus, sous le nom que `vocabulaire.niveaux` leur donne et s'ils sont tous
  numérotés : « objectif 2.3 », « voir l'axe 4 ».

Un renvoi à un autre document (« fiche action 3.1 du PEDT ») est laissé.

## Pourquoi

Le lecteur cherche une fiche qui n'existe pas. C'est souvent la trace d'une renumérotation, et le
renvoi voisin est peut-être faux lui aussi.

## À éviter

```yaml
numero: 1.1
titre: Ouvrir un café des parents
moyens:
  - Guide des services (voir fiche action 1.7)
```

## Corrigé

```yaml
numero: 1.1
titre: Ouvrir un café des parents
moyens:
  - Guide des services du Relais Petite Enfance
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.mentions import mentions
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.adresses import axe_de
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.mentions import Mention
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Fiche, Section

CODE = Code("CTG308", "renvoi-inconnu")
SEVERITY = Gravite.ALERTE

#: Whose number it is, when it is not this plan's: "fiche action 3.1 du PEDT".
_ELSEWHERE = re.compile(
    r"""
    (?:[\s,;/&–-]|\b(?:et|ou|à)\b|n°|\d+(?:\.\d+)*)*\s
    (?:du|de\s+la|des|de\s+l['’]|d['’]une?|d['’]un\s+autre)\s*+
    (?!pr[ée]sente?s?\b|CTG\b|th[éè]m|axe|objectif|enjeu|m[êe]me
       |(?:plan(?:\s+d['’]actions?)?|convention(?:\s+territoriale\s+globale)?)(?:\s+CTG)?\s*(?:[).,;:]|$))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHOWN = 6
_DIGITS = "0123456789"
_LIST = "«\u00a0ctg show\u00a0» montre le plan et ses numéros"


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The numbers that no fiche and no section has."""
    by_series = _by_series(context)
    for mention in mentions(context):
        path, text, reference, fiches = mention
        if not fiches and not _ELSEWHERE.match(text, reference.end):
            words = text[reference.start : reference.end]
            yield Remark(
                path,
                f"ce plan n'a pas de fiche {reference.numero}",
                _neighbours(by_series, mention),
                words=words,
                nth=nth(text, words, reference.start),
            )
    yield from _sections(context)


def _by_series(context: Context) -> dict[str, list[Fiche]]:
    """The fiches by what comes before the last part of their number."""
    found: dict[str, list[Fiche]] = {}
    for fiche in context.fiches:
        if fiche.action.numero is not None:
            found.setdefault(fiche.action.numero.rstrip(_DIGITS), []).append(fiche)
    return found


def _neighbours(by_series: dict[str, list[Fiche]], mention: Mention) -> str:
    """The fiches that may have been meant: those of the same series, in the same axis first."""
    like = by_series.get(mention.reference.numero.rstrip(_DIGITS), [])
    axe = axe_de(mention.path)
    near = [fiche for fiche in like if fiche.axe == axe] or like
    if not near:
        return _LIST
    shown = ", ".join(one_line(fiche.adresse) for fiche in near[:_SHOWN])
    return f"les plus proches\u00a0: {shown}{'…' if len(near) > _SHOWN else ''}"


def _sections(context: Context) -> Iterator[Remark]:
    """The numbers of sections that no section has."""
    levels = [(fold(name), known) for name, known in _levels(context) if known]
    names = {name: known for name, known in levels if name.isalpha()}
    if not names:
        return
    forms = {*names, *map(str.lower, context.plan.vocabulaire.niveaux)}
    words = "|".join(sorted(map(re.escape, names)))
    pattern = re.compile(
        rf"(?<!\w)(?P<lead>(?:voir|cf\.?)\s+(?:l['’]\s*|la\s+|le\s+)?|l['’]\s*|(?:la|le|du|au)\s+)?"
        rf"(?P<name>{words})s?\s+(?:n\s?[°º]\s*)?(?P<number>\d+(?:\.\d+)*)(?!\w|[.,–-]\d|\s*%)"
    )
    numbers = {fiche.action.numero for fiche in context.fiches}
    for path, text in context.numbered:
        lowered = text.lower()
        folded = fold(text) if any(form in lowered for form in forms) else ""
        if len(folded) != len(text):  # else what is found there is not at the same place here
            continue
        for found in pattern.finditer(folded):
            number = found["number"]
            certain = "." in number or (found["lead"] is not None and len(number) <= 2)
            if (
                certain
                and number not in names[found["name"]] | numbers
                and not _ELSEWHERE.match(text, found.end())
            ):
                shown = text[found.start("name") : found.end()]
                yield Remark(
                    path,
                    f"«\u00a0{one_line(shown)}\u00a0» n'existe pas dans ce plan",
                    _LIST,
                    words=shown,
                    nth=nth(text, shown, found.start("name")),
                )


def _levels(context: Context) -> Iterator[tuple[str, set[str]]]:
    """The name of each level, and its numbers (alone, and after those above); none if some lack."""
    above: list[tuple[Section, str]] = [(axe, axe.numero or "") for axe in context.plan.axes]
    for name in context.plan.vocabulaire.niveaux:
        numbers = {section.numero for section, _ in above}
        known = {number for number in numbers if number}
        yield name, (known | {chain for _, chain in above}) if len(known) == len(numbers) else set()
        above = list(_below(above))


def _below(above: Iterable[tuple[Section, str]]) -> Iterator[tuple[Section, str]]:
    for section, chain in above:
        for objectif in section.objectifs:
            yield objectif, f"{chain}.{objectif.numero or ''}"
