"""Un commentaire tait une règle qui n'a rien à dire à cet endroit.

## Ce que la règle vérifie

Que chaque code d'un commentaire `# ctg: ignore[…]` tait bien un constat : sur sa ligne ou, s'il est
seul sur la sienne, sur la ligne suivante. Une règle désactivée n'est pas comptée.

## Pourquoi

Un commentaire resté après la correction tairait aussi le prochain défaut, sans que personne ne le
voie.

## À éviter

```yaml
titre: Ouvrir un accueil itinérant
# ctg: ignore[CTG301] le pilote sera désigné au COPIL de mars
pilotes:
  - Responsable du Relais Petite Enfance
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
pilotes:
  - Responsable du Relais Petite Enfance
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code, Place, Splice
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.lint.suppressions import Suppression

CODE = Code("CTG490", "suppression-inutile")
SEVERITY = Gravite.ALERTE
LAST = True


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The codes that silence nothing, among those of the rules that ran."""
    for suppression in context.suppressions:
        unused = {
            code for code, _ in suppression.codes if code in context.ran - suppression.used - {CODE.code}
        }
        whole = len(unused) == len({code for code, _ in suppression.codes})
        for code, place in suppression.codes:
            if code in unused:
                where = (
                    "cette ligne" if suppression.target == suppression.comment.line else "la ligne suivante"
                )
                yield Remark(
                    (),
                    f"{code} ne trouve rien sur {where}\u00a0: il n'y a rien à taire",
                    "retirez ce commentaire" if whole else f"retirez {code} de la liste",
                    place=suppression.place if whole else place,
                    fix=_without(suppression, unused, context.tree.draft.original),
                )
                if whole:
                    break


def _without(suppression: Suppression, unused: set[str], lines: list[str]) -> tuple[Splice, ...]:
    """Takes the comment out, with its line where it is alone on it, or only some of its codes."""
    comment, place = suppression.comment, suppression.place
    kept = [code for code, _ in suppression.codes if code not in unused]
    if kept:
        first, last = suppression.codes[0][1], suppression.codes[-1][1]
        return (Splice(Place(first.line, first.column, last.line, last.end_column), ", ".join(kept)),)
    line = lines[comment.line - 1]
    if comment.alone and comment.line < len(lines):
        return (Splice(Place(comment.line, 1, comment.line + 1, 1), ""),)
    before = len(line[: comment.column - 1].rstrip())
    return (Splice(place._replace(column=before + 1, end_column=len(line.rstrip()) + 1), ""),)
