"""Une parenthèse, un crochet ou un guillemet n'a pas son pendant.

## Ce que la règle vérifie

Que dans un texte, ce qui est ouvert par `(`, `[`, `«` ou `“` est fermé, et que rien n'est fermé qui
n'était pas ouvert. Ce qui s'ouvre dans un point peut se fermer dans le suivant, ou dans ses sous-points.
Les repères de liste (`a)`, `2)`), les intervalles (`[0 ; 3[`) et les guillemets rouverts
à chaque ligne d'une citation sont laissés.

## Pourquoi

Le lecteur ne sait plus où finit la remarque. Souvent, la fin de la phrase a été perdue en la copiant.

## À éviter

```yaml
constats:
  - Peu de places le mercredi (12 en tout, dont 4 pour les moins de six ans
```

## Corrigé

```yaml
constats:
  - Peu de places le mercredi (12 en tout, dont 4 pour les moins de six ans)
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.lint.facts.cut import cuts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG412", "signe-ouvert")
SEVERITY = Gravite.ALERTE

_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_NAMES = {"(": "parenthèse", "[": "crochet", "«": "guillemet", "“": "guillemet"}
_SIGN = re.compile(r"[][()«»“”]")
#: What closes nothing though it looks so: the label of a point, a smile.
_LABEL = re.compile(
    r"(?:(?:^|(?<=[;,.:(/–-])|(?<=\D\s))(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[°./]?|[:;]-?)$", re.IGNORECASE
)
_INTERVAL = re.compile(r"[][]\s?[\d,.+∞-]+\s?[;,]\s?[\d,.+∞-]+\s?[][]")


class Sign(NamedTuple):
    """A sign without its other half."""

    rank: int  #: of its text among all texts
    path: Path
    text: str
    start: int


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each sign without its other half."""
    signs = [
        Sign(rank, path, text, found.start())
        for rank, (path, text) in enumerate(context.texts)
        for found in (_SIGN.finditer(text) if _SIGN.search(text) else ())
        if not any(found.start() in range(*one.span()) for one in _INTERVAL.finditer(text))
    ]
    alone = [
        sign
        for opening in _PAIRS
        for _heading, group in groupby(signs, key=lambda sign: _heading_of(sign.path))
        for sign in _alone([one for one in group if one.text[one.start] in opening + _PAIRS[opening]])
    ]
    cut = {one.path for one in cuts(context)} if alone else set()
    yield from (_remark(sign) for sign in alone if sign.path not in cut)


def _heading_of(path: Path) -> Path:
    """The list that a text is a point of, however deep; else the text itself."""
    end = len(path)
    while end > 1 and (path[end - 1] in {"texte", "points"} or isinstance(path[end - 1], int)):
        end -= 1
    return path[:end]


def _alone(signs: list[Sign]) -> list[Sign]:
    """Those of one pair, in one list, without their other half."""
    texts = [list(group) for _, group in groupby(signs, key=lambda sign: sign.rank)]
    return _unmatched([sign for text in texts for sign in _without_labels(text)])


def _without_labels(signs: list[Sign]) -> list[Sign]:
    """Those of one text, but for the labels of points where it is these that nothing opens."""
    rest = [sign for sign in signs if not _is_label(sign)]
    return rest if len(_unmatched(rest)) < len(_unmatched(signs)) else signs


def _unmatched(signs: list[Sign]) -> list[Sign]:
    waiting: list[Sign] = []
    alone: list[Sign] = []
    for sign in signs:
        if sign.text[sign.start] in _PAIRS:
            waiting.append(sign)
        elif waiting and _reaches(waiting[-1], sign):
            closed = waiting.pop()
            while waiting and _goes_on(waiting[-1], closed) and _reaches(waiting[-1], closed):
                closed = waiting.pop()
        else:
            alone.append(sign)
    return alone + waiting


def _goes_on(before: Sign, sign: Sign) -> bool:
    """Whether a quotation is opened again, at the start of another of its lines."""
    return sign.rank != before.rank and sign.text[: sign.start + 1].strip() == "«"


def _reaches(opening: Sign, closing: Sign) -> bool:
    """Whether a sign may close another: in its text, in the next one, or below it."""
    above = opening.path[:-1]
    return closing.rank <= opening.rank + 1 or closing.path[: len(above)] == above


def _is_label(sign: Sign) -> bool:
    return sign.text[sign.start] == ")" and _LABEL.search(sign.text, 0, sign.start) is not None


def _remark(sign: Sign) -> Remark:
    written = sign.text[sign.start]
    name, feminine = _NAMES[_OPENING.get(written, written)], "e" * (written in "()")
    un, il = f"un{feminine}", "elle" if feminine else "il"
    if written in _PAIRS:
        message = f"{un} {name} est ouvert{feminine}, et rien ne {'la' if feminine else 'le'} ferme"
        hint = f"écrivez «\u00a0{_PAIRS[written]}\u00a0» où {il} finit, et la fin de la phrase si elle manque"
    else:
        message = f"{un} {name} est fermé{feminine} sans avoir été ouvert{feminine}"
        hint = f"écrivez «\u00a0{_OPENING[written]}\u00a0» où {il} commence, ou retirez ce signe"
    rank = sign.text.count(written, 0, sign.start)
    return Remark(sign.path, message, hint, words=written, nth=rank)
