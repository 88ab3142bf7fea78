"""Un dièse coupe une phrase sans guillemets : la suite n'est pas lue.

## Ce que la règle vérifie

Que ce qui suit ` #` sur une ligne de texte est bien un commentaire. La règle doute quand le dièse est
collé au mot suivant (`#3`, `#Jeunesse`), ou quand le texte s'arrête en chemin : sur un petit mot (de,
la, et, n°…), une virgule, une parenthèse ou un guillemet ouverts.

La correction automatique met la phrase entre guillemets ; elle n'est proposée que si la coupure est
certaine : un numéro (`#3`), ou un petit mot, une parenthèse ou un guillemet juste avant le dièse.

## Pourquoi

Dans le fichier, ` #` commence un commentaire : tout ce qui suit disparaît du plan, des documents et
du suivi, sans que rien ne le dise.

## À éviter

```yaml
constats:
  - Le quartier vu par l'atelier #3 des jeunes
```

## Corrigé

```yaml
constats:
  - "Le quartier vu par l'atelier #3 des jeunes"
  - Peu de transports en commun  # à vérifier auprès de la Région
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.french.scalar import quote
from ctgkit.lint.facts.cut import GLUED, cuts
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code, Place, Splice
from ctgkit.plan.reading.remedy import entry
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.comments import Comment
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG409", "phrase-coupee")
SEVERITY = Gravite.ALERTE


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The comments that seem to be the end of a text."""
    lines = context.tree.draft.original
    for cut in cuts(context):
        yield _remark(cut.path, cut.comment, lines[cut.comment.line - 1], certain=cut.certain)


def _remark(path: Path, comment: Comment, line: str, *, certain: bool) -> Remark:
    start = entry(line)
    whole = line[start.value :].rstrip()
    own = start.dashed or start.key is not None
    mended = quote(whole)
    remedy = f"écrivez {mended}" if own else "mettez toute la phrase entre guillemets, sur une ligne"
    glued = GLUED.match(comment.text) is not None
    otherwise = "laissez une espace après le dièse" if glued else "finissez la phrase avant lui"
    place = Place(comment.line, comment.column, comment.line, comment.column + len(comment.text))
    value = Place(comment.line, start.value + 1, comment.line, len(line.rstrip()) + 1)
    return Remark(
        path,
        "le texte s'arrête avant ce dièse\u00a0: la suite est lue comme un commentaire",
        f"si la suite est du texte, {remedy}\u00a0; si c'est un commentaire, {otherwise}",
        place=place,
        fix=(Splice(value, mended),) if certain and own else (),
    )
