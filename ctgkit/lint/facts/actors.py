"""Which names mean one actor: what they come down to, and what the directory says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from ctgkit.lint.facts.names import NameAt, without_article
from ctgkit.lint.facts.writing import (
    SMALL_WORDS,
    folded_words,
    same_but_one_letter,
    singular,
    slips,
    spelling,
    stem,
)

if TYPE_CHECKING:
    from ctgkit.plan import Plan

#: What is left of a name once its spelling is forgotten.
Key: TypeAlias = tuple[str, ...]


def key_of(name: str, unique: Key = ()) -> Key:
    """The key of a name: its words without accents, case, small words and plurals.

    The plural of the first word counts: "Directrices de crèche" are not the "Directrice de
    crèche". But a name that ends with that of the territory, whose words are `unique`, means one
    body whatever its number.
    """
    words = [word for word in folded_words(name) if word not in SMALL_WORDS]
    one = bool(unique) and len(words) > len(unique) and tuple(words[-len(unique) :]) == unique
    return tuple(singular(word) if rank or one else word for rank, word in enumerate(words))


def slipped(keys: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """The pairs of keys that differ by one letter of one word, which makes it one misspelt.

    Gender and number are no slip; nor is a letter of a short word, which makes it another.
    """
    known = set(keys)
    by_word: dict[str, list[Key]] = {}
    for key in sorted(known):
        for word in dict.fromkeys(key):
            if len(word) >= 5 and word.isalpha():
                by_word.setdefault(word, []).append(key)
    for word, other in slips(by_word):
        if misspelt(word, other):
            few, many = sorted((word, other), key=lambda one: len(by_word[one]))
            for key in by_word[few]:
                mended = tuple(many if one == few else one for one in key)
                if mended in known:
                    yield key, mended


def misspelt(word: str, other: str) -> bool:
    """Whether two folded words that are one letter apart are one, misspelt."""
    return (
        min(len(word), len(other)) >= 5
        and word[0] == other[0]
        and stem(word) != stem(other)
        and same_but_one_letter(word, other) is not None
    )


class Directory:
    """The names that a plan declares under `acteurs`, and those that were meant to be one of them.

    An alias that is but a spelling of its actor's name is a variant of it; one that is another
    name (an acronym, a longer form) is as good as the name.
    """

    def __init__(self, plan: Plan, names: Iterable[NameAt]) -> None:
        """Takes the directory of a plan, and the names that its fiches use."""
        self._unique = unique_words(plan)
        self._accepted: set[str] = set()
        self._by_key: dict[str, str] = {}
        keys: dict[Key, str] = {}
        for acteur in plan.acteurs:
            nom = without_article(acteur.nom)
            for rank, declared in enumerate(map(without_article, (nom, *acteur.alias))):
                key = key_of(declared, self._unique)
                variant = rank > 0 and self._same(key, key_of(nom, self._unique))
                target = nom if variant else declared
                keys.setdefault(key, target)
                self._by_key.setdefault("".join(key), target)
                if not variant:
                    self._accepted.add(spelling(declared))
        if keys:
            self._take_slips(keys, names)

    @staticmethod
    def _same(key: Key, other: Key) -> bool:
        return "".join(key) == "".join(other) or any(slipped((key, other)))

    def _take_slips(self, keys: dict[Key, str], names: Iterable[NameAt]) -> None:
        used = {key_of(name, self._unique) for name in {each.name for each in names}}
        for pair in slipped(used | keys.keys()):
            for key, other in (pair, pair[::-1]):
                if other in keys:
                    self._by_key.setdefault("".join(key), keys[other])

    def knows(self, name: str) -> bool:
        """Whether a name is one of the directory's, or was meant to be."""
        return bool(self._by_key) and "".join(key_of(name, self._unique)) in self._by_key

    def meant(self, name: str) -> str | None:
        """The name to write instead of one that is not written as the directory has it."""
        if not self._by_key or spelling(name) in self._accepted:
            return None
        return self._by_key.get("".join(key_of(name, self._unique)))


def unique_words(plan: Plan) -> Key:
    """The words of the territory's name, small ones left out."""
    return tuple(word for word in folded_words(plan.territoire.nom) if word not in SMALL_WORDS)
