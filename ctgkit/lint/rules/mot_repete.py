"""Un mot est écrit deux fois de suite.

## Ce que la règle vérifie

Qu'aucun mot n'est suivi de lui-même, aux majuscules près : « le calendrier de de la fiche ».

Le français double quelques mots : « nous nous réunissons », « vous vous inscrivez », « tout en en
parlant », « faire faire », « très très ». Ils sont laissés, comme un nom propre (« Bora Bora »), un
nombre et ce qu'une ponctuation sépare.

## Pourquoi

C'est la trace d'une phrase récrite à moitié. Il manque parfois un mot entre les deux : la règle ne
corrige pas à votre place.

## À éviter

```yaml
constats:
  - Les horaires de de la crèche ne conviennent plus
```

## Corrigé

```yaml
constats:
  - Les horaires de la crèche ne conviennent plus
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.words import nth
from ctgkit.lint.facts.writing import SMALL_WORDS
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG411", "mot-repete")
SEVERITY = Gravite.ALERTE

#: A word of two letters or more, or the only one of one letter that no initial can be, and itself again.
_WORD = r"(?<![\w.-])(?P<word>[^\W\d_]{2,}|à)[^\S\n]+(?P<again>(?i:(?P=word)))(?![\w'’-])"
#: The same of one whose last letter was left out: "d' d'accueil".
_ELIDED = r"(?<![\w.'’-])(?P<elided>[cdjlmnst]|qu)['’][^\S\n]*(?i:(?P=elided))['’]"
_TWICE = re.compile(rf"{_WORD}|{_ELIDED}")
#: What French says twice: a subject and its reflexive, a pronoun after the preposition it is spelt like,
#: an infinitive after « faire », an insistence.
_FRENCH = frozenset({"nous", "vous", "en", "faire", "très", "trop", "bien", "plus", "si", "non", "oui"})


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each word that stands twice in a row."""
    for path, text in context.texts:
        for found in _TWICE.finditer(text):
            word = found["word"] or f"{found['elided']}'"
            if word.casefold() in _FRENCH or _is_name(word, found["again"] or ""):
                continue
            yield Remark(
                path,
                f"le mot «\u00a0{one_line(word)}\u00a0» est écrit deux fois de suite",
                "retirez-en un, ou écrivez le mot qui manque entre les deux",
                words=found[0],
                nth=nth(text, found[0], found.start()),
            )


def _is_name(word: str, again: str) -> bool:
    """Whether both have a capital: a place, a person, initials, or what is left to write (XX)."""
    return word[0].isupper() and word == again and fold(word) not in SMALL_WORDS
