"""When two words, or two names, are one written twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ctgkit.french.nearest import fold

_WORD = re.compile(r"[^\W_]+")
_DOTS = re.compile(r"\b([^\W_])\.(?=[^\W_]\b)")
#: Words that come and go in a name without changing who is meant.
SMALL_WORDS = frozenset("a au aux d de des du en et l la le les".split())  # noqa: SIM905
_APOSTROPHES = str.maketrans({"’": "'", "\u2011": "-"})


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text without accents, case and punctuation; `C.A.F.` is one."""
    return tuple(_WORD.findall(fold(_DOTS.sub(r"\1", text) if "." in text else text)))


def singular(word: str) -> str:
    """A folded word without the mark of the plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def stem(word: str) -> str:
    """A folded word without the marks of plural and feminine."""
    return singular(word).rstrip("e")


def plain(text: str) -> str:
    """A text with plain spaces and apostrophes, whatever keyboard it was typed on."""
    return " ".join(text.translate(_APOSTROPHES).split())


def spelling(name: str) -> str:
    """What tells a spelling of a name from another.

    All counts but the first letter's case and accent, which change with the place in the sentence,
    and the kind of spaces and apostrophes, which change with the keyboard.
    """
    typed = plain(name)
    return fold(typed[:1]) + typed[1:]


def same_but_one_letter(one: str, other: str) -> int | None:
    """Where two words part if a letter too many, missing, changed or two exchanged is all.

    Returns:
        The position of the first letter that differs; `None` where it takes more, or nothing.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return None
    short, long = sorted((one, other), key=len)
    at = next((rank for rank, letter in enumerate(short) if letter != long[rank]), len(short))
    if len(short) < len(long):
        return at if short[at:] == long[at + 1 :] else None
    if short[at + 1 :] == long[at + 1 :]:
        return at
    exchanged = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return at if exchanged else None


def slips(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that are one letter apart, each once, in their order.

    Words that are one letter apart agree once a letter is left out of each: every word is looked
    up under what is left of it, never compared with all the others.
    """
    seen: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        near: list[str] = []
        for left in dict.fromkeys([word, *[word[:at] + word[at + 1 :] for at in range(len(word))]]):
            others = seen.get(left)
            if others is None:
                seen[left] = [word]
            else:
                near += others
                others.append(word)
        for other in dict.fromkeys(near):
            if same_but_one_letter(other, word) is not None:
                yield other, word


def rank_in(text: str, words: str, start: int) -> int:
    """How many times `words` stand in a text before the place `start`: what a remark calls `nth`."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return sum(1 for _ in re.finditer(pattern, text[: start + len(words) - 1]))
