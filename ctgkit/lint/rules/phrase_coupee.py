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

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ctgkit.french.scalar import quote
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code, Place, Severity, Splice
from ctgkit.plan.reading.nodes import Mapping, locate
from ctgkit.plan.reading.remedy import entry

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan.reading.comments import Comment
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG409", "phrase-coupee")
SEVERITY: Severity = "warning"

_GLUED = re.compile(r"#[^\W_]")
_NUMBERED = re.compile(r"#\d")
_UNFINISHED = re.compile(
    r"\b(?:à|aux?|avec|chez|ces?|cette|d['’]|dans|de|des|du|en|entre|et|l['’]|la|le|les|leurs?|n°|nos|notre"
    r"|numéro|ou|par|pour|sans|ses|son|sous|sur|une?|vers|via)$",
    re.IGNORECASE,
)
_PAIRS = ("()", "«»")
_SUPPRESSION = re.compile(r"#+\s*ctg\s*:", re.IGNORECASE)
#: A text in two parts whose second has quotes of its own: what follows them is a comment.
_HALF_QUOTED = re.compile(r""":\s+(["']).*\1$""")
#: Short names and addresses, in which a sign would be no text anyway; and a label that is there
#: even where the file does not give it.
_NO_PROSE = frozenset({"id", "numero", "telephone", "courriel", "action"})


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The comments that seem to be the end of a text."""
    lines = context.tree.draft.original
    doubtful = {}
    for comment in context.comments:
        before = lines[comment.line - 1][: comment.column - 1].rstrip()
        if not comment.alone and (cut := _cut(before, comment)) is not None:
            doubtful[comment.line] = (comment, before, cut)
    if not doubtful:
        return
    for path, place in _texts_on(context, doubtful.keys()):
        comment, before, certain = doubtful[place.end_line]
        if place.end_column == len(before) + 1 and lines[place.line - 1][place.column - 1] not in "\"'":
            yield _remark(path, comment, lines[comment.line - 1], certain=certain)


def _cut(before: str, comment: Comment) -> bool | None:
    """Whether a comment is certainly the end of a text; `None` where it is a comment."""
    start = entry(before)
    text = before[start.value :]
    if not text or text[0] in "\"'|>[{&*" or _SUPPRESSION.match(comment.text) or _HALF_QUOTED.search(text):
        return None
    unfinished = _UNFINISHED.search(text) or any(text.count(sign[0]) > text.count(sign[1]) for sign in _PAIRS)
    if _NUMBERED.match(comment.text):
        return True
    if unfinished:
        # Two spaces before a comment are how a remark on a text to be finished is typed.
        return _GLUED.match(comment.text) is not None or comment.column == len(before) + 2
    return False if text.endswith(",") or _GLUED.match(comment.text) else None


def _texts_on(context: Context, lines: Collection[int]) -> Iterator[tuple[Path, Place]]:
    """The texts of the plan that end on some lines, with their places."""
    for path, _ in context.texts:
        if path[-1] not in _NO_PROSE:
            node, _, place = locate(context.tree, path)
            # The text of a point with sub-points stands before them: no comment can end it.
            heading = isinstance(node, Mapping) and node.chapeau() is not None
            if place is not None and place.end_line in lines and not heading:
                yield path, place


def _remark(path: Path, comment: Comment, line: str, *, certain: bool) -> Remark:
    start = entry(line)
    whole = line[start.value :].rstrip()
    own = start.dashed or start.key is not None
    mended = quote(whole)
    remedy = f"écrivez {mended}" if own else "mettez toute la phrase entre guillemets, sur une ligne"
    glued = _GLUED.match(comment.text) is not None
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
