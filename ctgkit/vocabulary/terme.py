"""What the members of all closed lists have in common."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Words:
    """What is said of a member.

    Attributes:
        word: the word of the plan file, or the code of a view's JSON: what the member is, as a text.
        meaning: what it means, in a French sentence.
        one: how one thing that has it is said to be (`réalisée`, agreeing with `fiche`); `word` by default.
        many: the same of several; `one` by default.
        synonyms: what may be written or typed instead, besides other capitals and accents.
    """

    word: str
    meaning: str
    one: str = ""
    many: str = ""
    synonyms: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Words that are not given are those that nothing changes."""
        object.__setattr__(self, "one", self.one or self.word)
        object.__setattr__(self, "many", self.many or self.one)


class Terme(StrEnum):
    """A closed list: its members, in the order in which they are told.

    A subclass narrows `facts` where its members are asked for more than words.
    """

    facts: Words

    def __new__(cls, facts: Words) -> Self:
        """A member is the text `facts.word`."""
        member = str.__new__(cls, facts.word)
        member._value_ = facts.word
        member.facts = facts
        return member

    @property
    def one(self) -> str:
        """How one thing that has it is said to be."""
        return self.facts.one

    @property
    def many(self) -> str:
        """How several are."""
        return self.facts.many
