"""The convention under the name that its plan gives it: `durée du CLS`, `fin du contrat`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctgkit.schedule.tokens import Token, tokenise
from ctgkit.schedule.words import ARTICLES

#: What stands in the place of the name: the readers know it.
_KNOWN = "ctg"
#: What may follow its first word alone: with more words it is the contract of someone.
_CLOSES = frozenset({"", ".", ";", ",", ")", "-", "/", ":"})

#: The words of a name, as phrases are compared.
Name = tuple[str, ...]


def names_of(convention: str) -> tuple[Name, ...]:
    """What a convention is called in phrases: in full, by its initials, by its first word."""
    words = tuple(token.form for token in tokenise(convention))
    initials = "".join(word[0] for word in words if word not in ARTICLES and word[:1].isalpha())
    known = {words[:1], (initials,)} if len(words) > 1 else {words}
    return tuple(sorted({words, *known}, key=lambda name: (-len(name), name)))


def named(tokens: Sequence[Token], names: Sequence[Name]) -> list[Token]:
    """The tokens of a phrase, where each name of the convention is one."""
    return list(_named(tokens, names)) if names else list(tokens)


def _named(tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[Token]:
    at = 0
    first = names[0][:1]
    while at < len(tokens):
        name = next((name for name in names if _is_at(tokens, at, name, alone=name == first)), None)
        if name is None:
            yield tokens[at]
            at += 1
        else:
            yield tokens[at]._replace(form=_KNOWN, end=tokens[at + len(name) - 1].end)
            at += len(name)


def _is_at(tokens: Sequence[Token], at: int, name: Name, *, alone: bool) -> bool:
    if tuple(token.form for token in tokens[at : at + len(name)]) != name:
        return False
    after = tokens[at + len(name)].form if at + len(name) < len(tokens) else ""
    return not alone or after in _CLOSES or after[0].isdigit()
