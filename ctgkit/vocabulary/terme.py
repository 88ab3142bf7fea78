"""What the members of all closed lists have in common."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self, cast


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

    A subclass narrows `facts` where its members are asked for more than words. One that views hold says, as
    the keyword `noun`, what one of its members is called, with its article, and what several are, without.
    """

    facts: Words
    __noun__: ClassVar[tuple[str, str]] = ("", "")

    def __init_subclass__(cls, *, noun: tuple[str, str] = ("", ""), **more: Any) -> None:
        """Keeps what the members are called."""
        super().__init_subclass__(**more)
        cls.__noun__ = noun

    def __new__(cls, facts: Words) -> Self:
        """A member is the text `facts.word`."""
        member = str.__new__(cls, facts.word)
        member._value_ = facts.word
        member.facts = facts
        return member

    @classmethod
    def of(cls, word: str) -> Self:
        """The member that is the text `word`.

        Raises:
            KeyError: if none is.
        """
        return cast(Self, cls._value2member_map_[word])

    @property
    def one(self) -> str:
        """How one thing that has it is said to be."""
        return self.facts.one

    @property
    def many(self) -> str:
        """How several are."""
        return self.facts.many
