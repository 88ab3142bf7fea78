"""Un même pilote ou partenaire est écrit de plusieurs façons.

## Ce que la règle vérifie

Que chaque pilote, partenaire ou financeur s'écrit partout pareil. Deux écritures sont rapprochées
quand elles ne diffèrent que par les accents, les majuscules, les petits mots (de, la, des…), le
pluriel, la ponctuation ou une faute de frappe d'une lettre, ou quand l'une est le sigle que le plan
donne entre parenthèses après l'autre.

L'écriture la plus fréquente est prise pour la bonne (celle de `caf` pour la Caf), et chaque autre
écriture est signalée une seule fois, là où elle apparaît d'abord. La majuscule du premier mot ne
compte pas, et une directrice n'est pas confondue avec des directrices. Parmi les partenaires, une
description en mots courants (« responsables de structures », « responsables des structures ») n'est
pas un nom. Les noms déclarés sous `acteurs` relèvent de CTG402, ceux du territoire de CTG403.

## Pourquoi

La liste des actions d'un pilote oublie celles où son nom est écrit autrement, et le lecteur se
demande s'il s'agit de deux structures.

## À éviter

```yaml
partenaires:
  - Mission Locale, PMI
  - Collège
  - Mission locale, Réseau parentalité
pilotes:
  - Mission Locale
```

## Corrigé

```yaml
partenaires:
  - Mission Locale, PMI
  - Collège
  - Mission Locale, Réseau parentalité
pilotes:
  - Mission Locale
```
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.agreement import number
from ctgkit.french.nearest import fold
from ctgkit.lint.facts.actors import Key, key_of, misspelt, slipped, unique_words
from ctgkit.lint.facts.names import NameAt
from ctgkit.lint.facts.writing import (
    SMALL_WORDS,
    folded_words,
    same_but_one_letter,
    singular,
    slips,
    spelling,
    stem,
)
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.plan.plan import noms_de, parties_de
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Plan

CODE = Code("CTG401", "ecritures-multiples")
SEVERITY = Gravite.ALERTE

_ACRONYM = re.compile(r"\(([A-ZÀ-Ý]{3,10})\)")
_WORD = re.compile(r"[^\W_]+")
#: Letters that tell two acronyms apart: communal and intercommunal, local, départemental.
_TELLING = frozenset("cild")


class _Spelling(NamedTuple):
    """One spelling, and every time it is used."""

    name: str
    uses: list[NameAt]

    @property
    def counted(self) -> str:
        return f"«\u00a0{self.name}\u00a0» ({number(len(self.uses))}\u00a0fois)"


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each spelling of a name but the main one, at its first use."""
    by_name: dict[str, list[NameAt]] = {}
    caf = context.plan.caf
    for use in (*([NameAt(("caf",), caf, caf, 0)] if caf else []), *context.names):
        by_name.setdefault(use.name, []).append(use)
    unique = unique_words(context.plan)
    by_key: dict[Key, dict[str, _Spelling]] = {}
    for name, uses in by_name.items():
        if not context.directory.knows(name) and (key := key_of(name, unique)):
            spellings = by_key.setdefault(key, {})
            spellings.setdefault(spelling(name), _Spelling(name, [])).uses.extend(uses)
    by_letters: dict[str, list[_Spelling]] = {}
    for key, spellings in by_key.items():
        by_letters.setdefault("".join(key), []).extend(spellings.values())
    for group in by_letters.values():
        yield from _against_the_main(group, context.plan)
    heads = yield from _misspelt_heads(by_key)
    mains = {key: max(by_letters["".join(key)], key=_weight) for key in by_key}
    yield from _misspelt_names(mains, heads, context)
    yield from _acronyms(mains, unique, context)


def _weight(one: _Spelling) -> tuple[bool, int]:
    """The main spelling is that of the key `caf`, else the most frequent, else the first."""
    return one.uses[0].path == ("caf",), len(one.uses)


def _against_the_main(spellings: list[_Spelling], plan: Plan) -> Iterator[Remark]:
    if len(spellings) > 1:
        main = max(spellings, key=_weight)
        pilots = any("pilotes" in use.path for one in spellings for use in one.uses)
        for other in spellings:
            if other is main or _told_of_the_territory(other, main, plan):
                continue
            if pilots or not _phrased_otherwise(other, main):
                yield _remark(other, main)


def _told_of_the_territory(one: _Spelling, other: _Spelling, plan: Plan) -> bool:
    """Whether two spellings part only in the name of the territory or of the Caf, which CTG403 tells."""
    if other.uses[0].path == ("caf",):
        return one.name[:3] == other.name[:3] and fold(one.name[:3]) == "caf"
    return any(_part_in(nom, one, other) for nom in noms_de(plan.territoire))


def _part_in(nom: str, one: _Spelling, other: _Spelling) -> bool:
    """Whether two spellings part only in a name that both end with."""
    count = len(_WORD.findall(nom))
    before, same = (_split_before_last(found.name, count) for found in (one, other))
    ends = {tuple(map(stem, folded_words(end))) for _, end in (before, same)}
    return ends == {tuple(map(stem, folded_words(nom)))} and spelling(before[0]) == spelling(same[0])


def _split_before_last(name: str, count: int) -> tuple[str, str]:
    """A name, cut before its last words."""
    words = list(_WORD.finditer(name))
    at = words[-count].start() if 0 < count < len(words) else len(name)
    return name[:at], name[at:]


def _phrased_otherwise(one: _Spelling, other: _Spelling) -> bool:
    """Whether two descriptions ("responsables de structures", "des structures") are two phrasings.

    They go by other small words or another number: prose among partners, but two entries in a
    list of pilots.
    """
    proper = any(letter.isupper() for found in (one, other) for letter in found.name[1:])
    return not proper and folded_words(one.name) != folded_words(other.name)


def _remark(other: _Spelling, main: _Spelling, why: str = "un seul nom, deux écritures") -> Remark:
    first = other.uses[0]
    there = main.uses[0]
    return Remark(
        first.path,
        f"{why}\u00a0: {other.counted} et {main.counted}",
        f"écrivez partout «\u00a0{main.name}\u00a0»\u00a0; si ce sont deux acteurs, déclarez-les tous deux "
        "sous «\u00a0acteurs\u00a0»",
        words=first.name,
        nth=first.nth,
        related=((there.path, f"«\u00a0{main.name}\u00a0»"),),
    )


def _misspelt_heads(
    by_key: dict[Key, dict[str, _Spelling]],
) -> Generator[Remark, None, set[frozenset[str]]]:
    """Tells the first words of names that are another's with a slip; returns the pairs it told.

    What makes it certain is the length of the words: the rest of the names may differ.
    """
    heads: dict[str, list[NameAt]] = {}
    for key, spellings in by_key.items():
        if len(key[0]) >= 9:
            for one in spellings.values():
                heads.setdefault(key[0], []).extend(one.uses)
    told: set[frozenset[str]] = set()
    for pair in slips(heads):
        at = same_but_one_letter(*pair)
        if at is None or at >= min(map(len, pair)) - 3 or not misspelt(*pair):
            continue
        main, other = sorted(pair, key=lambda head: -len(heads[head]))
        told.add(frozenset(pair))
        yield _remark(_first_word(heads[other]), _first_word(heads[main]), "une faute de frappe, sans doute")
    return told


def _first_word(uses: list[NameAt]) -> _Spelling:
    words = [use.name.split()[0] for use in uses]
    return _Spelling(words[0], [use._replace(name=word) for use, word in zip(uses, words, strict=True)])


def _misspelt_names(
    mains: dict[Key, _Spelling], told: set[frozenset[str]], context: Context
) -> Iterator[Remark]:
    """The names that are another's with a slip in one word; CTG403 tells those of places."""
    territoire = context.plan.territoire
    places = {
        singular(word)
        for name in (*parties_de(context.plan), *territoire.communes)
        for word in folded_words(name)
    }
    for pair in slipped(mains):
        ((one, other),) = {two for two in zip(*pair, strict=True) if two[0] != two[1]}
        few, many = sorted((mains[key] for key in pair), key=lambda found: len(found.uses))
        alone = len(pair[0]) == 1
        if frozenset((one, other)) in told or not places.isdisjoint((one, other)):
            continue
        if not alone or _misspelt_acronyms(few, many):
            yield _remark(few, many, "une faute de frappe, sans doute")


def _misspelt_acronyms(few: _Spelling, many: _Spelling) -> bool:
    """Whether an acronym is another's with a slip: two that are both in use are two actors."""
    if not (few.name.isupper() and many.name.isupper() and len(few.uses) == 1):
        return False
    differing = {pair for pair in zip(fold(few.name), fold(many.name), strict=False) if len(set(pair)) > 1}
    return len(few.name) == len(many.name) and not any(_TELLING.issuperset(pair) for pair in differing)


def _acronyms(mains: dict[Key, _Spelling], unique: Key, context: Context) -> Iterator[Remark]:
    """The acronyms that stand for a name that is also written out, where the plan gives both."""
    told = set()
    for text in (text for _, text in context.texts if "(" in text):
        for found in _ACRONYM.finditer(text):
            expansion = _expansion(text[: found.start()], found[1])
            short, long = mains.get(key_of(found[1])), mains.get(key_of(expansion, unique))
            if short is None or long is None or found[1] in told:
                continue
            told.add(found[1])
            bare = [_without_gloss(one) for one in (short, long)]
            if all(one.uses for one in bare):
                main, other = sorted(bare, key=lambda one: -len(one.uses))
                yield _remark(other, main, "un sigle et son nom entier")


def _without_gloss(one: _Spelling) -> _Spelling:
    """The uses of a name that stand alone, and not beside the other in parentheses."""
    return one._replace(uses=[use for use in one.uses if not _glossed(use)])


def _glossed(use: NameAt) -> bool:
    before, after = use.text[: use.start].rstrip(), use.text[use.start + len(use.name) :].lstrip()
    return (before.endswith("(") and after.startswith(")")) or _ACRONYM.match(after) is not None


def _expansion(before: str, acronym: str) -> str:
    """The words whose initials make an acronym, just before it; nothing if they do not."""
    left = fold(acronym)
    for found in reversed(list(_WORD.finditer(before[-120:]))):
        word = fold(found[0])
        if word[0] == left[-1] and word not in SMALL_WORDS:
            left = left[:-1]
            if not left:
                return before[-120:][found.start() :]
        elif word not in SMALL_WORDS:
            break
    return ""
