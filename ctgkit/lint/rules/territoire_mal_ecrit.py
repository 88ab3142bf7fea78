"""Le nom du territoire, d'une commune ou de la Caf est mal écrit.

## Ce que la règle vérifie

Que le nom donné sous `territoire`, son sigle, les communes et la Caf sont écrits partout comme en
tête du plan : mêmes accents, mêmes traits d'union, même nombre, sans faute de frappe d'une lettre.

Un titre tout en capitales n'est pas en faute, ni « Caf » écrit « CAF » : cela relève de CTG401.

## Pourquoi

Une convention qui écorche le nom d'un signataire se fait remarquer au moment de la signer, et une
recherche dans le document passe à côté.

## À éviter

```yaml
territoire:
  nom: Loire et Sillons
axes:
  - id: jeunesse
    titre: Les jeunes de Loire et Sillon
```

## Corrigé

```yaml
territoire:
  nom: Loire et Sillons
axes:
  - id: jeunesse
    titre: Les jeunes de Loire et Sillons
```
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.nearest import fold
from ctgkit.lint.facts.writing import plain, rank_in, same_but_one_letter
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.plan.plan import noms_de
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.texts import TextAt
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Plan

CODE = Code("CTG403", "territoire-mal-ecrit")
SEVERITY = Gravite.ALERTE

_WORD = re.compile(r"[^\W_]+")
#: What a name does not need: a sign at either end, its acronym in parentheses.
_AROUND = re.compile(r"^\W+|\s*\(.*|\W+$", re.DOTALL)
_JOINT = re.compile(r"[\s'’\u2010\u2011-]{1,3}")
_LINK = re.compile(r"@|://|www\.|\.[a-z]{2,4}\b")
_ARTICLE = re.compile(r"^(?:L['’]|(?:La|Les?)\s)", re.IGNORECASE)
_KIND = re.compile(
    r"^(?:communauté (?:de communes|d['’]agglomération|urbaine)|cc|ca|cu|commune|ville|métropole)\s+"
    r"(?:d['’]|(?:du|des?)(?: la| l['’])?\s+)?",
    re.IGNORECASE,
)
#: Where names are given, not used, and what is no French.
_ELSEWHERE = frozenset({"territoire", "caf", "acteurs", "source", "vocabulaire"})
_NO_PROSE = frozenset({"courriel", "telephone", "id", "numero"})
_LONG_ENOUGH = 6


class _Name(NamedTuple):
    """A name as the head of the plan has it."""

    written: str
    words: tuple[str, ...]  #: folded
    what: str  #: how to call it in a sentence
    slips: bool  #: whether a letter may be wrong; in an acronym it makes another


class _Word(NamedTuple):
    """A word of a text, and where it stands."""

    folded: str
    start: int
    end: int


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each time a name of the head is misspelt."""
    names = _names(context.plan)
    texts = [
        text
        for text in context.texts
        if text.path[0] not in _ELSEWHERE and text.path[-1] not in _NO_PROSE and not _is_person(text)
    ]
    by_word: dict[str, list[tuple[_Name, int]]] = {}
    for name in (name for name in names if len(name.words) > 1):
        for rank in _telling(name):
            by_word.setdefault(name.words[rank], []).append((name, rank))
    single = _near_single_names(names, texts)
    exact = {name.words for name in names}
    for text in _texts_with({*_looked_for(names), *single}, texts):
        yield from _misspelt(text, by_word, single, exact)


def _is_person(text: TextAt) -> bool:
    return text.path[0] in {"contacts", "signataires"} and text.path[-1] == "nom"


def _names(plan: Plan) -> list[_Name]:
    """The names to look for, the longest first: one may hold another."""
    territoire = plan.territoire
    given = [(_KIND.sub("", nom), "le territoire s'appelle", True) for nom in noms_de(territoire)]
    given += [(territoire.sigle, "le sigle du territoire est", False)] if territoire.sigle else []
    given += [(_ARTICLE.sub("", commune), "la commune s'appelle", True) for commune in territoire.communes]
    given += [(plan.caf, "la Caf s'appelle", True)] if plan.caf else []
    bare = [(_AROUND.sub("", written), what, slips) for written, what, slips in given]
    names = [
        _Name(written, tuple(fold(word) for word in _WORD.findall(written)), what, slips)
        for written, what, slips in bare
    ]
    return sorted((name for name in names if name.words), key=lambda name: -len(name.words))


def _telling(name: _Name) -> list[int]:
    """The ranks of the two longest words of a name: a slip leaves one of them as it should be."""
    return sorted(range(len(name.words)), key=lambda rank: len(name.words[rank]))[-2:]


def _looked_for(names: list[_Name]) -> Iterator[str]:
    """The words by which a misspelt name of several words is found, with their accents."""
    for name in names:
        if len(name.words) > 1:
            written = _WORD.findall(name.written)
            yield from (written[rank] for rank in _telling(name))


def _near_single_names(names: list[_Name], texts: list[TextAt]) -> dict[str, _Name]:
    """The capitalised words of the texts that are a name of one word, misspelt."""
    near: dict[tuple[str, int], list[_Name]] = {}
    for name in names:
        if len(name.words) == 1:
            for size in range(len(name.words[0]) - 1, len(name.words[0]) + 2):
                near.setdefault((name.words[0][0], size), []).append(name)
    if not near:
        return {}
    initials = "".join(sorted({name.written[0] for each in near.values() for name in each}))
    capitalised = re.compile(rf"[{re.escape(initials)}][^\W_]+")
    found = {}
    for word in set(capitalised.findall("\n".join(text for _, text in texts))):
        folded = fold(word)
        for name in near.get((folded[0], len(folded)), ()):
            if word != name.written and not word.isupper() and _reads_as((folded,), name):
                found[word] = name
    return found


def _texts_with(words: set[str], texts: list[TextAt]) -> Iterator[TextAt]:
    """The texts that have one of some words; each word is looked for in all of them at once."""
    lower = [text.lower() for _, text in texts]
    starts = list(accumulate((len(text) + 1 for text in lower), initial=0))
    whole = "\n".join(lower)
    found = set()
    for word in (one.lower() for one in words):
        at = whole.find(word)
        while at >= 0:
            rank = bisect_right(starts, at) - 1
            found.add(rank)
            at = whole.find(word, starts[rank + 1] - 1)
    for rank in sorted(found):
        yield texts[rank]


def _reads_as(words: tuple[str, ...], name: _Name) -> bool:
    """Whether folded words are those of a name but for one letter at most."""
    differing = [pair for pair in zip(words, name.words, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return not differing
    ((word, right),) = differing
    least = 4 if len(words) > 1 else _LONG_ENOUGH
    return name.slips and len(right) >= least and same_but_one_letter(word, right) is not None


def _misspelt(
    text: TextAt,
    by_word: dict[str, list[tuple[_Name, int]]],
    single: dict[str, _Name],
    exact: set[tuple[str, ...]],
) -> Iterator[Remark]:
    """The names that are misspelt in one text; the longest first, for one may hold another."""
    words = [_Word(_folded(one[0]), *one.span()) for one in _WORD.finditer(text.text)]
    windows = {
        (-len(name.words), at - rank): name
        for at, word in enumerate(words)
        for name, rank in by_word.get(word.folded, ())
        if 0 <= at - rank <= len(words) - len(name.words)
        and _reads_as(tuple(one.folded for one in words[at - rank : at - rank + len(name.words)]), name)
    }
    windows |= {(-1, at): single[written] for at, written in _written(text, words) if written in single}
    taken: set[int] = set()
    for (size, first), name in sorted(windows.items(), key=lambda item: item[0]):
        within = range(first, first - size)
        if taken.isdisjoint(within) and _is_one(text.text, words, within):
            taken.update(within)
            remark = _remark(text, words[first].start, words[first - size - 1].end, name)
            if remark is not None and tuple(words[at].folded for at in within) not in exact - {name.words}:
                yield remark


@lru_cache(2048)
def _folded(word: str) -> str:
    return fold(word)


def _written(text: TextAt, words: list[_Word]) -> Iterator[tuple[int, str]]:
    """The words of a text but the first, whose capital says nothing, nor those of a longer name."""
    for at, word in enumerate(words):
        joined = text.text[word.start - 1 : word.start] + text.text[word.end : word.end + 1]
        if at and "-" not in joined:
            yield at, text.text[word.start : word.end]


def _is_one(text: str, words: list[_Word], within: range) -> bool:
    """Whether some words make one name: only spaces, hyphens or apostrophes between, and no link."""
    first, last = words[within[0]], words[within[-1]]
    before, after = text.rfind(" ", 0, first.start) + 1, text.find(" ", last.end)
    around = text[before : after if after >= 0 else None]
    return not _LINK.search(around) and all(
        _JOINT.fullmatch(text, words[at].end, words[at + 1].start) for at in within[:-1]
    )


def _remark(text: TextAt, start: int, end: int, name: _Name) -> Remark | None:
    found = text.text[start:end]
    right = name.written
    # How "Caf" itself is spelt is a matter of actors.
    if name.words[0] == "caf" and fold(found[:3]) == "caf":
        right = found[:3] + right[3:]
    if plain(found) == plain(right) or found.isupper():
        return None
    return Remark(
        text.path,
        f"«\u00a0{found}\u00a0» est mal écrit\u00a0: {name.what} «\u00a0{name.written}\u00a0»",
        f"écrivez «\u00a0{right}\u00a0»",
        words=found,
        nth=rank_in(text.text, found, start),
        replacement=right,
    )
