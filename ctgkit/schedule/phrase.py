"""A phrase cut into marks, and the dates that links join in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from ctgkit.schedule.chains import Chain, in_plural, in_school_years
from ctgkit.schedule.marks import Link, Mark, mark
from ctgkit.schedule.naming import named
from ctgkit.schedule.period import Contract, Words
from ctgkit.schedule.points import Partial
from ctgkit.schedule.senses import Sense
from ctgkit.schedule.tokens import Token, tokenise


class Phrase(NamedTuple):
    """A phrase as it is written, its tokens, and its marks in order."""

    text: str
    tokens: Sequence[Token]
    marks: Sequence[Mark]

    @classmethod
    def of(cls, text: str, contract: Contract) -> Phrase:
        """The phrase that `text` is, for a plan of this contract."""
        tokens = named(tokenise(text), contract.names)
        return cls(text, tokens, mark(tokens, contract))

    def words(self, first: int, last: int) -> Words:
        """What is written from the mark `first` to the one before `last`."""
        return self.between(self.marks[first].first, self.marks[last - 1].last)

    def between(self, first: int, last: int) -> Words:
        """What is written from the token `first` to the one before `last`."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Words(self.text[start:end], start)

    def word(self, at: int) -> str:
        """The form of the first token of a mark, empty beyond the last."""
        return self.tokens[self.marks[at].first].form if at < len(self.marks) else ""

    def kind(self, at: int) -> str:
        """The kind of a mark, empty before the first and beyond the last."""
        return self.marks[at].kind if 0 <= at < len(self.marks) else ""

    def sense(self, at: int) -> Sense | None:
        """What a mark of prose says of the dates around it, if it is known to say anything."""
        return cast("Sense | None", self.marks[at].what) if self.kind(at) == "prose" else None

    def acronym(self, at: int) -> bool:
        """Whether a mark is a name in capitals, in a phrase that is not."""
        word = self.text[self.tokens[self.marks[at].first].start : self.tokens[self.marks[at].first].end]
        return len(word) > 1 and word.isupper() and not self.text.isupper()

    def glued(self, at: int) -> bool:
        """Whether nothing stands between a mark and the one before."""
        return self.tokens[self.marks[at].first].glued

    def skip(self, at: int) -> int:
        """The first mark from `at` on that is no preposition."""
        while self.kind(at) == "preposition":
            at += 1
        return at

    def back(self, at: int) -> int:
        """The mark `at`, or the first of the prepositions that lead to it."""
        while self.kind(at - 1) == "preposition":
            at -= 1
        return at

    def chain(self, at: int) -> Chain:
        """The dates from the one at `at` on, as far as links join them."""
        dates, links, ends = [self._date(at)], list[Link](), [at + 1]
        while dates[-1].kind != "contrat" and (joined := self._link(ends[-1])) is not None:
            link, following = joined
            if self._date(following).kind == "contrat":
                break  # « à partir de 2024 et tout au long de la CTG »
            links.append(link)
            dates.append(self._date(following))
            ends.append(following + 1)
        heading, *rest = dates
        lacking = all(date.kind in {"trimestre", "semestre", "rang"} and date.year is None for date in rest)
        alone = heading == Partial("annee", year=heading.year)
        if rest and lacking and alone and links[0] in {"comma", "dash"}:
            return Chain([date.like(heading) for date in rest], links[1:], at, ends[1:])  # « 2025, T1 »
        return in_plural(in_school_years(Chain(dates, links, at, ends)))

    def _date(self, at: int) -> Partial:
        return cast(Partial, self.marks[at].what)

    def _link(self, at: int) -> tuple[Link, int] | None:
        """The link at `at` and the date it leads to."""
        here, link = at, None
        while here - at < 2 and self.kind(here) == "link":
            what = cast(Link, self.marks[here].what)
            if link is not None and (link, what) not in {("comma", "and"), ("comma", "or"), ("dash", "to")}:
                return None
            link = what
            here += 1
        if link is None and here < len(self.marks):
            link = self._link_in_words(here)
            here += 1
        after = self.skip(here)
        return (link, after) if link is not None and self.kind(after) == "date" else None

    def _link_in_words(self, at: int) -> Link | None:
        one, word = self.marks[at], self.word(at)
        if one.kind == "preposition" and word in {"a", "au", "aux"}:
            return "to"
        if one.kind == "operator" and one.what == "until" and word.startswith("jusqu"):
            return "to"
        if one.kind == "operator" and one.what == "onward" and word == ".":
            return "to"  # « 2024...2026 »
        return "and" if one.kind == "operator" and one.what == "plus" else None
