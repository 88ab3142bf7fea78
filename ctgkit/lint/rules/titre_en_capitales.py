"""Un titre est écrit tout en capitales.

## Ce que la règle vérifie

Que les titres du plan, des axes, des objectifs, des fiches et des étapes sont écrits en minuscules.
Les sigles, les titres courts (« JEUNESSE ») et ceux qui ne sont en capitales qu'en partie ne sont
pas en faute.

L'aide propose le titre en minuscules, avec les sigles, les noms et les accents que le reste du plan
emploie : relisez-le, car des capitales sans accents ne disent pas tout.

## Pourquoi

Les capitales se lisent mal, perdent leurs accents et cachent les sigles ; une synthèse vocale peut
les épeler. La mise en page du document, elle, peut toujours mettre un titre en capitales.

## À éviter

```yaml
titre: DEVELOPPER L'ACCUEIL DES JEUNES AVEC LA CAF
constats:
  - Il faut développer l'accueil
```

## Corrigé

```yaml
titre: Développer l'accueil des jeunes avec la CAF
constats:
  - Il faut développer l'accueil
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Section
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG406", "titre-en-capitales")
SEVERITY = Gravite.REMARQUE

_WORD = re.compile(r"[^\W\d_]+")
_ACRONYMS = frozenset("CAF CCAS CEJ CIAS COPIL CTG LAEP MSA PMI REAAP RAM RPE ALSH EVS".split())  # noqa: SIM905


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The titles in capitals."""
    shouted = [(path, title) for path, title in _titles(context) if _is_shouted(title)]
    if not shouted:
        return
    spellings = _spellings(context)
    for path, title in shouted:
        yield Remark(
            path,
            "ce titre est tout en capitales",
            f"écrivez par exemple\u00a0: {_in_sentence_case(title, spellings)}",
        )


def _titles(context: Context) -> Iterator[tuple[Path, str]]:
    yield ("titre",), context.plan.titre
    for rank, axe in enumerate(context.plan.axes):
        yield from _titles_of(axe, ("axes", rank))
    for fiche in context.fiches:
        yield (*fiche.chemin, "titre"), fiche.action.titre
        for rank, etape in enumerate(fiche.action.etapes):
            yield (*fiche.chemin, "etapes", rank, "titre"), etape.titre


def _titles_of(section: Section, path: Path) -> Iterator[tuple[Path, str]]:
    for name in ("titre", "intitule"):
        if title := getattr(section, name):
            yield (*path, name), title
    for rank, below in enumerate(section.objectifs):
        yield from _titles_of(below, (*path, "objectifs", rank))


def _is_shouted(title: str) -> bool:
    """Whether several long words are in capitals, and no word is not."""
    if not title.isupper():
        return False
    long = [word for word in _WORD.findall(title) if len(word) >= 4 and word not in _ACRONYMS]
    return len(long) >= 2 and any(len(word) >= 6 for word in long)


def _spellings(context: Context) -> dict[str, str]:
    """How the rest of the plan writes each word, by the word without accents and case."""
    seen: dict[str, Counter[str]] = {}
    for path, text in context.texts:
        if text.isupper() and " " in text:
            continue
        # The capital of a first word says nothing of the word, but that of a name does.
        for found in _WORD.finditer(text):
            word = found[0]
            named = path[0] in {"territoire", "caf"} and path != ("territoire", "type")
            if not found.start() and not named and not word.isupper():
                word = word.lower()
            seen.setdefault(fold(word), Counter())[word] += 1 + 1000 * named
    return {folded: max(counted, key=lambda word: counted[word]) for folded, counted in seen.items()}


def _in_sentence_case(title: str, spellings: dict[str, str]) -> str:
    def typed(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) > 1 and word in _ACRONYMS:
            return word
        known = spellings.get(fold(word), "") if len(word) >= 3 else ""
        return known or word.lower()

    text = _WORD.sub(typed, title)
    return text[:1].upper() + text[1:]
