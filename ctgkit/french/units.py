"""Nouns that a plan writes, as they agree with a number: units, in the plural, and names of its levels."""

from __future__ import annotations

from decimal import Decimal

#: What ends the noun and its adjectives: words after it do not agree with the number.
_LINKS = frozenset(
    "de du des à au aux en par pour dans sur sous avec sans chez entre et ou dont qui".split()  # noqa: SIM905
)
#: Words in `s` or `x` that are the same in the singular.
_ALIKE = frozenset(
    "mois fois pays repas temps avis accès cours parcours concours secours discours cas colis bus corps "  # noqa: SIM905
    "fonds puits bras prix voix choix succès procès progrès décès permis logis devis frais relais bas divers "
    "gros os sens tiers dos tapis congrès taux rendez-vous français heureux nombreux vieux matériaux".split()
)
_ENDINGS = {"travaux": "travail", "jeux": "jeu", "ieux": "ieu", "eaux": "eau", "aux": "al", "s": ""}


def agreed(unit: str, number: Decimal) -> str:
    """`unit` as it stands after `number`: in the singular below 2, as French has it.

    The noun and the adjectives after it lose the mark of the plural, up to the first `de`, `par`…, or to
    what is no plain word (`ETP`, `m²`, `d'accueil`). A singular is never made a plural: `km` looks like one.
    """
    if abs(number) >= 2:
        return unit
    words = unit.split(" ")
    for rank, word in enumerate(words):
        if word not in _ALIKE:
            if word in _LINKS or not word.isalpha() or not word.islower():
                break
            words[rank] = _singular(word)
    return " ".join(words)


def plural_of(noun: str) -> str:
    """`noun`, written in the singular, from 2 on: `axes stratégiques`, `enjeux`, `axes de travail`."""
    words = noun.split(" ")
    for rank, word in enumerate(words):
        if word in _LINKS or not word.isalpha() or not word.islower():
            break
        words[rank] = _plural(word)
    return " ".join(words)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith(("eau", "au", "eu")) else f"{word}s"


def _singular(word: str) -> str:
    for plural, singular in _ENDINGS.items():
        if len(word) > 2 and word.endswith(plural) and not word.endswith("ss"):
            return word[: -len(plural)] + singular
    return word
